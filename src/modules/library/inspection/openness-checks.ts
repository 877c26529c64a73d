import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Unit } from '../../organisations/index.ts';
import { COMMON_COLUMNS, columnState, OPENNESS_COLUMNS } from '../columns/openness-columns.ts';
import { whyNotInRules } from '../columns/rules-white-list.ts';
import { classesFor } from '../columns/statutory-content.ts';
import { addMonths } from '../validity/term-rules.ts';
import { CHECK_CODES, type CheckCode } from './check-words.ts';

/** One thing that somebody has to look at, with the record behind it. */
export interface OpennessFinding {
  readonly check: CheckCode;
  readonly unitId: string;
  /** Permanent number of what it is about; null when the fault is that nothing is there. */
  readonly number: number | null;
  readonly title: string;
  /** Chinese: what is wrong and what to do. */
  readonly what: string;
  readonly on: LocalDate | null;
}

export interface OpennessCheck {
  readonly code: CheckCode;
  readonly value: number;
  /** What `value` is a share of; null: a count that ought to be 0. */
  readonly of: number | null;
  readonly isMet: boolean;
}

/** Figures of one column, or of one statutory class, of one unit. */
export interface FilledPlace {
  readonly unitId: string;
  readonly place: string;
  readonly count: number;
  readonly newest: LocalDate;
}

export interface OpennessFacts {
  readonly today: LocalDate;
  /** Units that have duties of openness, in protocol order. */
  readonly units: readonly Pick<Unit, 'id' | 'name' | 'kind'>[];
  readonly columns: readonly FilledPlace[];
  readonly classes: readonly FilledPlace[];
  readonly guides: readonly {
    readonly unitId: string;
    readonly number: number;
    readonly title: string;
    readonly revisedOn: LocalDate | null;
  }[];
  /** Newest change of what a guide tells of: people, register, functions; with its source in Chinese. */
  readonly unitChanges: readonly { readonly unitId: string; readonly on: LocalDate; readonly what: string }[];
  /** Everything in the rules column, whatever its kind. */
  readonly rules: readonly {
    readonly unitId: string;
    readonly number: number;
    readonly title: string;
    readonly ruleKind: string;
  }[];
  readonly alike: readonly AlikePair[];
}

export interface AlikePair {
  readonly first: { readonly number: number; readonly title: string };
  readonly second: { readonly number: number; readonly title: string; readonly unitId: string };
  /** 1: the same, letter for letter. */
  readonly share: number;
}

/** The five checks of the statutory columns, with every record behind every figure (GIP-C1..C5). */
export function opennessChecks(facts: OpennessFacts): {
  readonly checks: readonly OpennessCheck[];
  readonly findings: readonly OpennessFinding[];
} {
  const found = {
    'GIP-C1': facts.units.flatMap((unit) => columnFindings(unit, facts)),
    'GIP-C2': guideFindings(facts),
    'GIP-C3': ruleFindings(facts),
    'GIP-C4': facts.alike.map(alikeFinding),
    'GIP-C5': facts.units.flatMap((unit) => classFindings(unit, facts)),
  };
  const lacking = new Set(found['GIP-C1'].map((one) => one.unitId)).size;
  const complete = { value: facts.units.length - lacking, of: facts.units.length, isMet: lacking === 0 };
  return {
    checks: CHECK_CODES.map((code) => ({
      code,
      ...(code === 'GIP-C1' ? complete : { value: found[code].length, of: null, isMet: found[code].length === 0 }),
    })),
    findings: CHECK_CODES.flatMap((code) => found[code]),
  };
}

type CheckedUnit = OpennessFacts['units'][number];

function columnFindings({ id }: CheckedUnit, { columns }: OpennessFacts): OpennessFinding[] {
  return OPENNESS_COLUMNS.filter((column) => column.must).flatMap((column) => {
    const own = columns.filter(
      (one) => one.place === column.code && (one.unitId === id || COMMON_COLUMNS.has(column.code)),
    );
    const count = own.reduce((sum, one) => sum + one.count, 0);
    if (columnState(column, count, null, null) !== 'empty') return [];
    const title = `“${column.name}”栏目`;
    return [{ check: 'GIP-C1', unitId: id, number: null, title, what: '栏目没有内容，请尽快发布', on: null }];
  });
}

/** A guide tells people where to go: it must not be older than what it tells of (GIP-2). */
function guideFindings({ units, guides, unitChanges }: OpennessFacts): OpennessFinding[] {
  const checked = new Set(units.map((unit) => unit.id));
  return guides.flatMap(({ unitId, number, title, revisedOn }): OpennessFinding[] => {
    if (!checked.has(unitId)) return [];
    const found = { check: 'GIP-C2', unitId, number, title } as const;
    if (!revisedOn) return [{ ...found, what: '指南没有更新日期，请补充', on: null }];
    const newer = unitChanges
      .filter((one) => one.unitId === unitId && one.on > revisedOn)
      .sort((a, b) => (a.on < b.on ? 1 : -1))[0];
    if (!newer) return [];
    const what = `指南更新于${revisedOn}，此后${newer.on}${newer.what}，请核对并更新指南`;
    return [{ ...found, what, on: newer.on }];
  });
}

function ruleFindings({ rules }: OpennessFacts): OpennessFinding[] {
  return rules.flatMap(({ unitId, number, title, ruleKind }) => {
    const what = whyNotInRules(title, ruleKind);
    return what ? [{ check: 'GIP-C3' as const, unitId, number, title, what, on: null }] : [];
  });
}

function alikeFinding({ first, second, share }: AlikePair): OpennessFinding {
  const like = share >= 1 ? '正文相同' : `正文约${Math.floor(share * 100)}%相同`;
  const what = `与第${first.number}号《${first.title}》${like}；同一内容应只存一份，请合并其中一条`;
  return { check: 'GIP-C4', unitId: second.unitId, number: second.number, title: second.title, what, on: null };
}

function classFindings({ id, kind }: CheckedUnit, { classes, today }: OpennessFacts): OpennessFinding[] {
  return classesFor(kind).flatMap((item): OpennessFinding[] => {
    const filled = classes.find((one) => one.unitId === id && one.place === item.code);
    const found = { check: 'GIP-C5', unitId: id, number: null, title: item.name } as const;
    if (!filled) return [{ ...found, what: '目录事项没有公开内容；本单位没有这项职能的，请在指南中说明', on: null }];
    const { updateMonths } = item;
    if (!updateMonths || filled.newest >= addMonths(today, -updateMonths)) return [];
    const what = `最近一次公开是${filled.newest}，已超过${updateMonths}个月没有更新`;
    return [{ ...found, what, on: filled.newest }];
  });
}

/** Units of the district that the Regulations bind; public institutions and enterprises have rules of their own. */
export function hasColumns(unit: Pick<Unit, 'kind'>): boolean {
  return unit.kind === 'department' || unit.kind === 'street' || unit.kind === 'town' || unit.kind === 'park';
}
