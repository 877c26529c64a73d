import type { Module } from '../../platform/module.ts';
import type { Platform } from '../../platform/platform.ts';
import type { PortalPart } from '../../portal/index.ts';
import type { CalendarService } from '../calendar/index.ts';
import type { CasesDoor } from '../cases/index.ts';
import type { LibraryServices } from '../library/index.ts';
import type { Organisations } from '../organisations/index.ts';
import type { PublicationsServices } from '../publications/index.ts';
import type { SearchModule } from '../search/index.ts';
import { faqKind } from './entries/faq.kind.ts';
import { serveKnowledge } from './knowledge.api.ts';
import { knowledgeJobs } from './knowledge.jobs.ts';
import { type KnowledgeServices, knowledgeServices } from './knowledge.services.ts';
import { knowledgeMigrations } from './migrations/index.ts';
import { faqParts } from './public/document-parts.portal.tsx';
import { knowledgePortal } from './public/knowledge.portal.tsx';
import { faqAddresses } from './public/sitemap-share.ts';

export { AnswerFinder } from './answering/answer-finder.ts';
export { EntryInput } from './entries/entries.contract.ts';
export type { KnowledgeServices } from './knowledge.services.ts';
export type { ReadDocument } from './passages/passage.ts';
export { GapReport } from './sharing/sharing.contract.ts';
export { PlanTreatment } from './treatments/treatments.contract.ts';
export { knowledgeMigrations };

/** What was answered once, for everybody: the FAQ, the questions that it comes from, those who share it, and answers from public words (KB-1..6, SRCH-1). */
export function knowledgeModule(
  platform: Platform,
  below: {
    readonly organisations: Organisations;
    readonly calendar: CalendarService;
    readonly publications: Pick<PublicationsServices, 'open' | 'drafting' | 'view' | 'kinds'>;
    readonly library: LibraryServices;
    readonly cases: Pick<CasesDoor, 'questions' | 'view'>;
    readonly search: SearchModule['service'];
  },
): Module & { readonly service: KnowledgeServices; readonly portal: PortalPart } {
  const { publications, library, search } = below;
  publications.kinds.register(faqKind);
  const context = { platform, ...below, search: search.search, words: search.office };
  const service = knowledgeServices(context, library.origin);
  library.documentParts.register(faqParts(publications.open, library.open));
  library.sitemapShares.register(() => faqAddresses(publications.open));
  return {
    name: 'knowledge',
    migrations: knowledgeMigrations,
    service,
    portal: knowledgePortal({
      open: publications.open,
      library: library.open,
      search: search.search,
      answers: service.answers,
    }),
    routes: (app) => serveKnowledge(app, service),
    jobs: knowledgeJobs(service),
    onEvent: {
      'publications.changed': async ({ kind, publicationId }) => {
        if (kind === 'faq') await service.gaps.follow(String(publicationId));
      },
    },
  };
}
