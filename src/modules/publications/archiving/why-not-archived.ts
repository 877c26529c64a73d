import type { LocalDate } from '../../../kernel/local-date.ts';

/** Why a document cannot have been handed to the national archives that day, as a Chinese sentence; null when it can (DOC-8). */
export function whyNotArchived(archivedOn: LocalDate, formedOn: LocalDate | null, today: LocalDate): string | null {
  if (archivedOn > today) return '移交日期不能晚于今天，请在移交之后登记。';
  if (formedOn !== null && archivedOn < formedOn) return `移交日期不能早于成文日期（${formedOn}），请核对。`;
  return null;
}
