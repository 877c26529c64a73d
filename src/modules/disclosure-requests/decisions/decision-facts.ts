import type { LocalDate } from '../../../kernel/local-date.ts';
import type { WorkdayCalendar } from '../../../kernel/workdays.ts';
import type { ClockEvent, ClockRules } from '../../cases/index.ts';
import type { ConsultationRow, FeeRow, RequestRow } from '../request-tables.store.ts';
import type { DecisionFacts } from '../results/decision-content.contract.ts';

interface Records {
  readonly request: RequestRow;
  readonly events: readonly ClockEvent[];
  readonly consultations: readonly ConsultationRow[];
  readonly fee: FeeRow | undefined;
}

/** What the records of a case say to a decision of that day; nothing of it is ever typed in (regulation arts 30, 32, 42). */
export function decisionFacts(
  { request, events, consultations, fee }: Records,
  on: LocalDate,
  { calendar, rules }: { readonly calendar: WorkdayCalendar; readonly rules: ClockRules },
): DecisionFacts {
  const received = request.confirmed_on ?? request.submitted_on;
  const until = (rule: 'request.thirdParty' | 'request.feePayment', from: LocalDate) =>
    calendar.addWorkdays(from, rules.on(rule, received).figure);
  const { correction_noticed_on: noticedOn, correction_until: correctionUntil } = request;
  return {
    decidedOn: on,
    correction:
      noticedOn && correctionUntil
        ? {
            noticedOn,
            until: correctionUntil,
            correctedOn: events.find(({ type }) => type === 'corrected')?.on ?? null,
          }
        : null,
    fee: fee
      ? {
          noticedOn: fee.noticed_on,
          until: until('request.feePayment', fee.received_on ?? fee.noticed_on),
          yuan: fee.amount,
          paidOn: fee.paid_on,
        }
      : null,
    thirdParties: consultations
      .filter(({ whom }) => whom === 'thirdParty')
      .map(({ sent_on, received_on, opinion }) => ({
        askedOn: sent_on,
        until: until('request.thirdParty', received_on ?? sent_on),
        answer: opinion,
      })),
  };
}
