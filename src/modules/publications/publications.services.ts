import { ArchivingService } from './archiving/archiving.service.ts';
import { AbandonedUploadsService } from './content/abandoned-uploads.service.ts';
import { AttachmentCopiesService } from './content/attachment-copies.service.ts';
import { UploadsService } from './content/uploads.service.ts';
import { DeterminationsService } from './determinations/determinations.service.ts';
import { RegisterService } from './filing/register.service.ts';
import { FindingsService } from './findings/findings.service.ts';
import { ImportingService } from './importing/importing.service.ts';
import { OpenPublicationsService } from './public/open-publications.service.ts';
import { PublicationListService } from './publication-list.service.ts';
import { PublicationViewService } from './publication-view.service.ts';
import type { PublicationsContext } from './publications.context.ts';
import { AdoptingService } from './publishing/adopting.service.ts';
import { EndingEffectsService } from './publishing/ending-effects.service.ts';
import { EndsService } from './publishing/ends.service.ts';
import { PublishingService } from './publishing/publishing.service.ts';
import { ScheduleService } from './publishing/schedule.service.ts';
import { TargetedService } from './publishing/targeted.service.ts';
import { ReceivingService } from './receiving/receiving.service.ts';
import { NoticesService } from './reminders/notices.service.ts';
import { ApprovalsService } from './reviews/approvals.service.ts';
import { ReviewersService } from './reviews/reviewers.service.ts';
import { ReviewsService } from './reviews/reviews.service.ts';
import { RulesService } from './reviews/rules.service.ts';
import { TermsService } from './terms/terms.service.ts';
import { DraftingService } from './versions/drafting.service.ts';

export type PublicationsServices = ReturnType<typeof publicationsServices>;

/** Every service of this module, each handed what it needs. */
export function publicationsServices(context: PublicationsContext) {
  const list = new PublicationListService(context);
  const drafting = new DraftingService(context);
  const uploads = new UploadsService(context);
  const determinations = new DeterminationsService(context);
  const publishing = new PublishingService(context);
  return {
    kinds: context.kinds,
    list,
    archiving: new ArchivingService(context, list),
    view: new PublicationViewService(context),
    drafting,
    uploads,
    attachments: new AttachmentCopiesService(context, drafting, uploads),
    abandonedUploads: new AbandonedUploadsService(context),
    importing: new ImportingService(context, uploads),
    reviews: new ReviewsService(context),
    rules: new RulesService(context),
    reviewers: new ReviewersService(context),
    approvals: new ApprovalsService(context.platform.database.kysely),
    determinations,
    adopting: new AdoptingService(context, { drafting, determinations }),
    receiving: new ReceivingService(context, drafting),
    findings: new FindingsService(context, drafting),
    publishing,
    scheduled: new ScheduleService(context, publishing),
    ends: new EndsService(context),
    endingEffects: new EndingEffectsService(context),
    targeted: new TargetedService(context),
    register: new RegisterService(context),
    terms: new TermsService(context),
    notices: new NoticesService(context),
    open: new OpenPublicationsService(context.platform.database.kysely, context.log),
  };
}
