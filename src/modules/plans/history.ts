import type { HistoryEntry } from './tasks/tasks.contract.ts';
import type { UnitNames } from './unit-directory.ts';

interface Happened {
  readonly id: number;
  readonly at: Date;
  readonly by_name: string;
  readonly kind: string;
  readonly unit_id: string | null;
  readonly text: string;
  readonly changes: HistoryEntry['changes'];
}

export function historyOf(rows: readonly Happened[], names: UnitNames): HistoryEntry[] {
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    by: row.by_name,
    kind: row.kind,
    unitName: row.unit_id ? names.ref(row.unit_id).shortName : null,
    text: row.text,
    changes: row.changes,
  }));
}

/** Old and new of every field that differs, in words; fields without a label are not for people. */
export function differences<T extends object>(
  before: T,
  after: T,
  labels: Readonly<Partial<Record<keyof T & string, string>>>,
): HistoryEntry['changes'] {
  return (Object.entries(labels) as [keyof T & string, string][])
    .filter(([field]) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null))
    .map(([field, label]) => ({ field, label, from: words(before[field]), to: words(after[field]) }));
}

function words(value: unknown): string {
  if (value === null || value === undefined || value === '') return '（空）';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
