import { addDays, day, half, isRealDay, lastDate, months, quarter } from './calendar-days.ts';

/** One dated expression inside a deadline: a due day (`from` null) or a window. */
export interface DeadlinePoint {
  readonly kind: 'date' | 'month' | 'quarter' | 'halfyear' | 'year';
  readonly from: string | null;
  readonly to: string;
  /** The words it was read from. */
  readonly text: string;
  readonly note: string | null;
  /** Chinese, when the wording allows another reading. */
  readonly doubt: string | null;
  /** The wording says that work starts then (3月起, 4月启动). */
  readonly starts: boolean;
}

export interface PointScan {
  readonly points: readonly DeadlinePoint[];
  /** Everything that is no date. */
  readonly rest: string;
}

interface Moment {
  readonly kind: DeadlinePoint['kind'];
  readonly from: string;
  readonly to: string;
  /** Names an end (月底, 31日, 季度末), so that 前 includes it. */
  readonly isEnd: boolean;
  readonly year: number;
  readonly doubt: string | null;
}

const YEAR = String.raw`(?:(?<year>20\d{2})(?:年度?|[./](?=\d))|(?<next>次年|翌年|明年|下一年度?|下年度?|来年)|(?:当年|本年度?|今年|全年)(?=\d|上半年|下半年|第?[1-4]季))?`;
const MOMENT = [
  String.raw`(?<iso>(?<isoYear>20\d{2})[-./](?<isoMonth>\d{1,2})(?!\d|月)(?:[-./](?<isoDate>\d{1,2})(?!\d)(?:日|号)?)?)`,
  String.raw`${YEAR}(?:(?<!\d)(?<month>\d{1,2})月份?(?:(?<date>\d{1,2})(?:日|号)|(?<third>上旬|中旬|下旬|月?初|月?中(?!旬|心)|月?底|月?末)?)|第?(?<quarter>[1-4])季度?(?<quarterEnd>底|末)?|(?<half>上半年|下半年)度?(?<halfEnd>底|末)?|(?<yearEnd>(?:全|本|当|今)?年(?:底|末|终)|岁末)|(?<yearMiddle>年中)(?!心))`,
  String.raw`(?<bareYear>20\d{2})年(?<bareYearEnd>底|末|终)?度?`,
  `(?<nextEnd>次年|翌年|明年|下年度?)(?<nextYearEnd>底|末)?`,
];
const BEFORE = `(?<before>[之以]?前)?`;
const STARTS = `(?<starts>开始|启动|起(?!草))?`;
const POINT = new RegExp(
  String.raw`(?:${MOMENT.join('|')})(?:\((?:含|包括)(?:当[日月]|本[日月])?\))?${BEFORE}${STARTS}`,
  'y',
);
const SHORT_START = /(?:(20\d{2})年)?(\d{1,2})(?:月(?:(\d{1,2})日?)?)?-(?=(?:20\d{2}年)?\d{1,2}[月日])/y;
const DAY_TAIL = /(\d{1,2})(?:日|号)/y;

/**
 * Finds dated expressions in a deadline already folded (see deadline.ts: half-width, no blanks, ranges by '-').
 * @param year plan year that bare months belong to
 */
export function scanPoints(text: string, year: number): PointScan {
  const points: DeadlinePoint[] = [];
  let rest = '';
  let at = 0;
  let known = year;
  while (at < text.length) {
    const found = readWindow(text, at, known) ?? readPoint(text, at, known);
    if (found) {
      points.push(found.point);
      known = found.year;
      at = found.end;
    } else {
      rest += text[at];
      at += 1;
    }
  }
  return { points, rest };
}

interface Found {
  readonly point: DeadlinePoint;
  readonly end: number;
  /** A year once said holds for the months after it (2024年6月、9月). */
  readonly year: number;
}

/** 2024-2025年 */
const YEARS = /(20\d{2})年?-(20\d{2})年/y;

/** 3-6月, 3月1日-6月30日, 2023年12月-2024年2月, 9月-年底, 5月10-20日. */
function readWindow(text: string, at: number, year: number): Found | null {
  YEARS.lastIndex = at;
  const years = YEARS.exec(text);
  if (years) {
    const [first, last] = [Number(years[1]), Number(years[2])];
    const point = span('year', day(first, 1, 1), day(last, 12, 31), years[0]);
    return { point, end: YEARS.lastIndex, year: last };
  }
  SHORT_START.lastIndex = at;
  const start = SHORT_START.exec(text);
  if (!start) return readLongWindow(text, at, year);
  const [whole, startYear, startNumber = '', startDate] = start;
  const from = startYear ? Number(startYear) : year;
  const month = Number(startNumber);
  if (month < 1 || month > 12) return null;
  const startsAt = day(from, month, startDate ? Number(startDate) : 1);
  DAY_TAIL.lastIndex = at + whole.length;
  const tail = startDate ? DAY_TAIL.exec(text) : null;
  if (tail) {
    const point = span('date', startsAt, day(from, month, Number(tail[1])), text.slice(at, DAY_TAIL.lastIndex));
    return { point, end: DAY_TAIL.lastIndex, year: from };
  }
  const end = readPoint(text, at + whole.length, from);
  if (!end) return null;
  return joined(startsAt, startDate ? 'date' : end.point.kind, end, text.slice(at, end.end), from);
}

