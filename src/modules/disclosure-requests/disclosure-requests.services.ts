import type { AttachmentsService } from '../attachments/index.ts';
import type { Organisations } from '../organisations/index.ts';
import type { PublicationsServices } from '../publications/index.ts';
import { ChecksService } from './checks/checks.service.ts';
import { CommunicationService } from './communication/communication.service.ts';
import { ConversionService } from './conversion/conversion.service.ts';
import { DecisionsService } from './decisions/decisions.service.ts';
import { DeliveryService } from './delivery/delivery.service.ts';
import { FactsService } from './facts/facts.service.ts';
import { CaseLettersService } from './letters/case-letters.service.ts';
import { TemplateLetters } from './letters/decision-letters.service.ts';
import { TemplatesService } from './letters/templates.service.ts';
import { ConsultationService } from './procedure/consultation.service.ts';
import { CorrectionService } from './procedure/correction.service.ts';
import { ExtensionService } from './procedure/extension.service.ts';
import { FeeService } from './procedure/fee.service.ts';
import { ReceiptService } from './procedure/receipt.service.ts';
import { AnswerDaysService } from './proceedings/answer-days.service.ts';
import { ProceedingDesk } from './proceedings/proceeding-desk.ts';
import { ProceedingViewsService } from './proceedings/proceeding-views.service.ts';
import { ProceedingsService } from './proceedings/proceedings.service.ts';
import { AlreadyPublicService } from './public/already-public.service.ts';
import { OwnRequestService } from './public/own-request.service.ts';
import { RemedyBodiesService } from './remedies/remedy-bodies.service.ts';
import { ReopeningService } from './requests/reopening.service.ts';
import { type RequestContext, RequestDesk } from './requests/request-desk.ts';
import { TakingInService } from './requests/taking-in.service.ts';
import { SuppliedFilesService } from './supplied/supplied-files.service.ts';
import { RequestListService } from './viewing/request-list.service.ts';
import { RequestViewService } from './viewing/request-view.service.ts';

export type DisclosureRequestsServices = ReturnType<typeof disclosureRequestsServices>;

/** Every service of this module, each handed what it needs. */
export function disclosureRequestsServices(
  context: RequestContext,
  below: {
    readonly organisations: Organisations;
    readonly publications: Pick<PublicationsServices, 'drafting' | 'open'>;
    readonly attachments: Pick<AttachmentsService, 'inspect'>;
  },
) {
  const desk = new RequestDesk(context);
  const remedyBodies = new RemedyBodiesService(context.platform);
  const bodies = () => remedyBodies.all();
  const templates = new TemplatesService(context.platform);
  const view = new RequestViewService(context, below.publications.open);
  const { organisations, publications } = below;
  const delivery = new DeliveryService(desk);
  const reopening = new ReopeningService(context);
  const proceedingDesk = new ProceedingDesk(context);
  const proceedingViews = new ProceedingViewsService(proceedingDesk, organisations);
  const letters = new CaseLettersService(context, { view, templates, bodies, organisations });
  return {
    context,
    remedyBodies,
    takingIn: new TakingInService(context),
    view,
    templates,
    letters,
    checks: new ChecksService(context, below.organisations),
    list: new RequestListService(context, below.organisations),
    receipt: new ReceiptService(desk),
    correction: new CorrectionService(desk),
    consultation: new ConsultationService(desk),
    extension: new ExtensionService(desk),
    fee: new FeeService(desk),
    communication: new CommunicationService(desk),
    decisions: new DecisionsService(context, new TemplateLetters(organisations, bodies, templates)),
    delivery,
    supplied: new SuppliedFilesService(desk, below.attachments),
    own: new OwnRequestService(context, { delivery, letters }),
    alreadyPublic: new AlreadyPublicService(publications.open, organisations),
    conversion: new ConversionService(desk, below.publications),
    reopening,
    proceedings: new ProceedingsService(proceedingDesk, organisations, reopening),
    proceedingViews,
    answerDays: new AnswerDaysService(proceedingDesk),
    facts: new FactsService(context.platform, proceedingViews),
  };
}
