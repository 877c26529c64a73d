import { AnswersService } from './answering/answers.service.ts';
import { AskedQuestionsService } from './asked/asked-questions.service.ts';
import { ClustersService } from './clusters/clusters.service.ts';
import { CareNoticesService } from './entries/care-notices.service.ts';
import { EntriesService } from './entries/entries.service.ts';
import { FiguresService } from './figures/figures.service.ts';
import { GapsService } from './gaps/gaps.service.ts';
import type { KnowledgeContext } from './knowledge.context.ts';
import { SettingsService } from './settings/settings.service.ts';
import { ReceiversService } from './sharing/receivers.service.ts';
import { SharedEntriesService } from './sharing/shared-entries.service.ts';
import { TreatmentViews } from './treatments/treatment-views.service.ts';
import { TreatmentsService } from './treatments/treatments.service.ts';

export type KnowledgeServices = ReturnType<typeof knowledgeServices>;

/** Every service of this module, each handed what it needs. @param origin public address of the site */
export function knowledgeServices(context: KnowledgeContext, origin: string) {
  const settings = new SettingsService(context.platform);
  const asked = new AskedQuestionsService(context);
  const clusters = new ClustersService(context, settings, asked);
  const gaps = new GapsService(context, settings, origin);
  const entries = new EntriesService(context, settings, async (change, input, publicationId) => {
    if (input.clusterId !== null) await clusters.enterIn(change, input.clusterId, publicationId);
    if (input.gapId !== null) await gaps.draftIn(change, input.gapId, publicationId);
  });
  const treatmentViews = new TreatmentViews(context);
  return {
    settings,
    asked,
    clusters,
    gaps,
    treatmentViews,
    treatments: new TreatmentsService(context, treatmentViews),
    entries,
    notices: new CareNoticesService(context, entries, origin),
    receivers: new ReceiversService(context),
    shared: new SharedEntriesService(context, origin),
    answers: new AnswersService(context, asked),
    figures: new FiguresService(context, { entries, settings, asked }),
  };
}