function readLongWindow(text: string, at: number, year: number): Found | null {
  const start = readPoint(text, at, year);
  if (!start || text[start.end] !== '-' || start.point.from === null) return null;
  const end = readPoint(text, start.end + 1, start.year);
  if (!end) return null;
  return joined(start.point.from, end.point.kind, end, text.slice(at, end.end), start.year);
}

function joined(from: string, kind: DeadlinePoint['kind'], end: Found, text: string, year: number): Found {
  let to = end.point.to;
  // 11月-2月 without years runs into the next year.
  if (to < from) to = monthEndNextYear(to);
  return { point: span(kind, from, to, text), end: end.end, year };
}

function monthEndNextYear(iso: string): string {
  const [year = 0, month = 1, date = 1] = iso.split('-').map(Number);
  const wasLast = date === lastDate(year, month);
  return day(year + 1, month, wasLast ? lastDate(year + 1, month) : date);
}

function span(kind: DeadlinePoint['kind'], from: string, to: string, text: string): DeadlinePoint {
  return { kind, from, to, text, note: `时段：${text}`, doubt: null, starts: false };
}

function readPoint(text: string, at: number, planYear: number): Found | null {
  POINT.lastIndex = at;
  const match = POINT.exec(text);
  const groups = match?.groups;
  if (!match || !groups) return null;
  const moment = momentOf(groups, planYear);
  if (!moment) return null;
  return { point: pointOf(moment, groups, match[0], planYear), end: POINT.lastIndex, year: moment.year };
}

type Groups = Readonly<Record<string, string | undefined>>;

function momentOf(groups: Groups, planYear: number): Moment | null {
  if (groups.iso) return isoMoment(Number(groups.isoYear), Number(groups.isoMonth), groups.isoDate);
  if (groups.bareYear) return wholeYear(Number(groups.bareYear), Boolean(groups.bareYearEnd));
  if (groups.nextEnd) return wholeYear(planYear + 1, Boolean(groups.nextYearEnd));
  const year = groups.year ? Number(groups.year) : groups.next ? planYear + 1 : planYear;
  if (groups.month) return inMonth(groups, year, Number(groups.month));
  if (groups.quarter) {
    return {
      kind: 'quarter',
      ...quarter(year, Number(groups.quarter)),
      isEnd: Boolean(groups.quarterEnd),
      year,
      doubt: null,
    };
  }
  if (groups.half) {
    const period = half(year, groups.half === '上半年' ? 1 : 2);
    return { kind: 'halfyear', ...period, isEnd: Boolean(groups.halfEnd), year, doubt: null };
  }
  if (groups.yearMiddle) return { kind: 'date', ...half(year, 1), isEnd: true, year, doubt: '“年中”按6月30日理解' };
  return wholeYear(year, true);
}

function wholeYear(year: number, isEnd: boolean): Moment {
  return { kind: 'year', ...months(year, 1, 12), isEnd, year, doubt: null };
}

function isoMoment(year: number, month: number, date: string | undefined): Moment | null {
  if (date) return oneDay(year, month, Number(date));
  if (month < 1 || month > 12) return null;
  return { kind: 'month', ...months(year, month), isEnd: false, year, doubt: null };
}

function oneDay(year: number, month: number, date: number): Moment | null {
  if (!isRealDay(year, month, date)) return null;
  const iso = day(year, month, date);
  return { kind: 'date', from: iso, to: iso, isEnd: true, year, doubt: null };
}

function inMonth(groups: Groups, year: number, month: number): Moment | null {
  if (month < 1 || month > 12) return null;
  if (groups.date) return oneDay(year, month, Number(groups.date));
  const whole = months(year, month);
  const third = groups.third?.replace('月', '') ?? '';
  if (third === '') return { kind: 'month', ...whole, isEnd: false, year, doubt: null };
  if (third === '底' || third === '末') return { kind: 'month', ...whole, isEnd: true, year, doubt: null };
  const [first, last] =
    third === '上旬' || third === '初' ? [1, 10] : third === '下旬' ? [21, lastDate(year, month)] : [11, 20];
  const doubt = third.length === 1 ? `“${month}月${third}”按${third === '初' ? '上旬' : '中旬'}理解` : null;
  return { kind: 'date', from: day(year, month, first), to: day(year, month, last), isEnd: false, year, doubt };
}

function pointOf(moment: Moment, groups: Groups, text: string, planYear: number): DeadlinePoint {
  const starts = Boolean(groups.starts);
  const nextYear = moment.year === planYear + 1 ? '计划年度的次年' : null;
  if (!moment.isEnd && groups.before) return beforePoint(moment, text);
  if (moment.isEnd) {
    return { kind: 'date', from: null, to: moment.to, text, note: nextYear, doubt: moment.doubt, starts };
  }
  return { kind: moment.kind, from: moment.from, to: moment.to, text, note: nextYear, doubt: moment.doubt, starts };
}

/** 10月前 excludes October (unlike 10月底前): the last day before the window (requirements X-06). */
function beforePoint(moment: Moment, text: string): DeadlinePoint {
  const name = text.replace(/(?:\(.*\))?[之以]?前.*$/, '');
  if (moment.kind === 'halfyear' && moment.from.endsWith('-01-01')) {
    const doubt = `“${text}”按上半年结束（6月30日）理解，请核对`;
    return { kind: 'date', from: null, to: moment.to, text, note: null, doubt, starts: false };
  }
  const to = addDays(moment.from, -1);
  const note = moment.kind === 'month' ? `${text}：按不含${name}解释，即上月末` : `${text}：按不含${name}解释`;
  return { kind: 'date', from: null, to, text, note, doubt: null, starts: false };
}
