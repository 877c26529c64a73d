/** Days as YYYY-MM-DD computed without any clock or time zone. */

export interface Period {
  readonly from: string;
  readonly to: string;
}

export function day(year: number, month: number, date: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

export function lastDate(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function isRealDay(year: number, month: number, date: number): boolean {
  return month >= 1 && month <= 12 && date >= 1 && date <= lastDate(year, month);
}

export function months(year: number, first: number, last: number = first): Period {
  return { from: day(year, first, 1), to: day(year, last, lastDate(year, last)) };
}

export function quarter(year: number, number: number): Period {
  return months(year, number * 3 - 2, number * 3);
}

export function half(year: number, number: number): Period {
  return months(year, number * 6 - 5, number * 6);
}

export function addDays(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The same date some months later, or that month's last day when it has no such date. */
export function addMonths(iso: string, count: number): string {
  const [year = 0, month = 1, date = 1] = iso.split('-').map(Number);
  const index = year * 12 + (month - 1) + count;
  const target = { year: Math.floor(index / 12), month: (index % 12) + 1 };
  return day(target.year, target.month, Math.min(date, lastDate(target.year, target.month)));
}
