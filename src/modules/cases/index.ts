import { PERMISSION_TABLE } from '../../kernel/permission-table.ts';
import type { Module } from '../../platform/module.ts';
import type { Platform } from '../../platform/platform.ts';
import type { AttachmentsService } from '../attachments/index.ts';
import type { CalendarService } from '../calendar/index.ts';
import type { Organisations } from '../organisations/index.ts';
import { serveCases } from './cases.api.ts';
import { casesJobs } from './cases.jobs.ts';
import { type CasesServices, casesServices } from './cases.services.ts';
import type { CasesDoor } from './cases-door.ts';
import { type ClockRule, SHIPPED_CLOCK_RULES } from './clock/clock-rules.ts';
import { CaseKindRegister } from './kinds/case-kind-register.ts';
import { checkLife } from './life/check-life.ts';
import { LIFE_TABLE } from './life/life-table.ts';
import { casesMigrations } from './migrations/index.ts';
import { casesOpenWork } from './open-work.ts';
import { heldByCases } from './receiving/received-files.store.ts';

export type { CaseReceipt, LookUpInput, RateInput, ReceiveInput, SenderView } from './case-senders.contract.ts';
export type { CaseRow } from './case-tables.store.ts';
export type { CaseChannel, CaseEvent, CaseState } from './case-words.ts';
export {
  CASE_CHANNEL_LABELS,
  CASE_EVENT_LABELS,
  CASE_STATE_LABELS,
  OPEN_CASE_STATES,
  REJECTION_LABELS,
  SATISFACTION_WORDS,
  URGENCY_LABELS,
} from './case-words.ts';
export type { CaseFigure, CaseKindView, CaseListItem, CasePage, CaseQuery, CaseView } from './cases.contract.ts';
export type { CasesServices } from './cases.services.ts';
export type { CasesDoor, FormProof, Origin, ReceivedBy } from './cases-door.ts';
export type { ClockEvent } from './clock/clock-event.ts';
export { ClockRules } from './clock/clock-rules.ts';
export type { SideTerm } from './clock/side-terms.ts';
export type { Arrival, Channel as ArrivalChannel } from './clock/start-day.ts';
export { requestStartDay } from './clock/start-day.ts';
export type { HeldCase } from './handling/held-case.ts';
export type { CaseField, CaseForm, CaseKind, CaseReviewStep } from './kinds/case-kind.ts';
export type { CaseKindRegister } from './kinds/case-kind-register.ts';
export { LONGEST_WORD } from './look-up/sender-words.ts';
export { spacedCaseNumber } from './numbers/case-number.ts';
export { checkSubmission, LONGEST_TEXT } from './receiving/check-submission.ts';
export { RECEIVED_FILE_BYTES, RECEIVED_MEDIA_TYPES, type ReceivedFile } from './receiving/received-file.ts';
export { hostOf } from './receiving/web-address.ts';
export type { DecisionStep } from './replies/replies.service.ts';
export type { CaseReach } from './viewing/case-list.service.ts';
export type { AskedQuestion, QuestionStanding } from './viewing/questions.store.ts';
export { casesMigrations };

/**
 * The one door through which anything comes in (MSG-3..6, MSG-12..14, SITE-3). Kinds are registered by the modules above before the start.
 * @param ruleRows figures of law and plan; absent: as shipped
 * @throws Error when life table and permission table contradict each other
 */
export function casesModule(
  platform: Platform,
  below: {
    readonly organisations: Organisations;
    readonly calendar: CalendarService;
    readonly attachments: AttachmentsService;
  },
  ruleRows: readonly ClockRule[] = SHIPPED_CLOCK_RULES,
): Module & { readonly service: CasesServices & CasesDoor } {
  checkLife(LIFE_TABLE, PERMISSION_TABLE);
  const service = casesServices({ platform, ...below, kinds: new CaseKindRegister(), ruleRows });
  below.organisations.openWork.register(casesOpenWork(below.organisations, service.kinds));
  return {
    name: 'cases',
    migrations: casesMigrations,
    service,
    files: { held: heldByCases },
    routes: (app) => serveCases(app, service, platform.files),
    jobs: casesJobs(service),
  };
}
