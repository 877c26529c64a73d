/** A day as offices write it: 2026年3月31日. */
export function dayText(date: string | null | undefined): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date ?? '');
  return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : '';
}

/** 3月31日, when the year is clear from the page. */
export function shortDayText(date: string | null | undefined): string {
  const match = /^\d{4}-(\d{2})-(\d{2})$/.exec(date ?? '');
  return match ? `${Number(match[1])}月${Number(match[2])}日` : '';
}

/** Days inside a sentence as the rest of the page writes them; intervals keep their sign. */
export function withDayTexts(sentence: string): string {
  return sentence.replace(/\s?\b\d{4}-\d{2}-\d{2}\b\s?/g, (found) => dayText(found.trim()));
}

/** An instant in Asia/Shanghai, whatever the zone of the machine: 2026-03-31 09:05. */
export function instantText(instant: string | null | undefined): string {
  if (!instant) return '';
  const shifted = new Date(Date.parse(instant) + 8 * 3_600_000);
  return Number.isNaN(shifted.getTime()) ? '' : shifted.toISOString().slice(0, 16).replace('T', ' ');
}

/** The day it is in Asia/Shanghai. */
export function todayInShanghai(now: Date = new Date()): string {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}
