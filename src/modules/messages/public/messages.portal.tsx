import { z } from 'zod';
import { EmptyState, FilterForm, PageTitle, Pagination, type PortalPart, pageRoute } from '../../../portal/index.ts';
import type { LibraryServices } from '../../library/index.ts';
import type { PublicFiguresService } from '../figures/public-figures.service.ts';
import { MESSAGE_KINDS } from '../kinds/message-kinds.ts';
import { type AskContext, askPages } from './ask.portal.tsx';
import { lookUpPages } from './look-up.portal.tsx';
import { MessagesBody } from './messages-page.portal.tsx';
import { openReplies } from './open-replies.ts';
import { ReplyList } from './reply-list.portal.tsx';

const access = { kind: 'portal', action: 'read' };
const NEWEST = 4;
const PER_PAGE = 20;

const SelectedQuery = z.object({
  channel: z.string().max(40).optional().catch(undefined),
  unit: z.string().max(60).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
});

export function messagesPortal(
  context: AskContext & {
    readonly cases: Parameters<typeof lookUpPages>[0]['cases'];
    readonly figures: PublicFiguresService;
    readonly library: LibraryServices['open'];
  },
): PortalPart {
  const { open, cases, figures, library } = context;
  return {
    navigation: [{ href: '/messages', label: '互动交流' }],
    foot: [{ href: '/site-errors/new', label: '我为政府网站找错' }],
    files: [],
    home: async () => ({
      entries: [{ href: '/messages', label: '互动交流', note: '咨询、写信、提建议，五个工作日内答复' }],
    }),
    live: [...askPages(context), ...lookUpPages(context)],
    pages: [
      pageRoute({
        url: '/messages',
        access,
        make: async () => ({
          head: {
            title: '互动交流',
            trail: [],
            description: '政策留言、网上咨询、领导信箱、意见建议、网站纠错，以及选登的答复和办理情况',
            column: { name: '互动交流', description: '网上咨询、领导信箱、意见建议', keywords: '互动交流,咨询,留言' },
          },
          body: (
            <MessagesBody
              kinds={await cases.view.kinds()}
              {...(await openReplies(open, { page: 1, pageSize: NEWEST }))}
              figures={await figures.current()}
            />
          ),
        }),
      }),
      pageRoute({
        url: '/messages/selected',
        access,
        query: SelectedQuery,
        make: async ({ query }) => {
          const units = await library.units();
          const unitId = units.find((unit) => unit.code === query.unit)?.id;
          const { replies, total } = await openReplies(open, {
            page: query.page,
            pageSize: PER_PAGE,
            ...(query.channel && { channel: query.channel }),
            ...(unitId && { unitId }),
          });
          const counts = await open.counts('unitId', { kinds: ['selectedReply'] });
          const href = (page: number) => {
            const { page: _page, ...rest } = query;
            const given = Object.entries(rest).filter((entry): entry is [string, string] => Boolean(entry[1]));
            return `/messages/selected?${new URLSearchParams([...given, ['page', String(page)]])}`;
          };
          return {
            head: { title: '留言选登', trail: [{ href: '/messages', label: '互动交流' }] },
            body: (
              <>
                <PageTitle title="留言选登" lead="公开前隐去了留言人的姓名和联系方式。" />
                <div class="wrap">
                  <FilterForm
                    action="/messages/selected"
                    label="筛选留言"
                    clearHref={query.channel || query.unit ? '/messages/selected' : undefined}
                    fields={[
                      {
                        name: 'channel',
                        label: '渠道',
                        value: query.channel ?? '',
                        options: MESSAGE_KINDS.filter((kind) => kind.isSelectable).map((kind) => ({
                          value: kind.code,
                          label: kind.label,
                        })),
                      },
                      {
                        name: 'unit',
                        label: '答复单位',
                        value: query.unit ?? '',
                        options: units
                          .filter((unit) => counts.some((one) => one.value === unit.id))
                          .map((unit) => ({ value: unit.code, label: unit.shortName })),
                      },
                    ]}
                  />
                  {replies.length === 0 ? (
                    <EmptyState title="没有符合条件的留言" />
                  ) : (
                    <ReplyList replies={replies} level="h2" />
                  )}
                  <Pagination page={query.page} pageSize={PER_PAGE} total={total} href={href} />
                </div>
              </>
            ),
          };
        },
      }),
    ],
  };
}
