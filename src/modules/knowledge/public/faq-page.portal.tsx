import { z } from 'zod';
import { EmptyState, type PageRoute, PageTitle, Pagination, pageRoute } from '../../../portal/index.ts';
import type { LibraryServices } from '../../library/index.ts';
import type { OpenItem, OpenPublications } from '../../publications/index.ts';
import type { SearchService } from '../../search/index.ts';
import { FAQ_KINDS } from '../entries/open-entries.ts';
import { FaqList } from './faq-list.portal.tsx';

const PER_PAGE = 20;
const MOST_PAGES = 500;
const Query = z.object({
  topic: z.string().max(40).optional().catch(undefined),
  unit: z.string().max(60).optional().catch(undefined),
  q: z.string().trim().max(60).catch('').default(''),
  page: z.coerce.number().int().min(1).max(MOST_PAGES).catch(1).default(1),
});
type Asked = z.output<typeof Query>;

export interface FaqPages {
  readonly open: OpenPublications;
  readonly library: Pick<LibraryServices['open'], 'units'>;
  readonly search: SearchService;
}

/** 常见问题: by topic, by unit, by words (KB-1). Each entry has a permanent address of its own. */
export function faqPage({ open, library, search }: FaqPages): PageRoute {
  return pageRoute({
    url: '/faq',
    access: { kind: 'portal', action: 'read' },
    query: Query,
    make: async ({ query }) => {
      const units = await library.units();
      const unitId = units.find((unit) => unit.code === query.unit)?.id;
      const [topics, byUnit] = await Promise.all([
        open.counts('topic', { kinds: FAQ_KINDS }),
        open.counts('unitId', { kinds: FAQ_KINDS }),
      ]);
      const { numbers, total } = await found({ open, search }, query, unitId);
      const entries = (await Promise.all(numbers.map((number) => open.item(number)))).filter(
        (item): item is OpenItem => item?.status === 'public',
      );
      const nameOf = (id: string) => units.find((unit) => unit.id === id)?.shortName ?? '';
      return {
        head: {
          title: query.topic ? `常见问题：${query.topic}` : '常见问题',
          trail: [],
          description: '政策咨询中群众和企业常问的问题与解答，每一条都注明依据',
          column: { name: '常见问题', description: '政策咨询常见问题与解答', keywords: '常见问题,政策咨询,解答' },
        },
        body: (
          <>
            <PageTitle
              title="常见问题"
              lead={
                <>
                  按主题整理的常见问题与解答，定期复核。没有找到？<a href="/ask-policy">问政策</a>或
                  <a href="/messages/new?channel=enquiry">网上咨询</a>。
                </>
              }
            />
            <div class="wrap">
              <FaqSearch query={query} />
              <nav class="faq-topics" aria-label="主题">
                <ul>
                  <li>
                    <Topic
                      query={query}
                      topic={undefined}
                      label="全部"
                      count={topics.reduce((sum, one) => sum + one.count, 0)}
                    />
                  </li>
                  {topics.map(({ value, count }) => (
                    <li key={value}>
                      <Topic query={query} topic={value} label={value} count={count} />
                    </li>
                  ))}
                </ul>
              </nav>
              {byUnit.length > 1 && <Units query={query} units={units} byUnit={byUnit} />}
              {entries.length === 0 ? (
                <EmptyState title="没有符合条件的常见问题">
                  <p>
                    换一个说法或主题再找，或者到<a href="/ask-policy">问政策</a>直接提问。
                  </p>
                </EmptyState>
              ) : (
                <FaqList entries={entries} unitName={nameOf} />
              )}
              <Pagination
                page={query.page}
                pageSize={PER_PAGE}
                total={total}
                href={(page) => hrefOf(query, { page })}
              />
            </div>
          </>
        ),
      };
    },
  });
}

/** Words are looked for as a search does: other wordings of the question count. */
async function found({ open, search }: Pick<FaqPages, 'open' | 'search'>, query: Asked, unitId: string | undefined) {
  const { topic, page, q } = query;
  if (q !== '') {
    const answer = await search.search({
      written: q,
      filters: { kind: 'faq', ...(topic && { topic }), ...(unitId && { unit: unitId }) },
      newestFirst: false,
      page,
      pageSize: PER_PAGE,
    });
    return { numbers: answer.results.map((result) => result.number), total: answer.total };
  }
  const { items, total } = await open.items({
    kinds: FAQ_KINDS,
    sort: '-publishedAt',
    page,
    pageSize: PER_PAGE,
    ...(unitId && { unitId }),
    ...(topic && { fields: { topic } }),
  });
  return { numbers: items.map((item) => item.number), total };
}

function FaqSearch({ query }: { query: Asked }) {
  return (
    <search>
      <form class="library-search" action="/faq" method="get" aria-label="在常见问题中查找">
        <label for="faq-q">在常见问题中查找</label>
        <input id="faq-q" name="q" type="search" value={query.q} maxLength={60} placeholder="例如：转学、公租房租金" />
        {query.topic && <input type="hidden" name="topic" value={query.topic} />}
        {query.unit && <input type="hidden" name="unit" value={query.unit} />}
        <button class="button" type="submit">
          查找
        </button>
      </form>
    </search>
  );
}

function Topic(props: { query: Asked; topic: string | undefined; label: string; count: number }) {
  const isHere = props.query.topic === props.topic;
  return (
    <a href={hrefOf({ ...props.query, topic: props.topic }, { page: 1 })} aria-current={isHere ? 'true' : undefined}>
      {props.label} <span class="muted">{props.count}</span>
    </a>
  );
}

function Units(props: {
  query: Asked;
  units: readonly { id: string; code: string; shortName: string }[];
  byUnit: readonly { value: string; count: number }[];
}) {
  const shown = props.units.filter((unit) => props.byUnit.some((one) => one.value === unit.id));
  return (
    <form class="filter" method="get" action="/faq" aria-label="按答复单位筛选">
      <p class="field">
        <label for="faq-unit">答复单位</label>
        <select id="faq-unit" name="unit">
          <option value="">全部</option>
          {shown.map((unit) => (
            <option key={unit.code} value={unit.code} selected={props.query.unit === unit.code}>
              {unit.shortName}
            </option>
          ))}
        </select>
      </p>
      {props.query.topic && <input type="hidden" name="topic" value={props.query.topic} />}
      {props.query.q !== '' && <input type="hidden" name="q" value={props.query.q} />}
      <p class="field field-actions">
        <button class="button" type="submit">
          筛选
        </button>
      </p>
    </form>
  );
}

function hrefOf(query: Asked, more: { page: number }): string {
  const given: [string, string][] = [];
  if (query.q !== '') given.push(['q', query.q]);
  if (query.topic) given.push(['topic', query.topic]);
  if (query.unit) given.push(['unit', query.unit]);
  if (more.page > 1) given.push(['page', String(more.page)]);
  return given.length === 0 ? '/faq' : `/faq?${new URLSearchParams(given)}`;
}
