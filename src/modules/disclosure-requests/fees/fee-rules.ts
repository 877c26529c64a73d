import type { LocalDate } from '../../../kernel/local-date.ts';

/** Part of a progressive scale: from that number on each costs so much; `band` repeats with a dearer step each time. */
export interface FeeBand {
  /** First number of the band, counted from 1. */
  readonly from: number;
  /** Last number; null: no end. */
  readonly to: number | null;
  /** Yuan for each. */
  readonly yuan: number;
  /** Of the last band alone: it is cut into bands of so many, each dearer by `more` yuan than the one before. */
  readonly climbs?: { readonly every: number; readonly more: number };
}

export interface FeeScale {
  readonly unit: '件' | '页';
  readonly basis: string;
  readonly bands: readonly FeeBand[];
}

/** Figures are data: a later notice is a row with a later day. */
export interface FeeRule {
  readonly validFrom: LocalDate;
  /** Last day; null: until further notice. */
  readonly validTo: LocalDate | null;
  readonly basis: string;
  /** Requests of one applicant in one calendar month (art 4). */
  readonly byItem: FeeScale;
  /** Pages that one request is answered with (art 5). */
  readonly byVolume: FeeScale;
}

const NOTICE = '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）';

/** 国办函〔2020〕109号 arts 4 and 5 as shipped. */
export const SHIPPED_FEE_RULES: readonly FeeRule[] = [
  {
    validFrom: '2021-01-01' as LocalDate,
    validTo: null,
    basis: NOTICE,
    byItem: {
      unit: '件',
      basis: `${NOTICE}第四条`,
      bands: [
        { from: 1, to: 10, yuan: 0 },
        { from: 11, to: 30, yuan: 100 },
        { from: 31, to: null, yuan: 200, climbs: { every: 10, more: 100 } },
      ],
    },
    byVolume: {
      unit: '页',
      basis: `${NOTICE}第五条`,
      bands: [
        { from: 1, to: 30, yuan: 0 },
        { from: 31, to: 100, yuan: 10 },
        { from: 101, to: 200, yuan: 20 },
        { from: 201, to: null, yuan: 40 },
      ],
    },
  },
];

/** The rule in force on that day; undefined: no fee could be asked then. */
export function feeRuleOn(day: LocalDate, rules: readonly FeeRule[] = SHIPPED_FEE_RULES): FeeRule | undefined {
  return rules
    .filter((rule) => rule.validFrom <= day && (rule.validTo === null || day <= rule.validTo))
    .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
}
