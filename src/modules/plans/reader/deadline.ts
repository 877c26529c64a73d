import { addDays, addMonths, half, months, quarter } from './calendar-days.ts';
import { type DeadlinePoint, scanPoints } from './deadline-points.ts';
import type { Deadline, DeadlinePeriod } from './plan-reading.ts';
import { foldKey } from './source-text.ts';

export interface DeadlineContext {
  /** Plan year that bare months belong to. */
  readonly year: number | null;
  /** 成文日期 as YYYY-MM-DD, from which 印发后30日内 can be worked out. */
  readonly issuedOn?: string | null;
}

export interface DeadlineAnswer {
  readonly deadline: Deadline;
  /** Chinese sentence when the wording was understood only by guessing. */
  readonly doubt: string | null;
  /** The wording is plain, only the plan's year is missing. */
  readonly needsYear?: true;
}

const LONGEST = 300;
const ONGOING =
  /实时|即时|随时|及时|立即|即日起|长期|常态|持续|常年|日常|动态|经常|长效|适时|不定期|定期|按需|逐步|滚动/;
const RELATIVE =
  /(?<![月\d])(?<count>\d{1,3}|半)(?<unit>个?工作日|日|天|个?周|个?星期|个半?月|个季度|个?小时|年)(?<within>(?:之|以)?内|(?:之|以)?前|后)?/;
const EVENT =
  /后$|之后|(?<![实及适随即])时$|同步|同时|根据|按照?.*(?:要求|部署|安排|时限|规定|通知|进度|计划)|视.*(?:情况|进度)|另行通知|法定/;
const DONE_WORDS =
  /完成|启动|开展|实施|组织|举办|落实|基本|全面|力争|召开|发布|公布|公开|报送|上报|印发|制定|按时|推进|推动|开始|结束|期间|左右|至少|不少于|不低于|原则上|计划|预计|截至|截止|时间|各|分别|并|和|及|与|或|于|在|到|至|为|的|每|全年|一|两|1|2|次|期|场|前|内|底|份|日|度|[、,，;；.。()（）:：/\-*]/g;

/**
 * Reads a deadline cell (PLAN-4, X-28).
 *
 * Bare months belong to the plan's year; 10月前 ends with September while 10月底前 ends with October; a deadline counted
 * from an event has no date of its own (`to` null), with the reckoned day in the note when the day of issue is known.
 */
export function readDeadline(text: string, context: DeadlineContext): DeadlineAnswer {
  const words = normalise(text);
  if (words === '' || /^[-—–/无\\]+$/.test(words)) {
    return undated('unknown', null, '没有写完成时限，请补充或确认');
  }
  if (words.length > LONGEST) return undated('unknown', null, '完成时限一栏文字过长，无法识别，请核对');
  const year = context.year ?? yearWithin(words);
  if (year === null) return withoutYear(words);
  const recurring = readRecurring(words, year);
  if (recurring) return { deadline: recurring, doubt: null };
  const scan = scanPoints(expandLists(words), year);
  // A number of days after an event decides before the dates that it may mention.
  const relative = readRelative(words, scan.points.length > 0, context.issuedOn ?? null);
  if (relative) return relative;
  if (scan.points.length > 0) return dated(scan.points, scan.rest, text);
  if (/^(?:全年|年内|年度内?|全年度|当年|本年度?内?|今年内?|一年|1年)/.test(words)) return wholeYear(year, words);
  return undatedWords(words);
}

/** Whether the text reads as a deadline by itself; used to recognise a deadline column by what stands in it. */
export function looksLikeDeadline(text: string): boolean {
  const words = normalise(text);
  // 1.2 may be a row number as well.
  if (words === '' || words.length > 24 || /^\d{1,2}[./]\d{1,2}$/.test(foldKey(text))) return false;
  const { deadline, doubt } = readDeadline(text, { year: 2020 });
  if (deadline.kind === 'unknown') return false;
  if (deadline.kind === 'realtime') return words.replace(ONGOING, '').length <= 4;
  return doubt === null;
}

