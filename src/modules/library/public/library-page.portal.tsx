import { EmptyState, PageTitle, Pagination } from '../../../portal/index.ts';
import type { Unit } from '../../organisations/index.ts';
import { type AudienceLink, type AudienceNode, audienceTree } from '../audiences/audience-tree.ts';
import { VALIDITY_WORDS } from '../validity/validity-words.ts';
import { DocumentList } from './document-list.portal.tsx';
import {
  CURRENT,
  CURRENT_STATES,
  conditions,
  DOCUMENTS_PER_PAGE,
  FACET_LABELS,
  FACETS,
  type Facet,
  LIBRARY_SORTS,
  type LibraryFilter,
  type LibrarySort,
  libraryHref,
  withCondition,
} from './library-filter.ts';
import type { FacetCount, LibraryPage } from './open-library.ts';

const SORT_WORDS: Readonly<Record<LibrarySort, string>> = {
  newest: '成文日期从新到旧',
  oldest: '从旧到新',
  published: '最近发布',
  title: '标题',
};
const LIST_WORDS: Readonly<Record<string, string>> = { normative: '行政规范性文件', other: '其他文件' };
const SHOWN_VALUES = 8;

interface Shown {
  readonly page: LibraryPage;
  readonly filter: LibraryFilter;
  readonly units: readonly Unit[];
  /** Address that suggests words while somebody types. */
  readonly suggestionsAt: string | undefined;
}

/** The library with its own search box and its facets as plain links (LIB-2, LIB-3, LIB-4). */
export function LibraryBody({ page, filter, units, suggestionsAt }: Shown) {
  return (
    <>
      <PageTitle title="政策文件库" lead="全区各单位主动公开的政策文件。行政规范性文件单独标明，并显示有效性。" />
      <div class="wrap">
        <SearchBox filter={filter} suggestionsAt={suggestionsAt} />
        <ListTabs page={page} filter={filter} />
        <div class="library-grid">
          <section class="library-list" aria-labelledby="found">
            <Conditions filter={filter} units={units} />
            <div class="library-head">
              <h2 id="found">
                {conditions(filter).length > 0 ? '找到' : '共'} <strong>{page.total}</strong> 件文件
              </h2>
              <SortLinks filter={filter} />
            </div>
            <p class="jump">
              <a href="#facets">按机关、年份、主题筛选</a>
            </p>
            {page.items.length > 0 ? <DocumentList documents={page.items} /> : <Nothing filter={filter} />}
            {filter.q && (
              <p class="library-more">
                也可以<a href={`/search?q=${encodeURIComponent(filter.q)}`}>在正文中检索“{filter.q}”</a>。
              </p>
            )}
            <Pagination
              page={page.page}
              pageSize={DOCUMENTS_PER_PAGE}
              total={page.total}
              href={(number) => libraryHref({ ...filter, page: number })}
            />
          </section>
          <Facets page={page} filter={filter} />
        </div>
      </div>
    </>
  );
}

function SearchBox({ filter, suggestionsAt }: Pick<Shown, 'filter' | 'suggestionsAt'>) {
  const kept = conditions(filter).filter((one) => one.name !== 'q');
  return (
    <search>
      <form class="library-search" action="/library" method="get" aria-label="检索政策文件">
        <label for="library-q">检索政策文件</label>
        <input
          id="library-q"
          name="q"
          type="search"
          data-suggest={suggestionsAt}
          data-suggest-kind={suggestionsAt && 'policyDocument'}
          value={filter.q ?? ''}
          maxLength={60}
          placeholder="标题、发文字号或关键词"
        />
        {kept.map((one) => (
          <input key={one.name} type="hidden" name={one.name} value={one.value} />
        ))}
        <button class="button" type="submit">
          检索
        </button>
      </form>
    </search>
  );
}

