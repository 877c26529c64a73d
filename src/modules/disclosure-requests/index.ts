import type { Module } from '../../platform/module.ts';
import type { Platform } from '../../platform/platform.ts';
import type { CasesDoor } from '../cases/index.ts';
import type { Organisations } from '../organisations/index.ts';
import type { PublicationsServices } from '../publications/index.ts';
import { serveDisclosureRequests } from './disclosure-requests.api.ts';
import { type DisclosureRequestsServices, disclosureRequestsServices } from './disclosure-requests.services.ts';
import { serveLetters } from './letters/letters.api.ts';
import { letters } from './migrations/letters.ts';
import { remedyBodies } from './migrations/remedy-bodies.ts';
import { requests } from './migrations/requests.ts';
import { disclosureRequest } from './requests/request.kind.ts';

export type { DisclosureRequestsServices } from './disclosure-requests.services.ts';
export type { ProceedingFact, ProceedingKind, ProceedingResult, RequestFact } from './request-facts.ts';
export type { ApplicantCategory, RequestResult } from './request-words.ts';
export { APPLICANT_CATEGORIES, CATEGORY_LABELS, REQUEST_RESULTS, RESULT_LABELS } from './request-words.ts';

export const disclosureRequestsMigrations = [requests, remedyBodies, letters];

/** Requests for government information, from receipt to archive, reconsideration and litigation (FOI-1..14, LIT-1..3). */
export function disclosureRequestsModule(
  platform: Platform,
  below: {
    readonly organisations: Organisations;
    readonly publications: Pick<PublicationsServices, 'drafting' | 'open'>;
    readonly cases: CasesDoor;
  },
): Module & { readonly service: DisclosureRequestsServices } {
  const { organisations, publications, cases } = below;
  cases.kinds.register(disclosureRequest);
  const service = disclosureRequestsServices({ platform, cases }, { organisations, publications });
  return {
    name: 'disclosure-requests',
    migrations: disclosureRequestsMigrations,
    service,
    routes: (app) => {
      serveDisclosureRequests(app, service);
      serveLetters(app, service);
    },
  };
}
