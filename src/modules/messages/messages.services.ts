import type { Platform } from '../../platform/platform.ts';
import type { CasesDoor } from '../cases/index.ts';
import type { Organisations } from '../organisations/index.ts';
import type { PublicationsServices } from '../publications/index.ts';
import { AnsweredService } from './answered/answered.service.ts';
import { EvaluationsService } from './evaluations/evaluations.service.ts';
import { PublicFiguresService } from './figures/public-figures.service.ts';
import { SelectionsService } from './selected/selections.service.ts';

export type MessagesServices = ReturnType<typeof messagesServices>;

/** Every service of this module, each handed what it needs. */
export function messagesServices(
  platform: Platform,
  below: {
    readonly organisations: Organisations;
    readonly publications: Pick<PublicationsServices, 'drafting' | 'open'>;
    readonly cases: CasesDoor;
  },
) {
  const { organisations, publications, cases } = below;
  const figures = new PublicFiguresService(cases, platform.clock);
  return {
    answered: new AnsweredService(publications.open, organisations),
    figures,
    evaluations: new EvaluationsService(cases, publications.open),
    selections: new SelectionsService(platform, { cases, publications }),
    /** Part of the version of public pages. */
    dataVersion: () => figures.dataVersion(),
  };
}