/** Two lists apart, each with its count (LIB-4). */
function ListTabs({ page, filter }: { page: LibraryPage; filter: LibraryFilter }) {
  const countOf = (value: string) => page.facets.list.find((one) => one.value === value)?.count ?? 0;
  const tabs = [
    { value: undefined, label: '全部文件', count: countOf('normative') + countOf('other') },
    { value: 'normative', label: '行政规范性文件', count: countOf('normative') },
    { value: 'other', label: '其他文件', count: countOf('other') },
  ];
  return (
    <nav class="tabs" aria-label="文件类别">
      <ul>
        {tabs.map((tab) => (
          <li key={tab.label}>
            <a
              href={libraryHref(withCondition(filter, 'list', tab.value))}
              rel={conditions(filter).length > 0 ? 'nofollow' : undefined}
              aria-current={filter.list === tab.value ? 'page' : undefined}
            >
              {tab.label} <span class="count">{tab.count}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Conditions({ filter, units }: { filter: LibraryFilter; units: readonly Unit[] }) {
  const all = conditions(filter).filter((one) => one.name !== 'list');
  if (all.length === 0) return null;
  return (
    <ul class="conditions" aria-label="已选条件">
      {all.map((one) => (
        <li key={one.name}>
          <a href={libraryHref(withCondition(filter, one.name, undefined))} rel="nofollow">
            <span class="unseen">去掉条件：</span>
            {conditionWords(one.name, one.value, units)}
            <span aria-hidden="true"> ×</span>
          </a>
        </li>
      ))}
      {all.length > 1 && (
        <li>
          <a class="clear" href="/library">
            清除全部
          </a>
        </li>
      )}
    </ul>
  );
}

function conditionWords(name: keyof LibraryFilter, value: string, units: readonly Unit[]): string {
  if (name === 'q') return `“${value}”`;
  if (name === 'column') return '转为主动公开的文件';
  if (name === 'unit') return units.find((unit) => unit.code === value)?.name ?? value;
  if (name === 'tag') return `标签：${value}`;
  return valueWords(name as Facet, value);
}

function valueWords(facet: Facet, value: string): string {
  if (facet === 'validity' && value === CURRENT) return '现行（有效、已修改、未截止、未废止）';
  if (facet === 'validity') return VALIDITY_WORDS[value as keyof typeof VALIDITY_WORDS] ?? value;
  if (facet === 'list') return LIST_WORDS[value] ?? value;
  return facet === 'year' ? `${value}年` : value;
}

/** First the choice that most readers want: what holds today. */
function withCurrent(values: readonly FacetCount[]): readonly FacetCount[] {
  const holding = values.filter((one) => CURRENT_STATES.some((state) => state === one.value));
  const count = holding.reduce((sum, one) => sum + one.count, 0);
  return count === 0 ? values : [{ value: CURRENT, count }, ...values];
}

function SortLinks({ filter }: { filter: LibraryFilter }) {
  return (
    <ul class="sorts" aria-label="排序">
      {LIBRARY_SORTS.map((sort) => (
        <li key={sort}>
          <a
            href={libraryHref({ ...withCondition(filter, 'sort', sort) })}
            rel="nofollow"
            aria-current={(filter.sort ?? 'newest') === sort ? 'true' : undefined}
          >
            {SORT_WORDS[sort]}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Facets({ page, filter }: { page: LibraryPage; filter: LibraryFilter }) {
  return (
    <aside class="facets" id="facets" aria-label="筛选">
      {FACETS.filter((facet) => facet !== 'list').map((facet) => (
        <FacetLinks key={facet} facet={facet} page={page} filter={filter} />
      ))}
      <section>
        <h2>更多</h2>
        <ul>
          <li>
            <a href="/library/normative">规范性文件有效期一览</a>
          </li>
          <li>
            <a href="/library?column=converted">转为主动公开的文件</a>
          </li>
          <li>
            <a href="/topics">特色主题</a>
          </li>
          <li>
            <a href="/library/figures">文件库每日数据</a>
          </li>
          <li>
            <a href="/library/feed.rss">订阅（RSS）</a>
          </li>
        </ul>
      </section>
    </aside>
  );
}

function FacetLinks({ facet, page, filter }: { facet: Facet; page: LibraryPage; filter: LibraryFilter }) {
  const values = facet === 'validity' ? withCurrent(page.facets.validity) : page.facets[facet];
  if (values.length === 0) return null;
  const chosen = filter[facet] === undefined ? undefined : String(filter[facet]);
  const nodes = audienceTree(values.map((one) => ({ ...one, name: one.value, parent: one.parent ?? null })));
  const links = nodes.map((node) => facetLink(node, chosen, facet, filter));
  const rest = links.length - SHOWN_VALUES;
  const isHidden = nodes.slice(SHOWN_VALUES).some((node) => holds(node, chosen));
  return (
    <section>
      <h2>{FACET_LABELS[facet]}</h2>
      <ul>{links.slice(0, rest > 2 ? SHOWN_VALUES : undefined)}</ul>
      {rest > 2 && (
        <details open={isHidden}>
          <summary>其余 {rest} 项</summary>
          <ul>{links.slice(SHOWN_VALUES)}</ul>
        </details>
      )}
    </section>
  );
}

type FacetNode = AudienceNode<FacetCount & AudienceLink>;

function holds({ item, kinds }: FacetNode, chosen: string | undefined): boolean {
  return item.value === chosen || kinds.some((kind) => holds(kind, chosen));
}

/** A wider audience counts its kinds, which stand folded below it. */
function facetLink(node: FacetNode, chosen: string | undefined, facet: Facet, filter: LibraryFilter) {
  const { item: one, kinds } = node;
  return (
    <li key={one.value}>
      <a
        href={libraryHref(withCondition(filter, facet, one.value === chosen ? undefined : one.value))}
        rel="nofollow"
        aria-current={one.value === chosen ? 'true' : undefined}
      >
        <span>{valueWords(facet, one.value)}</span> <span class="count">{one.count}</span>
      </a>
      {kinds.length > 0 && (
        <details class="facet-kinds" open={holds(node, chosen)}>
          <summary>
            {valueWords(facet, one.value)}细分 {kinds.length} 类
          </summary>
          <ul>{kinds.map((kind) => facetLink(kind, chosen, facet, filter))}</ul>
        </details>
      )}
    </li>
  );
}

function Nothing({ filter }: { filter: LibraryFilter }) {
  return (
    <EmptyState title="没有符合条件的文件">
      <p>
        {filter.q ? '请换用较短的词，或' : '请'}减少条件，也可以<a href="/library">查看全部文件</a>。
      </p>
    </EmptyState>
  );
}
