import type { LocalDate } from '../../../kernel/local-date.ts';
import type { CaseFigure } from '../../cases/index.ts';
import { MESSAGE_KINDS } from '../kinds/message-kinds.ts';

/** Sums over units or kinds; no figure says anything of one person. */
export interface MessageSums {
  readonly label: string;
  readonly received: number;
  readonly answered: number;
  readonly onTime: number;
  readonly rated: number;
  readonly satisfied: number;
  /** Of answered ones; null: none. */
  readonly averageWorkHours: number | null;
}

export interface PublicFigures {
  readonly year: number;
  /** Last day counted in. */
  readonly until: LocalDate;
  readonly whole: MessageSums;
  readonly kinds: readonly MessageSums[];
  /** Those with the most answers first. */
  readonly units: readonly MessageSums[];
}

export function publicFigures(rows: readonly CaseFigure[], until: LocalDate): PublicFigures {
  const kinds = MESSAGE_KINDS.map(({ code, label }) =>
    sumOf(
      label,
      rows.filter((row) => row.kind === code),
    ),
  );
  const units = [...Map.groupBy(rows, (row) => row.unit.id).values()].map((own) =>
    sumOf(own[0]?.unit.shortName ?? '', own),
  );
  return {
    year: Number(until.slice(0, 4)),
    until,
    whole: sumOf('全区', rows),
    kinds: kinds.filter((kind) => kind.received > 0),
    units: units.filter((unit) => unit.answered > 0).sort((a, b) => b.answered - a.answered),
  };
}

function sumOf(label: string, rows: readonly CaseFigure[]): MessageSums {
  const sum = (of: (row: CaseFigure) => number) => rows.reduce((total, row) => total + of(row), 0);
  const answered = sum((row) => row.answered);
  const hours = sum((row) => (row.averageWorkHours ?? 0) * row.answered);
  return {
    label,
    received: sum((row) => row.received),
    answered,
    onTime: sum((row) => row.onTime),
    rated: sum((row) => row.rated),
    satisfied: sum((row) => row.satisfied),
    averageWorkHours: answered === 0 ? null : hours / answered,
  };
}
