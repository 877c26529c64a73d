import { type PortalPart, pageRoute } from '../../../portal/index.ts';
import type { SearchService } from '../finding/search.service.ts';
import type { IndexFollower } from '../following/index-follower.ts';
import type { OfficeWordsService } from '../office/office-words.service.ts';
import type { FacetWords } from './facet-words.ts';
import { HomeSearch } from './home-search.portal.tsx';
import { filtersOf, SearchQuery } from './search-address.ts';
import { RESULTS_PER_PAGE, SearchBody } from './search-page.portal.tsx';

export interface SearchPages {
  readonly search: SearchService;
  readonly office: OfficeWordsService;
  readonly follower: IndexFollower;
  /** Asked once for each page. */
  readonly facetWords: () => Promise<FacetWords>;
}

export function searchPortal({ search, office, follower, facetWords }: SearchPages): PortalPart {
  return {
    navigation: [{ href: '/search', label: '检索' }],
    files: [],
    home: async () => ({ entrance: <HomeSearch asked={(await office.current()).queries} /> }),
    pages: [
      pageRoute({
        url: '/search',
        access: { kind: 'portal', action: 'read' },
        query: SearchQuery,
        make: async ({ query }) => {
          await follower.keepUp();
          const filters = filtersOf(query);
          const asked = query.q !== '' || Object.keys(filters).length > 0;
          const answer = asked
            ? await search.search({
                written: query.q,
                filters,
                newestFirst: query.sort === 'newest' || query.q === '',
                page: query.page,
                pageSize: RESULTS_PER_PAGE,
              })
            : null;
          if (answer && query.page === 1 && Object.keys(filters).length === 0)
            await office.count(query.q, answer.total);
          return {
            head: { title: query.q ? `检索：${query.q}` : '智能检索', trail: [] },
            body: <SearchBody query={query} answer={answer} words={await facetWords()} />,
          };
        },
      }),
    ],
  };
}
