import type { ReportFault } from '../form/form-checks.ts';
import { type ReportScope, TEXT_HEAD_WORDS, TEXT_HEADS, type TextHead } from '../reports/report-words.ts';

export type ReportTexts = Readonly<Partial<Record<TextHead, string>>>;

/** From here on a text counts as last year's (copied reports: responsibility under Regulations art. 47). */
const ALIKE = 0.9;
/** Shorter ones are alike by chance. */
const LONG_ENOUGH = 40;
/** What governments report besides (Regulations art. 50 (4)). */
const GOVERNMENT_WORDS = ['考核', '评议', '责任追究'] as const;

/** What the text parts lack, all at once. @param lastYear texts of the report before; undefined: none is kept here */
export function textFaults(scope: ReportScope, texts: ReportTexts, lastYear: ReportTexts | undefined): ReportFault[] {
  const missing = TEXT_HEADS.filter((head) => TEXT_HEAD_WORDS[head].required && !texts[head]?.trim());
  const copied = TEXT_HEADS.filter((head) => isCopied(texts[head] ?? '', lastYear?.[head] ?? ''));
  const supervision = texts.supervision ?? '';
  const unsaid =
    scope === 'district' && supervision ? GOVERNMENT_WORDS.filter((word) => !supervision.includes(word)) : [];
  return [
    ...(missing.length === 0 ? [] : [fault('text-missing', 'blocks', `${names(missing)}还没有填写。`)]),
    ...(copied.length === 0
      ? []
      : [fault('text-copied', 'warns', `${names(copied)}与上年度报告基本相同，请按本年度实际情况改写。`)]),
    ...(unsaid.length === 0
      ? []
      : [fault('government-supervision', 'warns', `政府的报告应写明${unsaid.join('、')}情况，“监督保障”中没有提到。`)]),
  ];
}

function names(heads: readonly TextHead[]): string {
  return heads.map((head) => `“${TEXT_HEAD_WORDS[head].label}”`).join('、');
}

function fault(code: string, severity: ReportFault['severity'], message: string): ReportFault {
  return { code, severity, message, cells: [] };
}

function isCopied(now: string, before: string): boolean {
  const [a, b] = [plain(now), plain(before)];
  return a.length >= LONG_ENOUGH && b.length >= LONG_ENOUGH && likeness(a, b) >= ALIKE;
}

/** Years and figures change by themselves; they make no new text. */
function plain(text: string): string {
  return text.replaceAll(/[\s\d０-９，。、；：“”‘’（）()《》.,]/g, '');
}

/** 0 to 1: pairs of neighbouring characters that both have (Dice). */
export function likeness(a: string, b: string): number {
  const left = pairs(a);
  const right = pairs(b);
  const total = sum(left) + sum(right);
  if (total === 0) return a === b ? 1 : 0;
  let both = 0;
  for (const [pair, count] of left) both += Math.min(count, right.get(pair) ?? 0);
  return (2 * both) / total;
}

function pairs(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((all, one) => all + one, 0);
}
