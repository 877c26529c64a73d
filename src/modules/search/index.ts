import { serveRoute } from '../../platform/http/serve-route.ts';
import type { Module } from '../../platform/module.ts';
import type { Platform } from '../../platform/platform.ts';
import type { PortalPart, Tone } from '../../portal/index.ts';
import { SearchService } from './finding/search.service.ts';
import { type FollowedSources, IndexFollower } from './following/index-follower.ts';
import { search } from './migrations/search.ts';
import { serveOfficeWords } from './office/office-words.api.ts';
import { OfficeWordsService } from './office/office-words.service.ts';
import { searchPortal } from './public/search.portal.tsx';
import type { FacetWords } from './public/search-page.portal.tsx';
import { searchJobs } from './search.jobs.ts';
import { suggestionRoutes } from './suggestions/suggestions.contract.ts';
import { Segmenter } from './words/segmenter.ts';

export { searchHref } from './public/search-address.ts';
export type { FacetWords } from './public/search-page.portal.tsx';

export const searchMigrations = [search];

export interface SearchDeps extends FollowedSources {
  /** The official form of a document number as typed; null when it is none. */
  readonly documentNumberOf: (text: string) => string | null;
  readonly facetWords: () => Promise<FacetWords>;
  readonly validityTone: (validity: string) => Tone;
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
export function searchModule(platform: Platform, deps: SearchDeps): SearchModule {
  const segmenter = new Segmenter();
  const office = new OfficeWordsService(platform);
  const follower = new IndexFollower(platform, deps, segmenter);
  const service = new SearchService({
    database: platform.database,
    segmenter,
    office,
    documentNumberOf: deps.documentNumberOf,
  });
  return {
    name: 'search',
    migrations: searchMigrations,
    service: { search: service, office, follower },
    portal: searchPortal({ search: service, office, facetWords: deps.facetWords, validityTone: deps.validityTone }),
    jobs: searchJobs(follower, office),
    onEvent: { 'publications.changed': async () => void (await follower.catchUp()) },
    routes: (app) => {
      serveOfficeWords(app, office);
      serveRoute(app, '智能检索', suggestionRoutes.suggest, async ({ query }) => ({
        items: [...(await service.suggest(query.q))],
      }));
    },
  };
}
