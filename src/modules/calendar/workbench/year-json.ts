import type { NoticeView, YearView } from '../calendar.contract.ts';

/** Instants arrive as text. */
export type JsonNotice = Omit<NoticeView, 'importedAt' | 'replacedAt'> & {
  importedAt: string;
  replacedAt: string | null;
};
export type JsonYear = Omit<YearView, 'notice' | 'history'> & { notice: JsonNotice | null; history: JsonNotice[] };
