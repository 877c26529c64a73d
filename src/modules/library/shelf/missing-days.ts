import { addDays, type LocalDate } from '../../../kernel/local-date.ts';

/**
 * Days without figures between the first day that has some and yesterday, oldest first. A missing day cannot be counted afterwards, because
 * the shelf has moved on: it is told, not filled.
 */
export function missingDays(known: readonly LocalDate[], yesterday: LocalDate, atMost = 400): LocalDate[] {
  const days = new Set(known);
  const first = [...days].sort()[0];
  if (first === undefined) return [];
  const missing: LocalDate[] = [];
  for (let day = first; day <= yesterday && missing.length < atMost; day = addDays(day, 1))
    if (!days.has(day)) missing.push(day);
  return missing;
}
