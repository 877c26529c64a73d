import type { Module } from '../../platform/module.ts';
import type { Platform } from '../../platform/platform.ts';
import { type PortalPart, readSite } from '../../portal/index.ts';
import type { Organisations } from '../organisations/index.ts';
import type { PublicationKind, PublicationsServices } from '../publications/index.ts';
import { serveAudiences } from './audiences/audiences.api.ts';
import { AudiencesService } from './audiences/audiences.service.ts';
import { serveEnding } from './expiry/ending.api.ts';
import { Reminders } from './expiry/reminders.service.ts';
import { SitemapShares } from './feeds/sitemap-shares.ts';
import { serveImports } from './import/imports.api.ts';
import { ImportsService } from './import/imports.service.ts';
import { heldFiles } from './import/imports.store.ts';
import { serveInspection } from './inspection/inspection.api.ts';
import { InspectionService } from './inspection/inspection.service.ts';
import { LIBRARY_KINDS } from './kinds.ts';
import { libraryJobs } from './library.jobs.ts';
import { libraryMigrations } from './migrations/index.ts';
import { serveDocumentPdf } from './pdf/document-pdf.api.ts';
import { DocumentPdf } from './pdf/document-pdf.service.ts';
import { DocumentParts } from './public/document-parts.ts';
import { libraryPortal } from './public/library.portal.tsx';
import { OpenLibrary } from './public/open-library.service.ts';
import { SearchBoxHelp } from './public/search-box-help.ts';
import { Shelf } from './shelf/shelf.service.ts';
import { serveTerms } from './terms/terms.api.ts';
import { TermsService } from './terms/terms.service.ts';
import { serveTopics } from './topics/topics.api.ts';
import { TopicsService } from './topics/topics.service.ts';

export { STATUTORY_CLASSES, statutoryName } from './columns/statutory-content.ts';
export { ONE_REVIEW_EACH, THREE_REVIEWS } from './documents/review-steps.ts';
export type { SitemapEntry } from './feeds/sitemap.ts';
export type { PdfNode } from './pdf/pdf-nodes.ts';
export { type PrintedPages, printPages } from './pdf/printed-pages.ts';
export type { DocumentPart } from './public/document-parts.ts';
export type { ListedDocument, NormativeFacts } from './public/open-library.ts';
export { ValidityTag } from './public/validity.portal.tsx';
export type { TagInput, TopicInput } from './topics/topics.contract.ts';
export { type Validity, type ValidityState, validityOn } from './validity/validity.ts';
export { VALIDITY_WORDS } from './validity/validity-words.ts';
export { libraryMigrations };

export interface LibraryServices {
  readonly open: OpenLibrary;
  readonly topics: TopicsService;
  readonly audiences: AudiencesService;
  readonly terms: TermsService;
  readonly shelf: Shelf;
  readonly reminders: Reminders;
  readonly imports: ImportsService;
  readonly inspection: InspectionService;
  /** What modules above show beside a document. */
  readonly documentParts: DocumentParts;
  /** Addresses of modules above for the sitemap. */
  readonly sitemapShares: SitemapShares;
  /** Suggestions for the library's own search box. */
  readonly searchBoxHelp: SearchBoxHelp;
  /** Public address of the site, without slash at the end. */
  readonly origin: string;
}

/** What the library needs of the door out. */
export interface PublicationsBelow {
  readonly open: PublicationsServices['open'];
  readonly adopting: PublicationsServices['adopting'];
  readonly kinds: {
    register(kind: PublicationKind): void;
    has(code: string): boolean;
    get(code: string): PublicationKind;
  };
}

/** The public library: documents, validity, statutory columns, topics, feeds (LIB, TOP, GIP). */
export function libraryModule(
  platform: Platform,
  below: {
    readonly organisations: Organisations;
    readonly publications: PublicationsBelow;
  },
): Module & { readonly service: LibraryServices; readonly portal: PortalPart } {
  const { organisations, publications } = below;
  for (const kind of LIBRARY_KINDS) publications.kinds.register(kind);
  const { config } = platform;
  const origin = (config.origin ?? `http://${config.host}:${config.port}`).replace(/\/$/, '');
  const terms = new TermsService(platform);
  const shelf = new Shelf(platform, publications.open, terms);
  const audiences = new AudiencesService(platform, shelf);
  const topics = new TopicsService(platform, { organisations, shelf, audiences });
  const open = new OpenLibrary(platform, { publications: publications.open, organisations, shelf, topics, terms });
  const reminders = new Reminders(platform, { organisations, shelf, terms });
  const imports = new ImportsService(platform, { organisations, publications, topics });
  const inspection = new InspectionService(platform, { organisations, shelf, open: publications.open });
  const documentParts = new DocumentParts();
  const sitemapShares = new SitemapShares();
  const searchBoxHelp = new SearchBoxHelp();
  const pdf = new DocumentPdf({
    files: platform.files,
    kinds: publications.kinds,
    unitName: async (number) => {
      const unitId = (await publications.open.item(number))?.unitId;
      return (await organisations.units.all()).find((unit) => unit.id === unitId)?.name ?? '';
    },
    origin,
    siteName: async () => (await readSite(config.dataFolder)).name,
  });
  return {
    name: 'library',
    migrations: libraryMigrations,
    service: {
      open,
      topics,
      audiences,
      terms,
      shelf,
      reminders,
      imports,
      inspection,
      documentParts,
      sitemapShares,
      searchBoxHelp,
      origin,
    },
    portal: libraryPortal({
      open,
      kinds: publications.kinds,
      parts: documentParts,
      sitemapShares,
      searchBoxHelp,
      origin,
    }),
    routes: (app) => {
      serveTopics(app, topics);
      serveAudiences(app, audiences);
      serveEnding(app, reminders);
      serveImports(app, imports, platform.files);
      serveInspection(app, inspection, origin);
      serveTerms(app, terms);
      serveDocumentPdf(app, publications.open, pdf);
    },
    jobs: libraryJobs(platform, { shelf, reminders, imports }),
    files: { held: heldFiles },
    onEvent: {
      'publications.changed': async ({ what, number }) => {
        await shelf.catchUp();
        if (what === 'erased') await imports.eraseImported(Number(number));
      },
    },
  };
}
