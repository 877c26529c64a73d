import { type HomeEntry, type HomeShare, Section } from '../../../portal/index.ts';
import { DocumentList, type Explained } from './document-list.portal.tsx';
import type { OpenLibrary } from './open-library.service.ts';
import { FEEDS } from './portal-context.ts';

const ON_HOME = 6;

/** The newest documents, each with what explains it, and the ways into the library. */
export async function libraryHome(open: OpenLibrary): Promise<HomeShare> {
  const documents = await open.newest(ON_HOME);
  const explained = await explanationsOf(
    open,
    documents.map((one) => one.number),
  );
  return {
    feeds: FEEDS,
    entries: await entries(open),
    sections: documents.length > 0 && (
      <Section
        id="documents"
        title="最新政策文件"
        more={
          <span class="section-links">
            <a href="/library/feed.atom">订阅</a>
            <a href="/library?sort=published">全部政策文件</a>
          </span>
        }
      >
        <DocumentList documents={documents} explained={explained} columns />
      </Section>
    ),
  };
}

/** What is public and interprets them. */
async function explanationsOf(open: OpenLibrary, numbers: readonly number[]): Promise<Explained> {
  const explained = new Map<number, { number: number; title: string }[]>();
  for (const number of numbers) {
    const related = await open.publications.related(number);
    const items = related.flatMap((one) =>
      one.type === 'interprets' && one.direction === 'from' && one.status === 'public' && one.number !== null
        ? [{ number: one.number, title: one.title }]
        : [],
    );
    explained.set(number, items);
  }
  return explained;
}

async function entries(open: OpenLibrary): Promise<HomeEntry[]> {
  const figures = await open.columnFigures();
  const count = (column: string) =>
    figures.filter((one) => one.column === column).reduce((sum, one) => sum + one.count, 0);
  const topics = (await open.topics.topics()).filter((one) => one.kind === 'collection' && one.retiredOn === null);
  return [
    { href: '/library', label: '政策文件', note: `共 ${count('policy')} 件` },
    { href: '/library?list=normative', label: '规范性文件', note: `${count('normative')} 件，标明有效性` },
    ...(topics.length > 0 ? [{ href: '/topics', label: '政策主题', note: topicNames(topics) }] : []),
    { href: '/openness', label: '信息公开专栏', note: '指南、制度、目录、年报' },
  ];
}

function topicNames(topics: readonly { readonly name: string }[]): string {
  const [first, second] = topics;
  return `${[first, second].flatMap((one) => one?.name ?? []).join('、')}${topics.length > 2 ? '等' : ''}`;
}
