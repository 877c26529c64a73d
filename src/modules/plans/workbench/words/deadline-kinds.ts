import type { DeadlineKind } from '../../plan-words.ts';
import type { Deadline } from '../../tasks/tasks.contract.ts';

type Day = NonNullable<Deadline['to']>;

/** A deadline of the kind with the days that usually go with it, for a person to correct. */
export function deadlineOfKind(kind: DeadlineKind, year: number, from: Deadline): Deadline {
  const day = (text: string): Day => `${year}-${text}` as Day;
  const plain = { kind, from: null, to: null, note: from.note };
  switch (kind) {
    case 'year':
      return { ...plain, from: day('01-01'), to: day('12-31') };
    case 'date':
      return { ...plain, to: from.to ?? day('12-31') };
    case 'month':
    case 'quarter':
    case 'halfyear':
      return { ...plain, from: from.from, to: from.to ?? day('06-30') };
    case 'multi':
      return { ...plain, periods: from.periods ?? [{ from: from.from, to: from.to ?? day('12-31') }] };
    case 'relative':
      return {
        ...plain,
        relative: from.relative ?? { base: 'planIssued', event: null, baseOn: null, amount: 30, unit: 'days' },
      };
    case 'realtime':
    case 'unknown':
      return plain;
  }
}
