import type { Reason } from '../../../kernel/app-error.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { ProceedingRow } from './proceedings.store.ts';

type Days = Pick<ProceedingRow, 'received_on' | 'answered_on' | 'heard_on' | 'closed_on'>;

/** Why a day cannot be: in the future, before the proceeding reached us, or out of order. All reasons at once. */
export function dayFaults(
  field: string,
  what: string,
  on: LocalDate,
  {
    today,
    notBefore,
  }: { readonly today: LocalDate; readonly notBefore: readonly (readonly [string, LocalDate | null])[] },
): Reason[] {
  return [
    ...(on > today ? [{ field, message: `${what}不能晚于今天` }] : []),
    ...notBefore.flatMap(([name, day]) =>
      day !== null && on < day ? [{ field, message: `${what}不能早于${name} ${day}` }] : [],
    ),
  ];
}

export function closingFaults(row: Days, on: LocalDate, today: LocalDate): Reason[] {
  return dayFaults('on', '审结日期', on, {
    today,
    notBefore: [
      ['收到副本的', row.received_on],
      ['提交答复的', row.answered_on],
      ['听证、开庭的', row.heard_on],
    ],
  });
}

/** Changed facts must still fit what was registered after them. */
export function receivedFaults(row: Omit<Days, 'received_on'>, on: LocalDate, today: LocalDate): Reason[] {
  const after = [
    ['提交答复的', row.answered_on],
    ['听证、开庭的', row.heard_on],
    ['审结的', row.closed_on],
  ] as const;
  return [
    ...(on > today ? [{ field: 'receivedOn', message: '收到副本的日期不能晚于今天' }] : []),
    ...after.flatMap(([name, day]) =>
      day !== null && on > day ? [{ field: 'receivedOn', message: `收到副本的日期不能晚于${name} ${day}` }] : [],
    ),
  ];
}