function normalise(text: string): string {
  return foldKey(text)
    .replace(/[–—−―~～﹣]+|-{2,}/g, '-')
    .replace(/至(?=\d|年|次|翌|明|[一二三四五六七八九十])/g, '-')
    .replace(/到(?=\d{1,2}[月日]|\d{4}年|年[底末])/g, '-')
    .replace(/(?<=月|日|年)-+(?=$)/g, '')
    .replace(/[〇○一二两三四五六七八九十]+(?=个?(?:工作日|[年月日天周]|季|星期|小时)|号)/g, numeral)
    .replace(/[一二三四五六七八九十]+(?=(?:[、,和及]第?[一二三四五六七八九十\d]+)+(?:季|月))/g, numeral)
    .replace(/Q([1-4])/gi, '$1季度')
    .replace(/^(\d{1,2})[./](\d{1,2})(?=之?前?$)/, '$1月$2日')
    .replace(/[〔【[]/g, '(')
    .replace(/[〕】\]]/g, ')');
}

const HAN_DIGITS = '〇一二三四五六七八九';

function numeral(text: string): string {
  if (/^[〇○一二三四五六七八九]{4}$/.test(text)) {
    return [...text.replaceAll('○', '〇')].map((c) => HAN_DIGITS.indexOf(c)).join('');
  }
  if (text.includes('十')) {
    const [tens = '', ones = ''] = text.split('十');
    return String((tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0));
  }
  return [...text].map(digit).join('');
}

function digit(c: string): number {
  return c === '两' ? 2 : c === '○' ? 0 : HAN_DIGITS.indexOf(c);
}

function yearWithin(words: string): number | null {
  const found = /(20\d{2})[年./-]/.exec(words)?.[1];
  return found ? Number(found) : null;
}

/** 3、6、9月底 says 3月底、6月底、9月底; 上、下半年 says both halves. */
function expandLists(words: string): string {
  return words
    .replace(/上(?:半年)?[、,和及]?下半年/g, '上半年、下半年')
    .replace(/第?((?:[1-4][、,和及]第?)+)([1-4])季度?(末|底)?/g, (_, list: string, last: string, tail = '') =>
      [...list.matchAll(/[1-4]/g), [last]].map(([n]) => `${n}季度${tail}`).join('、'),
    )
    .replace(
      /((?:(?<!\d)\d{1,2}[、,和及])+)(\d{1,2})月(底前?|末前?|前|份)?(?!\d)/g,
      (_, list: string, last: string, tail = '') =>
        [...list.matchAll(/\d{1,2}/g), [last]].map(([n]) => `${n}月${tail}`).join('、'),
    );
}

function readRecurring(words: string, year: number): Deadline | null {
  const match =
    /(?:每|逐|按(?!日|天)|各(?=月|季))(?<two>[2两]个?|双)?(?<unit>个?月|个?季度?|半年|旬|周|星期|日|天|工作日|学期)(?<end>(?:度)?(?:底|末|初|首月|最后1?个?月)?(?<date>\d{1,2}日)?(?:前|之前)?)/.exec(
      words,
    );
  if (!match?.groups || /要求|部署|工作日内/.test(words)) return null;
  const unit = match.groups.unit ?? '';
  const period = months(year, 1, 12);
  const atEnd = /底|末/.test(match.groups.end ?? '') && !match.groups.date;
  if (/[周日天旬]|星期|工作日|学期/.test(unit)) return { kind: 'year', ...period, note: `周期性工作：${words}` };
  const step = /月/.test(unit) ? (match.groups.two ? 2 : 1) : /季/.test(unit) ? 3 : 6;
  const date = step === 1 && match.groups.date ? Number.parseInt(match.groups.date, 10) : null;
  const windows = Array.from({ length: 12 / step }, (_, i) => windowOf(year, step, i));
  const periods = windows.map((w) => ({ from: atEnd || date ? null : w.from, to: date ? dateIn(w.to, date) : w.to }));
  const { from, to } = { from: periods[0]?.from ?? null, to: periods.at(-1)?.to ?? period.to };
  return { kind: 'multi', from, to, note: `周期性工作：${words}`, periods };
}

/** The date in the month that ends with `monthEnd`; the 31st of a shorter month is its end. */
function dateIn(monthEnd: string, date: number): string {
  const iso = `${monthEnd.slice(0, 8)}${String(date).padStart(2, '0')}`;
  return iso < monthEnd ? iso : monthEnd;
}

function windowOf(year: number, step: number, index: number) {
  if (step === 3) return quarter(year, index + 1);
  if (step === 6) return half(year, index + 1);
  return months(year, index * step + 1, index * step + step);
}

