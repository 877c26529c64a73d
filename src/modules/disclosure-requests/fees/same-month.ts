import type { LocalDate } from '../../../kernel/local-date.ts';

/** A request as far as the fee by item needs it. */
export interface CountedRequest {
  readonly id: string;
  /** The day that counts as receipt. */
  readonly receivedOn: LocalDate;
  /** Orders those of one day. */
  readonly submittedAt: Date;
  /** 1, or the number of smallest reasonable units it was split into. */
  readonly items: number;
}

/**
 * Items of the same applicant that came earlier in the calendar month of this one (国办函〔2020〕109号 art 4); a month ends with its last day,
 * so thirty days before do not matter.
 * @param others requests of the same applicant, this one may be among them
 */
export function earlierInMonth(one: CountedRequest, others: readonly CountedRequest[]): number {
  const month = one.receivedOn.slice(0, 7);
  return others
    .filter((other) => other.id !== one.id && other.receivedOn.startsWith(month) && comesBefore(other, one))
    .reduce((sum, other) => sum + other.items, 0);
}

function comesBefore(a: CountedRequest, b: CountedRequest): boolean {
  if (a.receivedOn !== b.receivedOn) return a.receivedOn < b.receivedOn;
  const [first, second] = [a.submittedAt.getTime(), b.submittedAt.getTime()];
  return first === second ? a.id < b.id : first < second;
}
