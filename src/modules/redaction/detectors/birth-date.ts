import type { Candidate } from '../finding.ts';
import { isBirthDate } from '../identity-checksum.ts';
import type { TextScan } from '../text-scan.ts';

const DAY = /(?<!\d)((?:18|19|20)\d{2})(?:年|[-./])?(\d{1,2})(?:月|[-./])?(\d{1,2})(?:日|(?!\d))(?! ?出台)/g;

/** Full dates of birth of a person; year and month alone are usual in notices of appointments and stay. */
export function birthDates(scan: TextScan): Candidate[] {
  const found: Candidate[] = [];
  for (const { 0: day, 1: year = '', 2: month = '', 3: date = '', index } of scan.plain.matchAll(DAY)) {
    const isBorn = /^[ ]?(?:出)?生(?![产活效态])/.test(scan.plain.slice(index + day.length));
    // 填写格式如19850312 explains a form.
    // 2019年9月1日至2020年8月31日出生 is a rule, nobody's birth.
    if (/[至到~-] ?$/.test(scan.plain.slice(Math.max(0, index - 2), index))) continue;
    if (/[如例][:"“]?$/.test(scan.plain.slice(Math.max(0, index - 2), index))) continue;
    if (!isBorn && scan.labelAt(index) !== 'birthDate') continue;
    if (!isBirthDate(`${year}${month.padStart(2, '0')}${date.padStart(2, '0')}`)) continue;
    const why = '具体到日的出生日期。';
    found.push({ type: 'birthDate', start: index, end: index + day.length, certainty: 'likely', why });
  }
  return found;
}
