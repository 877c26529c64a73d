import { serveRoute } from '../../platform/http/serve-route.ts';
import type { Module } from '../../platform/module.ts';
import type { Platform } from '../../platform/platform.ts';
import type { PortalPart } from '../../portal/index.ts';
import type { AttachmentsService } from '../attachments/index.ts';
import type { CasesDoor } from '../cases/index.ts';
import type { LibraryServices } from '../library/index.ts';
import type { Organisations } from '../organisations/index.ts';
import type { PublicationsServices } from '../publications/index.ts';
import { serveDisclosureRequests } from './disclosure-requests.api.ts';
import { type DisclosureRequestsServices, disclosureRequestsServices } from './disclosure-requests.services.ts';
import { serveLetters } from './letters/letters.api.ts';
import { helpIsSealed } from './migrations/help-is-sealed.ts';
import { letters } from './migrations/letters.ts';
import { proceedings } from './migrations/proceedings.ts';
import { remedyBodies } from './migrations/remedy-bodies.ts';
import { requests } from './migrations/requests.ts';
import { suppliedFiles } from './migrations/supplied-files.ts';
import { serveProceedings } from './proceedings/proceedings.api.ts';
import { alreadyPublicRoutes } from './public/already-public.contract.ts';
import { disclosureRequestsPortal } from './public/disclosure-requests.portal.tsx';
import { serveOwnFiles } from './public/own-files.api.ts';
import { serveOwnLetters } from './public/own-letters.api.ts';
import { GUIDE } from './public/paths.ts';
import { disclosureRequest } from './requests/request.kind.ts';
import { serveSuppliedFiles } from './supplied/supplied-files.api.ts';
import { heldByRequests } from './supplied/supplied-files.store.ts';

export type { DisclosureRequestsServices } from './disclosure-requests.services.ts';
export type { FeeFact, ProceedingFact, ProceedingKind, ProceedingResult, RequestFact } from './request-facts.ts';
export type { ApplicantCategory, ContactTopic, RequestArrival, RequestResult } from './request-words.ts';
export { APPLICANT_CATEGORIES, CATEGORY_LABELS, REQUEST_RESULTS, RESULT_LABELS } from './request-words.ts';
export type { RegisterRequestInput } from './requests/requests.contract.ts';
export type { DecisionContentInput } from './results/decision-content.contract.ts';

export const disclosureRequestsMigrations = [requests, remedyBodies, letters, proceedings, helpIsSealed, suppliedFiles];

/** Requests for government information, from receipt to archive, reconsideration and litigation (FOI-1..14, LIT-1..3). */
export function disclosureRequestsModule(
  platform: Platform,
  below: {
    readonly organisations: Organisations;
    readonly publications: Pick<PublicationsServices, 'drafting' | 'open'>;
    readonly library: Pick<LibraryServices, 'open' | 'sitemapShares'>;
    readonly cases: CasesDoor;
    readonly attachments: Pick<AttachmentsService, 'inspect'>;
  },
): Module & { readonly service: DisclosureRequestsServices; readonly portal: PortalPart } {
  const { organisations, publications, library, cases, attachments } = below;
  cases.kinds.register(disclosureRequest);
  const service = disclosureRequestsServices({ platform, cases }, { organisations, publications, attachments });
  library.sitemapShares.register(async () => [{ path: GUIDE, changedAt: null }]);
  const { own, takingIn, alreadyPublic } = service;
  return {
    name: 'disclosure-requests',
    migrations: disclosureRequestsMigrations,
    service,
    portal: disclosureRequestsPortal({
      cases,
      library: library.open,
      own,
      takingIn,
      alreadyPublic,
      files: platform.files,
    }),
    files: { held: heldByRequests },
    routes: (app) => {
      serveRoute(app, '依申请公开', alreadyPublicRoutes.like, async ({ body }) => ({
        items: await alreadyPublic.like(body.text),
      }));
      serveDisclosureRequests(app, service);
      serveSuppliedFiles(app, service, platform.files);
      serveLetters(app, service);
      serveOwnLetters(app, own);
      serveOwnFiles(app, own, platform.files);
      serveProceedings(app, service);
    },
    onEvent: {
      'calendar.changed': async () => {
        await service.answerDays.reckonAnew();
      },
    },
  };
}
