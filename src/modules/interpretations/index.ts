import type { Module } from '../../platform/module.ts';
import type { Platform } from '../../platform/platform.ts';
import type { PortalPart } from '../../portal/index.ts';
import type { AttachmentsService } from '../attachments/index.ts';
import type { LibraryServices, PublicationsBelow } from '../library/index.ts';
import type { Organisations } from '../organisations/index.ts';
import type { PublicationsServices } from '../publications/index.ts';
import { interpretationContest } from './contests/contest.kind.ts';
import { serveVotes } from './contests/votes.api.ts';
import { serveFigures } from './figures/figures.api.ts';
import { interpretation } from './interpretation.kind.ts';
import { type InterpretationsServices, interpretationsServices } from './interpretations.services.ts';
import { liveSession } from './live-room/live-session.kind.ts';
import { interpretationWork } from './migrations/interpretation-work.ts';
import { interpretations } from './migrations/interpretations.ts';
import { interpretationsPortal } from './public/interpretations.portal.tsx';
import { ratingPart } from './public/rating-parts.portal.tsx';
import { interpretationAddresses } from './public/sitemap-share.ts';
import { workPart } from './public/work-parts.portal.tsx';
import { serveRatings } from './ratings/ratings.api.ts';
import { heldCoachingFiles } from './registers/coaching-files.store.ts';
import { serveRecords } from './registers/records.api.ts';

export type { InterpretationForm, InterpretationStage } from './interpretation-words.ts';
export type { InterpretationsServices } from './interpretations.services.ts';

export const interpretationsMigrations = [interpretations, interpretationWork];

/** Interpretation of policy (ITP-1..18): its kinds, its readers, its registers, and the figures of the work. */
export function interpretationsModule(
  platform: Platform,
  below: {
    readonly organisations: Organisations;
    readonly attachments: AttachmentsService;
    readonly publications: PublicationsBelow & Pick<PublicationsServices, 'approvals'>;
    readonly library: LibraryServices;
  },
): Module & { readonly service: InterpretationsServices; readonly portal: PortalPart } {
  const { publications, library } = below;
  for (const kind of [interpretation, liveSession, interpretationContest]) publications.kinds.register(kind);
  const service = interpretationsServices(platform, below);
  library.documentParts.register(workPart(service.reprints, library.open));
  library.documentParts.register(ratingPart(service.ratings));
  library.sitemapShares.register(() => interpretationAddresses(publications.open));
  return {
    name: 'interpretations',
    migrations: interpretationsMigrations,
    service,
    portal: interpretationsPortal({ open: publications.open, library: library.open, ...service }),
    files: { held: heldCoachingFiles },
    jobs: [
      {
        name: 'interpretation-coaching-files',
        every: '25 4 * * *',
        run: async () => void (await service.files.sweep()),
      },
    ],
    routes: (app) => {
      serveRatings(app, service.ratings);
      serveVotes(app, service.contests);
      serveRecords(app, service, platform.files);
      serveFigures(app, service);
    },
  };
}
