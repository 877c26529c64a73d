import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { AppError } from '../../kernel/app-error.ts';
import { isLocalDate } from '../../kernel/local-date.ts';
import type { NoticeDay } from '../../kernel/workdays.ts';
import { NoticeDayView, type NoticeReading } from './calendar.contract.ts';
import { noticeDoubts } from './notice-checks.ts';
import { readNoticeText } from './notice-text.ts';

const Own = z.object({
  year: z.number().int(),
  documentNumber: z.string().nullish(),
  days: z.array(NoticeDayView),
});
/** The shape of the package that the first years came from: date → "English,中文,days". */
const Package = z.object({ holidays: z.record(z.string(), z.string()), workdays: z.record(z.string(), z.string()) });

/**
 * A year's notice from whatever the office has: the printed text, JSON, or CSV with the columns 日期, 类型 (放假 or 上班), 名称.
 * Told by content.
 * @throws AppError `notice-unreadable` (422)
 */
export function readNotice(text: string): NoticeReading {
  const content = text.replace(/^\uFEFF/, '').trim();
  const reading = content.startsWith('{')
    ? readJson(content)
    : /^"?(日期|date)"?[,\t]/i.test(content)
      ? readCsv(content)
      : readNoticeText(content);
  const days = [...reading.days].sort((a, b) => (a.date < b.date ? -1 : 1));
  const doubts = reading.year === null ? [] : noticeDoubts(reading.year, days);
  return { ...reading, days, doubts: [...reading.doubts, ...doubts] };
}

function readJson(content: string): NoticeReading {
  let data: unknown;
  try {
    data = JSON.parse(content);
  } catch (cause) {
    throw unreadable('这个 JSON 文件格式不完整，请重新导出后再试。', cause);
  }
  const own = Own.safeParse(data);
  if (own.success) return { ...own.data, documentNumber: own.data.documentNumber ?? null, doubts: [] };
  const other = Package.safeParse(data);
  if (!other.success)
    throw unreadable('JSON 文件中没有读到年份和日期列表（year、days），请对照说明核对字段。', own.error);
  const days = [
    ...Object.entries(other.data.holidays).map(([date, names]) => dayOf(date, 'off', names.split(',')[1])),
    ...Object.entries(other.data.workdays).map(([date, names]) => dayOf(date, 'work', names.split(',')[1])),
  ];
  return { year: commonYear(days), documentNumber: null, days, doubts: [] };
}

function readCsv(content: string): NoticeReading {
  let rows: string[][];
  try {
    rows = parse(content, {
      skip_empty_lines: true,
      trim: true,
      delimiter: [',', '\t'],
      relax_column_count: true,
    }) as string[][];
  } catch (cause) {
    throw unreadable('这个 CSV 文件无法读取，请用“日期,类型,名称”三列另存后再试。', cause);
  }
  const days = rows.slice(1).map(([date = '', kind = '', name = '']) => {
    const work = /上班|调休|work/i.test(kind);
    if (!work && !/放假|休|off/i.test(kind)) throw unreadable(`“${kind}”不是可识别的类型，请写“放假”或“上班”。`);
    return dayOf(date, work ? 'work' : 'off', name);
  });
  return { year: commonYear(days), documentNumber: null, days, doubts: [] };
}

function dayOf(date: string, kind: NoticeDay['kind'], name: string | undefined): NoticeDay {
  const text = date
    .replace(/[/.年月]/g, '-')
    .replace('日', '')
    .replace(/-(\d)(?=-|$)/g, '-0$1');
  if (!isLocalDate(text)) throw unreadable(`“${date}”不是有效日期，请按“年-月-日”填写，例如 2026-10-01。`);
  return { date: text, kind, name: name?.trim() || '节假日' };
}

/** Most days decide: a notice reaches into the December before. */
function commonYear(days: readonly NoticeDay[]): number | null {
  const counts = new Map<number, number>();
  for (const day of days) {
    const year = Number(day.date.slice(0, 4));
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function unreadable(message: string, cause?: unknown): AppError {
  return new AppError('notice-unreadable', 422, message, { cause });
}
