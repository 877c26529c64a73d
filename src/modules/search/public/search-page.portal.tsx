import { EmptyState, longDay, PageTitle, Pagination } from '../../../portal/index.ts';
import { type ValidityState, ValidityTag } from '../../library/index.ts';
import { FACETS, type Facet } from '../finding/facets.ts';
import type { SearchAnswer, SearchResult } from '../finding/found.ts';
import type { MarkedPiece } from '../finding/passages.ts';
import { LAST_PAGE } from '../finding/search.service.ts';
import { withoutQuotes } from '../query/parse-query.ts';
import { suggestionRoutes } from '../suggestions/suggestions.contract.ts';
import type { FacetWords } from './facet-words.ts';
import { type SearchQuery, searchHref } from './search-address.ts';

const SUGGESTIONS = suggestionRoutes.suggest.url;
export const RESULTS_PER_PAGE = 10;
const VALUES_SHOWN = 8;

export const FACET_WORDS: Readonly<Record<Facet, string>> = {
  kind: '信息类型',
  unit: '公开机构',
  year: '年份',
  validity: '有效性',
  topic: '主题',
};

interface Shown {
  readonly query: SearchQuery;
  readonly answer: SearchAnswer | null;
  readonly words: FacetWords;
}

export function SearchBody(shown: Shown) {
  const { query, answer } = shown;
  return (
    <>
      <PageTitle title="智能检索" lead="在全区主动公开的信息里查找，支持发文字号、同义词和用引号括起的原句。" />
      <div class="wrap">
        <SearchForm query={query} />
        {answer === null ? <Advice /> : <Answer {...shown} answer={answer} />}
      </div>
    </>
  );
}

function SearchForm({ query }: { query: SearchQuery }) {
  return (
    <search>
      <form class="library-search" action="/search" method="get" aria-label="检索全部公开信息">
        <label for="search-q">检索全部公开信息</label>
        <input
          id="search-q"
          name="q"
          type="search"
          data-suggest={SUGGESTIONS}
          value={query.q}
          maxLength={100}
          placeholder="例如：公租房申请条件、明府规〔2024〕1号"
        />
        {query.sort !== 'relevance' && <input type="hidden" name="sort" value={query.sort} />}
        <button class="button" type="submit">
          检索
        </button>
      </form>
    </search>
  );
}

function Answer({ query, answer, words }: Shown & { answer: SearchAnswer }) {
  const nothing = answer.results.length === 0 && answer.best.length === 0;
  return (
    <div class="library-grid">
      <section class="library-list" aria-labelledby="found">
        <Choices query={query} words={words} />
        <div class="library-head">
          <h2 id="found">
            {query.q ? `“${query.q}”` : '全部信息'}
            {answer.more ? '：超过 ' : '：'}
            <strong>{answer.total}</strong> 条
          </h2>
          {!nothing && <SortLinks query={query} />}
        </div>
        {!nothing && (
          <p class="jump">
            <a href="#facets">按类型、机构、年份缩小范围</a>
          </p>
        )}
        {answer.correction && (
          <p class="search-correction">
            您要找的是不是：<a href={searchHref({ q: answer.correction })}>{answer.correction}</a>
          </p>
        )}
        {answer.relaxed && <p class="hint">没有同时包含全部检索词的信息，以下信息包含其中部分词语。</p>}
        {nothing ? (
          <Nothing query={query} />
        ) : (
          <ul class="documents">
            {answer.best.map((result) => (
              <Result key={`best-${result.number}`} result={result} words={words} note={result.note} best />
            ))}
            {answer.results
              .filter((result) => !answer.best.some((best) => best.number === result.number))
              .map((result) => (
                <Result key={result.number} result={result} words={words} />
              ))}
          </ul>
        )}
        <Pagination
          page={query.page}
          pageSize={RESULTS_PER_PAGE}
          total={Math.min(answer.total, LAST_PAGE * RESULTS_PER_PAGE)}
          href={(page) => searchHref(query, { page })}
        />
      </section>
      <Facets query={query} answer={answer} words={words} />
    </div>
  );
}

