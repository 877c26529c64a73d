import { suggestionRoutes } from '../suggestions/suggestions.contract.ts';
import { searchHref } from './search-address.ts';

const SHOWN = 6;

/** The search of the home page. @param asked queries for which the office keeps an answer: what people ask most */
export function HomeSearch({ asked }: { asked: readonly string[] }) {
  return (
    <>
      <search>
        <form class="home-search" action="/search" method="get" aria-label="检索全部公开信息">
          <input
            name="q"
            type="search"
            data-suggest={suggestionRoutes.suggest.url}
            maxLength={100}
            aria-label="检索全部公开信息"
            placeholder="要办的事、文件名或文号"
          />
          <button class="button" type="submit">
            检索
          </button>
        </form>
      </search>
      {asked.length > 0 && (
        <p class="home-asked">
          常查：
          {asked.slice(0, SHOWN).map((query) => (
            <a key={query} href={searchHref({ q: query })}>
              {query}
            </a>
          ))}
        </p>
      )}
    </>
  );
}
