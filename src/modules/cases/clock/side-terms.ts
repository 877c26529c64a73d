import type { LocalDate } from '../../../kernel/local-date.ts';
import type { WorkdayCalendar } from '../../../kernel/workdays.ts';
import type { ClockEvent } from './clock-event.ts';
import type { ClockRuleId, ClockRules } from './clock-rules.ts';

/** A term that runs beside the main one. */
export interface SideTerm {
  readonly rule: ClockRuleId | null;
  /** 告知补正, 第三方提出意见 ... */
  readonly what: string;
  readonly start: LocalDate;
  readonly due: LocalDate;
  /** Null while it runs. */
  readonly endedOn: LocalDate | null;
  readonly basis: string;
  /** What follows by law when it passes; null: it is a duty of ours. */
  readonly afterwards: string | null;
}

/** Terms of the notice of correction, of the applicant, of those consulted and of the fee (regulation arts 30, 32, 34; 国办函〔2020〕109号). */
export function sideTerms(events: readonly ClockEvent[], rules: ClockRules, calendar: WorkdayCalendar): SideTerm[] {
  const received = events.find((event) => event.type === 'received');
  if (!received) return [];
  const by = (id: ClockRuleId, start: LocalDate) => {
    const rule = rules.on(id, received.on);
    return { rule: id, what: rule.what, start, due: calendar.addWorkdays(start, rule.figure), basis: rule.basis };
  };
  return events.flatMap((event, index): SideTerm[] => {
    /** Once the case is answered nobody is waited for. */
    const endedBy = (isEnd: (later: ClockEvent) => boolean) =>
      events.slice(index + 1).find((later) => isEnd(later) || later.type === 'answered')?.on ?? null;
    switch (event.type) {
      case 'correctionNoticed': {
        const basis = rules.on('request.correctionNotice', received.on).basis;
        const corrected = endedBy((later) => later.type === 'corrected');
        return [
          { ...by('request.correctionNotice', received.on), endedOn: event.on, afterwards: null },
          {
            rule: null,
            what: '申请人补正',
            start: event.on,
            // A day that was set and is off gives way to the next working day (civil procedure law art 85).
            due: calendar.nextWorkday(event.until),
            endedOn: corrected,
            basis,
            afterwards: '申请人无正当理由逾期不补正的，视为放弃申请。',
          },
        ];
      }
      case 'consulted': {
        const ended = endedBy((later) => later.type === 'consultationEnded' && later.key === event.key);
        // Their term runs from the day they got the letter; until that is known, from its sending.
        const start = event.receivedOn ?? event.on;
        return event.whom === 'thirdParty'
          ? [
              {
                ...by('request.thirdParty', start),
                endedOn: ended,
                afterwards: '第三方逾期未提出意见的，由本机关依照条例规定决定是否公开。',
              },
            ]
          : [
              {
                ...by('request.jointAgency', start),
                endedOn: ended,
                afterwards: '逾期未提出意见的，视为同意公开。',
              },
            ];
      }
      case 'feeNoticed': {
        const paid = endedBy((later) => later.type === 'feePaid');
        return [
          {
            ...by('request.feePayment', event.receivedOn ?? event.on),
            endedOn: paid,
            afterwards: '申请人逾期未缴费的，不再处理该申请。',
          },
        ];
      }
      default:
        return [];
    }
  });
}