function readRelative(words: string, hasDates: boolean, issuedOn: string | null): DeadlineAnswer | null {
  const match = RELATIVE.exec(words);
  if (!match?.groups) return null;
  const { count = '', unit = '', within } = match.groups;
  const anchored = /后|起|接|收到|产生|形成|之日/.test(words.slice(0, match.index));
  if (!within && !anchored) return null;
  if (hasDates && !anchored) return null;
  if (unit === '年' && !anchored && count !== '半') return null;
  return undated('relative', relativeNote(words, count, unit, within ?? '', issuedOn), null);
}

function relativeNote(words: string, count: string, unit: string, within: string, issuedOn: string | null): string {
  const fromIssue = /本文|本要点|本通知|本方案|本计划|印发|下发/.test(words);
  const tail = within.includes('内') ? words.replace(/(?<=印发|下发|发布|出台)(?=\d)/, '后') : words;
  if (!fromIssue || !issuedOn || count === '半' || !within.includes('内')) return tail;
  const amount = Number(count);
  const due = /月/.test(unit)
    ? addMonths(issuedOn, amount)
    : /^(?:日|天)$/.test(unit)
      ? addDays(issuedOn, amount)
      : null;
  return due ? `${tail}；印发日${issuedOn}，推算截止${due}` : tail;
}

function dated(points: readonly DeadlinePoint[], rest: string, original: string): DeadlineAnswer {
  const doubts = points.flatMap((p) => (p.doubt ? [p.doubt] : []));
  const leftover = rest.replace(ONGOING, '').replace(DONE_WORDS, '');
  if (leftover.length > 6) doubts.push(`完成时限“${original.trim()}”中还有其他说明，请核对`);
  const doubt = doubts.length > 0 ? doubts.join('；') : null;
  const [first, second] = points;
  if (first?.starts && points.length <= 2) return { deadline: started(first, second), doubt };
  if (first && points.length === 1) {
    return { deadline: { kind: first.kind, from: first.from, to: first.to, note: first.note }, doubt };
  }
  return { deadline: several(points), doubt };
}

function started(first: DeadlinePoint, second: DeadlinePoint | undefined): Deadline {
  const from = first.from ?? first.to;
  if (second) return { kind: 'date', from, to: second.to, note: `${first.text}，${second.text}` };
  return { kind: 'year', from, to: `${from.slice(0, 4)}-12-31`, note: `${first.text}，至年底` };
}

const COUNTS = ['', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

function several(points: readonly DeadlinePoint[]): Deadline {
  const periods: DeadlinePeriod[] = points.map((p) => ({ from: p.from, to: p.to }));
  const word = points.every((p) => p.from === null)
    ? '节点'
    : points.every((p) => p.kind === 'month' && p.note === null)
      ? '月份'
      : '时段';
  const from = periods.some((p) => p.from === null) ? null : periods.map((p) => p.from ?? '').sort()[0];
  const to =
    periods
      .map((p) => p.to)
      .sort()
      .at(-1) ?? null;
  const note = `${COUNTS[points.length] ?? points.length}个${word}：${points.map((p) => p.text).join('、')}`;
  return { kind: 'multi', from: from ?? null, to, note, periods };
}

function wholeYear(year: number, words: string): DeadlineAnswer {
  const period = months(year, 1, 12);
  return { deadline: { kind: 'year', ...period, note: words === '全年' ? null : `${words}：按全年理解` }, doubt: null };
}

function undatedWords(words: string): DeadlineAnswer {
  if (/^实时/.test(words)) return undated('realtime', '实时：随时完成，无截止日', null);
  if (/^(?:及时|随时|即时|适时|立即)/.test(words)) return undated('realtime', `${words}：无截止日`, null);
  if (EVENT.test(words)) return undated('relative', words, null);
  if (ONGOING.test(words)) return undated('realtime', `${words}：无截止日`, null);
  return undated('unknown', null, `完成时限“${words}”无法识别，请核对`);
}

function withoutYear(words: string): DeadlineAnswer {
  const guess = readDeadline(words, { year: 2001 });
  if (guess.deadline.to === null) return guess;
  const doubt = `文件中没有找到计划年度，“${words}”无法换算成日期，请先补充年度`;
  return { ...undated('unknown', null, doubt), needsYear: true };
}

function undated(kind: 'realtime' | 'relative' | 'unknown', note: string | null, doubt: string | null): DeadlineAnswer {
  return { deadline: { kind, from: null, to: null, note }, doubt };
}
