import { addDays, type LocalDate, lastDayOfMonth, localDateOf, monthOf, yearOf } from '../../../kernel/local-date.ts';

/** How long a normative document holds when nobody says otherwise, as a regulation sets it from a day on. */
export interface TermRule {
  /** The rule governs documents issued from this day to the next rule's. */
  readonly from: LocalDate;
  readonly basis: string;
  /** First entry whose word stands in the title decides; the entry without words is for all others. */
  readonly terms: readonly Term[];
  /** What has to be done before the end, and how many months before. */
  readonly duties: readonly { readonly monthsBefore: number; readonly duty: string }[];
}

export interface Term {
  readonly words: readonly string[];
  /** Longest term, and the term when none is stated. */
  readonly years: number;
}

const TERMS: readonly Term[] = [
  { words: ['通告'], years: 1 },
  { words: ['暂行', '试行'], years: 2 },
  { words: [], years: 5 },
];

const DUTIES = [
  { monthsBefore: 6, duty: '组织评估，提出继续执行、修改或者到期废止的意见' },
  { monthsBefore: 2, duty: '将评估报告送司法行政部门审核' },
  { monthsBefore: 1, duty: '将评估报告和处理意见报区政府' },
];

/**
 * Shanghai's terms, newest last (LIB-5). The figures are those of the rule of 2010; whether the rule of 2019 repeats each of them has to be
 * confirmed with the legal office; an installation keeps its own in `library.term_rule`, which begins with these.
 */
export const TERM_RULES: readonly TermRule[] = [
  {
    from: '2010-01-01' as LocalDate,
    basis: '《上海市行政规范性文件制定和备案规定》（2010年市政府令第26号）第二十六条',
    terms: TERMS,
    duties: DUTIES,
  },
  {
    from: '2019-08-01' as LocalDate,
    basis: '《上海市行政规范性文件管理规定》（2019年市政府令第17号）',
    terms: TERMS,
    duties: DUTIES,
  },
];

/** @returns undefined for documents older than any rule */
export function ruleFor(issuedOn: LocalDate, rules: readonly TermRule[]): TermRule | undefined {
  return rules.filter((rule) => rule.from <= issuedOn).sort((a, b) => (a.from < b.from ? 1 : -1))[0];
}

/** The term that the title's own words give: 《…试行办法》 2 years, 《…通告》 1 year, all others 5. */
export function termByName(title: string, rule: TermRule): Term & { readonly word: string | null } {
  for (const term of rule.terms) {
    const word = term.words.find((candidate) => title.includes(candidate));
    if (word) return { ...term, word };
  }
  const general = rule.terms.find((term) => term.words.length === 0);
  if (!general) throw new Error(`The rule of ${rule.from} has no term for ordinary titles.`);
  return { ...general, word: null };
}

/** Last day of a term: five years from 1 March 2021 end on 28 February 2026, and so do those from 29 February. */
export function lastDayOfTerm(first: LocalDate, years: number): LocalDate {
  const anniversary = addMonths(first, years * 12);
  return anniversary.slice(8) === first.slice(8) ? addDays(anniversary, -1) : anniversary;
}

/** The same day `months` later (or earlier), or the month's last day when it has no such day: 31 August − 6 months is 28 February. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const count = yearOf(day) * 12 + monthOf(day) - 1 + months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  const last = lastDayOfMonth(year, month);
  return localDateOf(year, month, Math.min(Number(day.slice(8)), Number(last.slice(8))));
}
