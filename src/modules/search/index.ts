import { readDocumentNumber } from '../../kernel/document-number.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import type { Module } from '../../platform/module.ts';
import type { Platform } from '../../platform/platform.ts';
import type { PortalPart } from '../../portal/index.ts';
import type { LibraryServices, PublicationsBelow } from '../library/index.ts';
import type { Organisations } from '../organisations/index.ts';
import { SearchService } from './finding/search.service.ts';
import { IndexFollower } from './following/index-follower.ts';
import { search } from './migrations/search.ts';
import { topicsInRow } from './migrations/topics-in-row.ts';
import { unclearQueries } from './migrations/unclear-queries.ts';
import { wordBeginnings } from './migrations/word-beginnings.ts';
import { serveOfficeWords } from './office/office-words.api.ts';
import { OfficeWordsService } from './office/office-words.service.ts';
import { wordsOfFacets } from './public/facet-words.ts';
import { searchPortal } from './public/search.portal.tsx';
import { searchJobs } from './search.jobs.ts';
import { suggestionRoutes } from './suggestions/suggestions.contract.ts';
import { Segmenter } from './words/segmenter.ts';

export type { Relevant } from './finding/found.ts';
export type { SearchService } from './finding/search.service.ts';
export { type KeptQuery, keptQuery } from './office/kept-query.ts';
export type { OfficeWordsService } from './office/office-words.service.ts';
export type { Term } from './query/parse-query.ts';
export { fold } from './words/fold.ts';
export { indexWords } from './words/index-words.ts';
export { Segmenter } from './words/segmenter.ts';
export { isStopWord } from './words/stop-words.ts';

export const searchMigrations = [search, unclearQueries, topicsInRow, wordBeginnings];

/** The modules below whose public things are found. */
export interface SearchedBelow {
  readonly organisations: Organisations;
  readonly publications: PublicationsBelow;
  readonly library: LibraryServices;
}

export interface SearchModule extends Module {
  readonly service: {
    readonly search: SearchService;
    readonly office: OfficeWordsService;
    readonly follower: IndexFollower;
  };
  readonly portal: PortalPart;
}

/** Listens to `publications.changed`; its index is made anew from the public form at any time. */
export function searchModule(platform: Platform, below: SearchedBelow): SearchModule {
  const { organisations, publications, library } = below;
  const segmenter = new Segmenter();
  const office = new OfficeWordsService(platform, segmenter);
  const sources = {
    open: publications.open,
    validities: (numbers: readonly number[]) => library.open.validities(numbers),
  };
  const follower = new IndexFollower(platform, sources, segmenter);
  const service = new SearchService({
    database: platform.database,
    segmenter,
    office,
    documentNumberOf: (text) => readDocumentNumber(text).value,
  });
  library.searchBoxHelp.register(suggestionRoutes.suggest.url);
  const facetWords = () => wordsOfFacets(organisations, publications);
  return {
    name: 'search',
    migrations: searchMigrations,
    service: { search: service, office, follower },
    portal: searchPortal({ search: service, office, follower, facetWords }),
    jobs: searchJobs(follower, office),
    onEvent: { 'publications.changed': async () => void (await follower.catchUp()) },
    routes: (app) => {
      serveOfficeWords(app, office);
      serveRoute(app, '智能检索', suggestionRoutes.suggest, async ({ body }) => ({
        items: [...(await service.suggest(body.q, body.kind))],
      }));
    },
  };
}
