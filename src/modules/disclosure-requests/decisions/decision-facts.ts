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

/** Last day on which an opinion can come in time (regulation arts 32, 34). */
export function consultationUntil(
  { whom, sent_on, received_on }: Pick<ConsultationRow, 'whom' | 'sent_on' | 'received_on'>,
  request: Pick<RequestRow, 'confirmed_on' | 'submitted_on'>,
  { calendar, rules }: { readonly calendar: WorkdayCalendar; readonly rules: ClockRules },
): LocalDate {
  const rule = whom === 'thirdParty' ? 'request.thirdParty' : 'request.jointAgency';
  const { figure } = rules.on(rule, request.confirmed_on ?? request.submitted_on);
  return calendar.addWorkdays(received_on ?? sent_on, figure);
}

/** What the records of a case say to a decision of that day; nothing of it is ever typed in (regulation arts 30, 32, 42). */
export function decisionFacts(
  { request, events, consultations, fee }: Records,
  on: LocalDate,
  known: { readonly calendar: WorkdayCalendar; readonly rules: ClockRules },
): DecisionFacts {
  const { calendar, rules } = known;
  const received = request.confirmed_on ?? request.submitted_on;
  const { correction_noticed_on: noticedOn, correction_until: correctionUntil } = request;
  return {
    decidedOn: on,
    wantsOnline: request.wanted_way === 'online',
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
          until: calendar.addWorkdays(
            fee.received_on ?? fee.noticed_on,
            rules.on('request.feePayment', received).figure,
          ),
          yuan: fee.amount,
          paidOn: fee.paid_on,
        }
      : null,
    thirdParties: consultations
      .filter(({ whom }) => whom === 'thirdParty')
      .map((one) => ({
        askedOn: one.sent_on,
        until: consultationUntil(one, request, known),
        answer: one.opinion,
      })),
  };
}
