import { z } from 'zod';
import { AppError } from '../../../kernel/app-error.ts';
import { PageTitle, type PortalPart, pageRoute } from '../../../portal/index.ts';
import type { LibraryServices } from '../../library/index.ts';
import type { OpenPublications } from '../../publications/index.ts';
import type { ContestsService } from '../contests/contests.service.ts';
import { interpretationFigures, yearsOf } from '../open-interpretations.ts';
import type { RatingsService } from '../ratings/ratings.service.ts';
import { contestPages } from './contests.portal.tsx';
import { interpretationsHome } from './home-interpretations.portal.tsx';
import { InterpretationFilter, PER_PAGE } from './interpretations-address.ts';
import { InterpretationsBody } from './interpretations-page.portal.tsx';
import { liveRoomPage } from './live-room.portal.tsx';

const access = { kind: 'portal', action: 'read' };
const KIND = { kinds: ['interpretation'] };
/** Shares are computed from all of them; a district has some hundred a year. */
const MOST = 5000;

export function interpretationsPortal(context: {
  readonly open: OpenPublications;
  readonly library: LibraryServices['open'];
  readonly ratings: RatingsService;
  readonly contests: ContestsService;
}): PortalPart {
  const { open, library, ratings } = context;
  return {
    navigation: [{ href: '/interpretations', label: '政策解读' }],
    files: [],
    home: () => interpretationsHome(open),
    pages: [
      liveRoomPage(context),
      ...contestPages(context),
      pageRoute({
        url: '/interpretations',
        access,
        query: InterpretationFilter,
        make: async ({ query }) => {
          const units = await library.units();
          const unitId = query.unit ? units.find((unit) => unit.code === query.unit)?.id : undefined;
          const fields = {
            ...(query.form && { form: query.form }),
            ...(query.stage && { stage: query.stage }),
          };
          const page = await open.items({
            ...KIND,
            ...(unitId && { unitId }),
            ...(query.year && { year: query.year }),
            fields,
            sort: '-datedOn',
            page: query.page,
            pageSize: PER_PAGE,
          });
          const all = await open.items({ ...KIND, page: 1, pageSize: MOST });
          return {
            head: { title: '政策解读', trail: [], description: '政策文件的解读：文字、图解、视频、发布会等' },
            body: (
              <InterpretationsBody
                filter={query}
                items={page.items}
                total={page.total}
                years={yearsOf(all.items)}
                units={units.filter((unit) => all.items.some((item) => item.unitId === unit.id))}
                figures={interpretationFigures(all.items)}
                voting={(await context.contests.list()).find((contest) => contest.phase === 'open')}
                ratings={await ratings.figures(page.items.map((item) => item.number))}
              />
            ),
          };
        },
      }),
      pageRoute({
        url: '/interpretations/:number/thanks',
        access,
        params: z.object({ number: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) }),
        make: async ({ params }) => {
          const item = await open.item(params.number);
          if (item?.kind !== 'interpretation') throw new AppError('not-found', 404, '没有找到这条解读。');
          const href = `/documents/${item.number}`;
          return {
            head: { title: '感谢您的评价', trail: [{ href, label: item.title }], unlisted: true },
            body: (
              <>
                <PageTitle title="感谢您的评价" lead="评价会反馈给撰写解读的单位，用来改进今后的解读。" />
                <p class="wrap">
                  <a href={href}>返回“{item.title}”</a>
                </p>
              </>
            ),
          };
        },
      }),
    ],
  };
}
