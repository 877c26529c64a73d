import { z } from 'zod';
import { type PageRoute, PageTitle, pageRoute } from '../../../portal/index.ts';
import type { LibraryServices } from '../../library/index.ts';
import { ballotAgain, whyNoBallot } from '../contests/contest.ts';
import type { ContestsService } from '../contests/contests.service.ts';
import { ContestBody, ContestsBody } from './contest-pages.portal.tsx';

const access = { kind: 'portal', action: 'read' };
const params = z.object({ number: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) });
/** What was chosen on a ballot that did not count; the form is shown again with it. */
const query = z.object({
  chosen: z
    .string()
    .regex(/^(none|\d{1,9}(\.\d{1,9}){0,39})$/)
    .optional()
    .catch(undefined),
});
const ABOVE = [
  { href: '/interpretations', label: '政策解读' },
  { href: '/interpretation-contests', label: '优秀解读评选' },
];

/** 优秀解读评选 (ITP-12). */
export function contestPages(context: {
  readonly contests: ContestsService;
  readonly library: LibraryServices['open'];
}): PageRoute[] {
  const { contests, library } = context;
  return [
    pageRoute({
      url: '/interpretation-contests',
      access,
      make: async () => ({
        head: { title: '优秀解读评选', trail: ABOVE.slice(0, 1), description: '一年一度的政策解读评选，公众投票' },
        body: <ContestsBody contests={await contests.list()} />,
      }),
    }),
    pageRoute({
      url: '/interpretation-contests/:number',
      access,
      params,
      query,
      make: async ({ params: { number }, query }) => {
        const shown = await contests.get(number);
        const chosen = ballotAgain(query.chosen);
        const candidates = new Set(shown.candidates.map((one) => one.number));
        const fault = chosen ? whyNoBallot(shown.contest, candidates, chosen) : null;
        return {
          head: { title: shown.contest.title, trail: ABOVE, description: shown.contest.summary },
          body: <ContestBody shown={shown} units={await library.units()} chosen={chosen ?? []} fault={fault} />,
        };
      },
    }),
    pageRoute({
      url: '/interpretation-contests/:number/thanks',
      access,
      params,
      make: async ({ params: { number } }) => {
        const { contest } = await contests.get(number);
        const href = `/interpretation-contests/${number}`;
        return {
          head: { title: '感谢您投票', trail: [...ABOVE, { href, label: contest.title }], unlisted: true },
          body: (
            <>
              <PageTitle title="感谢您投票" lead="您的选择已经记下，没有记录您是谁。投票截止以后公布结果。" />
              <p class="wrap">
                <a href={href}>返回“{contest.title}”</a>
              </p>
            </>
          ),
        };
      },
    }),
  ];
}