function Result({
  result,
  words,
  note = null,
  best = false,
}: {
  result: SearchResult;
  words: FacetWords;
  note?: string | null;
  best?: boolean;
}) {
  return (
    <li class={best ? 'document-best' : undefined}>
      <h3 class="document-title">
        <a href={`/documents/${result.number}`}>
          <Marked pieces={result.title} />
        </a>
      </h3>
      <p class="document-meta">
        {best && <span class="flag">推荐</span>}
        {result.validity && <ValidityTag state={result.validity as ValidityState} />}
        <span>{words('kind', result.kind)}</span>
        {result.documentNumber && <span>{result.documentNumber}</span>}
        <span>{words('unit', result.unitId)}</span>
        <time dateTime={result.datedOn}>{longDay(result.datedOn)}</time>
      </p>
      {note && <p class="document-summary">{note}</p>}
      <p class="document-summary">
        <Marked pieces={result.passage} />
      </p>
    </li>
  );
}

function Marked({ pieces }: { pieces: readonly MarkedPiece[] }) {
  return <>{pieces.map((piece) => (piece.found ? <mark key={piece.at}>{piece.text}</mark> : piece.text))}</>;
}

/** Choices made so far, each with a way back. */
function Choices({ query, words }: { query: SearchQuery; words: FacetWords }) {
  const made = FACETS.filter((facet) => query[facet] !== undefined);
  if (made.length === 0) return null;
  return (
    <ul class="conditions" aria-label="已选条件">
      {made.map((facet) => (
        <li key={facet}>
          <a href={searchHref(query, { [facet]: undefined })} rel="nofollow">
            {FACET_WORDS[facet]}：{words(facet, query[facet] as string)}
            <span aria-hidden="true"> ×</span>
            <span class="unseen">（取消这一条件）</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function SortLinks({ query }: { query: SearchQuery }) {
  const sorts = [
    { sort: 'relevance', label: '按相关程度' },
    { sort: 'newest', label: '按日期' },
  ] as const;
  return (
    <ul class="sorts" aria-label="排序">
      {sorts.map(({ sort, label }) => (
        <li key={sort}>
          <a href={searchHref(query, { sort })} rel="nofollow" aria-current={query.sort === sort ? 'true' : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Facets({ query, answer, words }: { query: SearchQuery; answer: SearchAnswer; words: FacetWords }) {
  const shown = FACETS.filter((facet) => answer.facets[facet].length > 0);
  if (shown.length === 0) return null;
  return (
    <aside id="facets" class="facets" aria-label="缩小范围">
      {shown.map((facet) => (
        <section key={facet} aria-labelledby={`facet-${facet}`}>
          <h2 id={`facet-${facet}`}>{FACET_WORDS[facet]}</h2>
          <ul>
            {answer.facets[facet].slice(0, VALUES_SHOWN).map(({ value, count }) => (
              <li key={value}>
                <a
                  href={searchHref(query, { [facet]: query[facet] === value ? undefined : value })}
                  rel="nofollow"
                  aria-current={query[facet] === value ? 'true' : undefined}
                >
                  <span>{words(facet, value)}</span> <span class="count">{count}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </aside>
  );
}

function Nothing({ query }: { query: SearchQuery }) {
  const narrowed = FACETS.some((facet) => query[facet] !== undefined);
  const unquoted = withoutQuotes(query.q);
  return (
    <EmptyState title="没有找到符合条件的信息">
      {narrowed ? (
        <p>
          可以<a href={searchHref({ q: query.q })}>去掉筛选条件</a>再找一次。
        </p>
      ) : (
        <>
          {unquoted !== query.q && (
            <p>
              引号里的话要一字不差。可以<a href={searchHref({ q: unquoted })}>去掉引号再找</a>。
            </p>
          )}
          <p>
            请换一个说法，或者减少检索词；也可以从<a href="/library">政策文件库</a>按机关、年份和主题查找。
          </p>
        </>
      )}
    </EmptyState>
  );
}

function Advice() {
  return (
    <div class="search-advice">
      <h2>可以这样找</h2>
      <ul>
        <li>
          直接写要办的事：<a href={searchHref({ q: '加装电梯' })}>加装电梯</a>、
          <a href={searchHref({ q: '幼升小' })}>幼升小</a>
        </li>
        <li>写出完整的发文字号，相应文件排在最前面</li>
        <li>用引号括起一句原文，只找一字不差的信息</li>
      </ul>
    </div>
  );
}
