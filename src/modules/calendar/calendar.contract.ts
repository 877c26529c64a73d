import { z } from 'zod';
import { isLocalDate, type LocalDate } from '../../kernel/local-date.ts';

const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, '日期请按“年-月-日”填写，例如 2026-10-01')
  .refine(isLocalDate, '没有这一天，请核对日期') as unknown as z.ZodType<LocalDate, string>;

export const NoticeDayView = z.object({
  date: Day,
  /** off 放假, work 调休上班. */
  kind: z.enum(['off', 'work']),
  name: z.string().trim().min(1, '请填写节日名称').max(40),
});

/** What a notice says, as read from a file or pasted text; nothing is stored yet. */
export const NoticeReading = z.object({
  year: z.number().int().nullable(),
  documentNumber: z.string().nullable(),
  days: z.array(NoticeDayView),
  /** Chinese sentences: what a person should look at before importing. */
  doubts: z.array(z.string()),
});
export type NoticeReading = z.infer<typeof NoticeReading>;

export const NoticeText = z.object({ text: z.string().min(1, '请粘贴通知正文或选择文件').max(200_000) });

export const NoticeInput = z.object({
  /** 发文字号, for example 国办发明电〔2025〕7号. */
  documentNumber: z.string().trim().min(4, '请填写通知的发文字号').max(60),
  /** Where it was taken from: an address or a sentence. */
  source: z.string().trim().min(2, '请写明数据来源，例如通知所在网址').max(300),
  days: z.array(NoticeDayView).min(1, '请至少列出一天').max(80),
  /** The notice that the person saw; null when the year had none. */
  replaces: z.uuid().nullable(),
});
export type NoticeInput = z.infer<typeof NoticeInput>;

export const NoticeView = z.object({
  id: z.uuid(),
  year: z.number().int(),
  documentNumber: z.string().nullable(),
  source: z.string(),
  importedAt: z.date(),
  importedBy: z.uuid().nullable(),
  replacedAt: z.date().nullable(),
});
export type NoticeView = z.infer<typeof NoticeView>;

export const YearSummary = z.object({
  year: z.number().int(),
  /** Null: not announced, the year is provisional. */
  notice: NoticeView.nullable(),
  workdays: z.number().int(),
  offWeekdays: z.number().int(),
  makeUpDays: z.number().int(),
});
export type YearSummary = z.infer<typeof YearSummary>;
export const YearList = z.object({ items: z.array(YearSummary) });

export const CalendarDayView = z.object({
  date: z.string(),
  work: z.boolean(),
  reason: z.enum(['weekday', 'weekend', 'holiday', 'makeUp']),
  name: z.string().nullable(),
  awaitingYear: z.number().int().nullable(),
});
export const YearView = YearSummary.extend({
  days: z.array(CalendarDayView),
  history: z.array(NoticeView),
  /** What the checks say of the notice in force. */
  doubts: z.array(z.string()),
});
export type YearView = z.infer<typeof YearView>;

export const ReckoningQuery = z.object({ start: Day, count: z.coerce.number().int().min(-400).max(400) });
export const Reckoning = z.object({
  start: z.string(),
  workdays: z.number().int(),
  due: z.string(),
  days: z.array(CalendarDayView.extend({ count: z.number().int().nullable() })),
  awaitingYears: z.array(z.number().int()),
  /** The whole reckoning in one Chinese sentence. */
  text: z.string(),
});
export type Reckoning = z.infer<typeof Reckoning>;
