import type { LocalDate } from '../../../kernel/local-date.ts';
import type { ProceedingKind, ProceedingResult } from '../request-facts.ts';
import type { Fault } from './proceeding-words.ts';

/** A proceeding as far as rates need it. */
export interface RatedProceeding {
  readonly id: string;
  readonly unitId: string;
  readonly kind: ProceedingKind;
  readonly closedOn: LocalDate | null;
  readonly result: ProceedingResult | null;
  readonly fault: Fault | null;
}

/** One rate with the records behind it, so that every figure opens to them. */
export interface Rate {
  /** Closed in the year. */
  readonly closed: number;
  readonly corrected: number;
  /** 0 to 1; null: nothing was closed, so there is no rate. */
  readonly rate: number | null;
  readonly correctedIds: string[];
}

export interface RatePair {
  readonly year: Rate;
  readonly before: Rate;
  /** Not higher than a year before (LIT-C1); null: one of the years has no rate. */
  readonly isNotHigher: boolean | null;
}

/** 纠错率 of reconsiderations and 败诉率 of suits, together, by unit and by cause, beside those of the year before (LIT-3). */
export interface YearRates {
  readonly year: number;
  readonly corrections: RatePair;
  readonly losses: RatePair;
  readonly byUnit: { readonly unitId: string; readonly corrections: RatePair; readonly losses: RatePair }[];
  /** Of those set aside in the year: how often each cause, most first. */
  readonly byFault: {
    readonly fault: Fault;
    readonly count: number;
    readonly before: number;
    readonly ids: string[];
  }[];
}

/** @param proceedings closed in the year or in the one before; others do not matter */
export function yearRates(proceedings: readonly RatedProceeding[], year: number): YearRates {
  const units = [...new Set(proceedings.filter((one) => closedIn(one, year)).map(({ unitId }) => unitId))].sort();
  return {
    year,
    ...pairs(proceedings, year),
    byUnit: units.map((unitId) => ({
      unitId,
      ...pairs(
        proceedings.filter((one) => one.unitId === unitId),
        year,
      ),
    })),
    byFault: faults(proceedings, year),
  };
}

function pairs(all: readonly RatedProceeding[], year: number): { corrections: RatePair; losses: RatePair } {
  const reconsiderations = all.filter(({ kind }) => kind === 'reconsideration');
  const suits = all.filter(({ kind }) => kind !== 'reconsideration');
  return { corrections: pair(reconsiderations, year), losses: pair(suits, year) };
}

function pair(all: readonly RatedProceeding[], year: number): RatePair {
  const [now, before] = [rateOf(all, year), rateOf(all, year - 1)];
  const isNotHigher = now.rate === null || before.rate === null ? null : now.rate <= before.rate;
  return { year: now, before, isNotHigher };
}

function rateOf(all: readonly RatedProceeding[], year: number): Rate {
  const closed = all.filter((one) => closedIn(one, year));
  const corrected = closed.filter(({ result }) => result === 'corrected');
  return {
    closed: closed.length,
    corrected: corrected.length,
    rate: closed.length === 0 ? null : corrected.length / closed.length,
    correctedIds: corrected.map(({ id }) => id),
  };
}

function faults(all: readonly RatedProceeding[], year: number): YearRates['byFault'] {
  const corrected = (of: number) => all.filter((one) => closedIn(one, of) && one.result === 'corrected');
  const before = Map.groupBy(corrected(year - 1), ({ fault }) => fault ?? 'other');
  return [...Map.groupBy(corrected(year), ({ fault }) => fault ?? 'other')]
    .map(([fault, those]) => ({
      fault,
      count: those.length,
      before: before.get(fault)?.length ?? 0,
      ids: those.map(({ id }) => id),
    }))
    .toSorted((a, b) => b.count - a.count || (a.fault < b.fault ? -1 : 1));
}

function closedIn({ closedOn }: RatedProceeding, year: number): boolean {
  return closedOn?.startsWith(`${year}-`) ?? false;
}
