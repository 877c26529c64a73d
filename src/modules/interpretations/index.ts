import type { Module } from '../../platform/module.ts';
import type { Platform } from '../../platform/platform.ts';
import type { PortalPart } from '../../portal/index.ts';
import type { LibraryServices, PublicationsBelow } from '../library/index.ts';
import { interpretation } from './interpretation.kind.ts';
import { interpretations } from './migrations/interpretations.ts';
import { interpretationsPortal } from './public/interpretations.portal.tsx';
import { ratingPart } from './public/rating-parts.portal.tsx';
import { serveRatings } from './ratings/ratings.api.ts';
import { RatingsService } from './ratings/ratings.service.ts';

export type { InterpretationForm, InterpretationStage } from './interpretation-words.ts';

export const interpretationsMigrations = [interpretations];

export interface InterpretationsServices {
  readonly ratings: RatingsService;
}

/** Interpretation of policy: a kind of publication, linked both ways, rated by its readers (ITP-1, ITP-8..11). */
export function interpretationsModule(
  platform: Platform,
  below: {
    readonly publications: PublicationsBelow;
    readonly library: LibraryServices;
  },
): Module & { readonly service: InterpretationsServices; readonly portal: PortalPart } {
  const { publications, library } = below;
  publications.kinds.register(interpretation);
  const ratings = new RatingsService(platform, publications.open);
  library.documentParts.register(ratingPart(ratings));
  return {
    name: 'interpretations',
    migrations: interpretationsMigrations,
    service: { ratings },
    portal: interpretationsPortal({ open: publications.open, library: library.open, ratings }),
    routes: (app) => serveRatings(app, ratings),
  };
}
