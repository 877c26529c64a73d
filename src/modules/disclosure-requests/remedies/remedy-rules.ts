import type { LocalDate } from '../../../kernel/local-date.ts';
import type { RequestResult } from '../request-words.ts';

/** Law of remedies against answers to requests, with the days on which a decision falls under it. */
export interface RemedyRule {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  /** Answers that go to reconsideration before any court. */
  readonly reconsiderationFirst: readonly RequestResult[];
  readonly reconsideration: { readonly days: number; readonly basis: string };
  /** Why reconsideration comes first; null: it never did. */
  readonly firstBasis: string | null;
  /** A reply over the internet names the internet channel for reconsideration. */
  readonly internetBasis: string | null;
  readonly directSuit: { readonly months: number; readonly basis: string };
  readonly suitAfterwards: { readonly days: number; readonly basis: string };
}

const SUIT = '《行政诉讼法》';

/** Laws as shipped (law sections 9.1, 9.2, 9.4); decisions older than all of them fall under the oldest. */
export const SHIPPED_REMEDY_RULES: readonly RemedyRule[] = [
  {
    validFrom: '2015-05-01' as LocalDate,
    validTo: '2023-12-31' as LocalDate,
    reconsiderationFirst: [],
    reconsideration: { days: 60, basis: '《行政复议法》（2023年修订前）第九条' },
    firstBasis: null,
    internetBasis: null,
    directSuit: { months: 6, basis: `${SUIT}第四十六条` },
    suitAfterwards: { days: 15, basis: `${SUIT}第四十五条` },
  },
  {
    validFrom: '2024-01-01' as LocalDate,
    validTo: null,
    // 不予公开 of articles 14 to 16 (法释〔2025〕8号 art 1(2)); an administrative query is not named there.
    reconsiderationFirst: [
      'stateSecret',
      'forbiddenByLaw',
      'threeSecurities',
      'thirdParty',
      'internalAffairs',
      'processInformation',
      'enforcementFile',
    ],
    reconsideration: { days: 60, basis: '《行政复议法》第二十条' },
    firstBasis: '《行政复议法》第二十三条',
    internetBasis: '《行政复议法》第二十二条',
    directSuit: { months: 6, basis: `${SUIT}第四十六条` },
    suitAfterwards: { days: 15, basis: '《行政复议法》第三十四条' },
  },
];

export function remedyRuleOn(day: LocalDate, rules: readonly RemedyRule[] = SHIPPED_REMEDY_RULES): RemedyRule {
  const byAge = rules.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  const found = byAge.find((rule) => rule.validFrom <= day && (rule.validTo === null || day <= rule.validTo));
  return (found ?? byAge.at(-1)) as RemedyRule;
}
