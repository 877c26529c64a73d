import { addDays, dayOfWeek, isLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import type { NoticeDay } from '../../kernel/workdays.ts';
import type { NoticeReading } from './calendar.contract.ts';

const HEADING = /[一二三四五六七八九十]+、\s*([^：:。，、\s]{2,6}(?:[、，和][^：:。，\s]{2,6})?)\s*[：:]/g;
const DATE = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:[（(]([^）)]*)[）)])?/g;
const WEEKDAYS = '日一二三四五六';

/**
 * Reads the notice as it is printed: 一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
 * What does not add up (the weekday in brackets, 共 … 天) becomes a doubt.
 */
export function readNoticeText(text: string): NoticeReading {
  const flat = text.normalize('NFKC').replaceAll(/[ \t\u3000]/g, '');
  const year = Number(/关于(\d{4})年(?:部分)?节假日/.exec(flat)?.[1] ?? /(\d{4})年/.exec(flat)?.[1] ?? 0) || null;
  const documentNumber = /国办发(?:明电)?[〔[(]\d{4}[〕\])]\d+号/.exec(flat)?.[0] ?? null;
  if (year === null) return { year, documentNumber, days: [], doubts: ['没有读到通知的年份，请核对文字是否完整。'] };
  const doubts: string[] = [];
  const days = sections(flat).flatMap(([name, body]) => readSection(name, body, year, doubts));
  if (days.length === 0) doubts.push('没有读到放假或上班的日期，请核对文字是否完整，或改用逐日填写。');
  return { year, documentNumber, days, doubts };
}

function sections(text: string): readonly (readonly [name: string, body: string])[] {
  const headings = [...text.matchAll(HEADING)];
  return headings.map((heading, i) => {
    const end = headings[i + 1]?.index ?? text.length;
    return [heading[1] ?? '', text.slice(heading.index + heading[0].length, end)] as const;
  });
}

function readSection(name: string, body: string, year: number, doubts: string[]): readonly NoticeDay[] {
  const days: NoticeDay[] = [];
  for (const sentence of body.split(/[。;\n]/).flatMap(splitMixed)) {
    const kind = /上班/.test(sentence) ? 'work' : /放假/.test(sentence) ? 'off' : undefined;
    if (!kind) continue;
    const dates = readDates(name, sentence, year, doubts);
    const promised = Number(/共(\d+)天|放假(\d+)天/.exec(sentence)?.slice(1).find(Boolean) ?? 0);
    if (kind === 'off' && promised > 0 && promised !== dates.length) {
      doubts.push(`${name}：通知写共 ${promised} 天，读到 ${dates.length} 天，请核对。`);
    }
    days.push(...dates.map((date) => ({ date, kind, name }) as const));
  }
  return days;
}

/** 放假…，4月7日上班 in one sentence: each part says its own. */
function splitMixed(sentence: string): readonly string[] {
  return /放假/.test(sentence) && /上班/.test(sentence) ? sentence.split(/[,，]/) : [sentence];
}

/** Days and spans (至); a month or year left out is the one before. */
function readDates(name: string, sentence: string, noticeYear: number, doubts: string[]): readonly LocalDate[] {
  const dates: LocalDate[] = [];
  let [year, month, until] = [noticeYear, 0, 0];
  for (const match of sentence.matchAll(DATE)) {
    const given = Number(match[2] ?? month);
    year = match[1] ? Number(match[1]) : given < month ? year + 1 : year;
    month = given;
    const text = `${year}-${String(month).padStart(2, '0')}-${String(match[3]).padStart(2, '0')}`;
    if (!isLocalDate(text)) {
      doubts.push(`${name}：没有“${match[0]}”这一天，请核对。`);
      continue;
    }
    checkWeekday(name, text, match[4] ?? '', doubts);
    const isEnd = /[至到~—-]$/.test(sentence.slice(until, match.index)) && dates.length > 0;
    if (isEnd) dates.push(...daysAfter(dates.at(-1) ?? text, text));
    else dates.push(text);
    until = match.index + match[0].length;
  }
  return dates;
}

/** A span of a notice has at most some ten days; a misread end must not fill the year. */
function daysAfter(from: LocalDate, to: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = addDays(from, 1); day <= to && days.length < 20; day = addDays(day, 1)) days.push(day);
  return days;
}

function checkWeekday(name: string, date: LocalDate, bracket: string, doubts: string[]): void {
  const said = /(?:周|星期)([日天一二三四五六])/.exec(bracket)?.[1]?.replace('天', '日');
  if (said && said !== WEEKDAYS[dayOfWeek(date)]) {
    doubts.push(`${name}：${date} 是星期${WEEKDAYS[dayOfWeek(date)]}，通知写的是星期${said}，请核对。`);
  }
}
