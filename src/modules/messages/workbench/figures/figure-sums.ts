import type { CaseFigure } from '../../../cases/cases.contract.ts';

export interface FigureSum {
  readonly key: string;
  readonly label: string;
  readonly query: Readonly<Record<string, string>>;
  readonly received: number;
  readonly open: number;
  readonly lateOpen: number;
  readonly answered: number;
  readonly onTime: number;
  readonly averageWorkHours: number | null;
  readonly rated: number;
  readonly satisfied: number;
}

/** Figures of kinds and units put together by one of the two, the most received first. */
export function sumsBy(rows: readonly CaseFigure[], by: 'kind' | 'unit'): readonly FigureSum[] {
  const groups = Map.groupBy(rows, (row) => (by === 'kind' ? row.kind : row.unit.id));
  return [...groups]
    .map(([key, own]) => {
      const [first] = own;
      const label = by === 'kind' ? (first?.kindLabel ?? '') : (first?.unit.shortName ?? '');
      return sumOf(key, label, by === 'kind' ? { kind: key } : { unitId: key }, own);
    })
    .sort((a, b) => b.received - a.received);
}

export function sumOf(
  key: string,
  label: string,
  query: Readonly<Record<string, string>>,
  rows: readonly CaseFigure[],
): FigureSum {
  const sum = (of: (row: CaseFigure) => number) => rows.reduce((total, row) => total + of(row), 0);
  const answered = sum((row) => row.answered);
  return {
    key,
    label,
    query,
    received: sum((row) => row.received),
    open: sum((row) => row.open),
    lateOpen: sum((row) => row.lateOpen),
    answered,
    onTime: sum((row) => row.onTime),
    averageWorkHours: answered === 0 ? null : sum((row) => (row.averageWorkHours ?? 0) * row.answered) / answered,
    rated: sum((row) => row.rated),
    satisfied: sum((row) => row.satisfied),
  };
}

/** Percent, cut off, so that 99.9 % is not shown as all; null: of nothing. */
export function shareOf(part: number, of: number): number | null {
  return of === 0 ? null : Math.floor((part * 100) / of);
}
