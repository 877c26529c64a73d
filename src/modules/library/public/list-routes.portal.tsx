import { z } from 'zod';
import { AppError } from '../../../kernel/app-error.ts';
import { addDays } from '../../../kernel/local-date.ts';
import { type PageRoute, pageRoute } from '../../../portal/index.ts';
import { missingDays } from '../shelf/missing-days.ts';
import { FiguresBody, NormativeBody } from './figures-pages.portal.tsx';
import { LibraryFilter } from './library-filter.ts';
import { LibraryBody } from './library-page.portal.tsx';
import { FEEDS, type PortalContext } from './portal-context.ts';
import { TopicBody, TopicListBody } from './topic-pages.portal.tsx';

const access = { kind: 'portal', action: 'read' };

const COLUMN = {
  name: '政策文件',
  description: '各单位主动公开的政策文件和行政规范性文件',
  keywords: '政策文件,行政规范性文件,有效性',
  type: '政策文件',
};
const TRAIL = [{ href: '/library', label: '政策文件' }];
const FURTHEST_END_DAYS = 3_660;
const FIGURE_DAYS = 90;
const TOPIC_DOCUMENTS = 300;

/** The lists: library, ends of normative documents, daily figures, topics. */
export function listPages({ open, searchBoxHelp }: PortalContext): PageRoute[] {
  return [
    pageRoute({
      url: '/library',
      access,
      query: LibraryFilter,
      make: async ({ query }) => {
        const [page, units] = [await open.list(query), await open.units()];
        return {
          head: { title: '政策文件库', trail: [], column: COLUMN, description: COLUMN.description, alternates: FEEDS },
          body: <LibraryBody page={page} filter={query} units={units} suggestionsAt={searchBoxHelp.address} />,
        };
      },
    }),
    pageRoute({
      url: '/library/normative',
      access,
      make: async () => ({
        head: { title: '规范性文件有效期一览', trail: TRAIL, column: { ...COLUMN, name: '行政规范性文件' } },
        body: <NormativeBody documents={await open.expiring(FURTHEST_END_DAYS)} today={open.today} />,
      }),
    }),
    pageRoute({
      url: '/library/figures',
      access,
      make: async () => {
        const figures = await open.figures(FIGURE_DAYS);
        const days = figures.map((one) => one.day);
        return {
          head: { title: '文件库每日数据', trail: TRAIL },
          body: <FiguresBody figures={figures} missing={missingDays(days, addDays(open.today, -1))} />,
        };
      },
    }),
    ...topicPages(open),
  ];
}

function topicPages(open: PortalContext['open']): PageRoute[] {
  const column = { ...COLUMN, name: '政策主题', description: '跨部门汇集同一件事的政策' };
  return [
    pageRoute({
      url: '/topics',
      access,
      make: async () => ({
        head: { title: '政策主题', trail: [], column, description: column.description },
        body: <TopicListBody topics={await open.topics.topics()} />,
      }),
    }),
    pageRoute({
      url: '/topics/:code',
      access,
      params: z.object({ code: z.string().max(64) }),
      make: async ({ params }) => {
        const topic = (await open.topics.topics()).find((one) => one.code === params.code && one.retiredOn === null);
        if (!topic) throw new AppError('not-found', 404, '没有找到这个主题，它可能已经调整。请从“政策主题”重新查找。');
        const { items } = await open.ofTopic(topic, TOPIC_DOCUMENTS);
        return {
          head: {
            title: topic.name,
            trail: [{ href: '/topics', label: '政策主题' }],
            column: { ...column, name: topic.name },
            description: topic.description,
          },
          body: <TopicBody topic={topic} documents={items} />,
        };
      },
    }),
  ];
}
