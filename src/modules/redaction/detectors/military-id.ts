import type { Candidate } from '../finding.ts';
import type { TextScan } from '../text-scan.ts';

/** Without 第 the 号 has to be there: 附件文字350794 is no card. */
const WORDED =
  /[军士文政后装参空海北沈兰济南广成](?:(?:字|证字|\(字\))第[ ]?(\d{6,9})(?![A-Za-z0-9])号?|证?字[ ]?(\d{6,9})号)/g;
const BARE = /(?<![A-Za-z0-9])\d{6,10}(?![A-Za-z0-9])/g;

/** 军官证, 士兵证 and kin: 军字第1234567号, or a number that a word names as such. */
export function militaryIds(scan: TextScan): Candidate[] {
  const worded = [...scan.plain.matchAll(WORDED)]
    .filter(({ 0: found, index }) => /^[军士文]/.test(found) || scan.labelAt(index) === 'military')
    .map(({ 0: found, 1: first, 2: second, index }) => numbered(index, found, first ?? second ?? ''));
  const bare = [...scan.plain.matchAll(BARE)]
    .filter(({ index }) => scan.labelAt(index) === 'military')
    .map(({ 0: number, index }) => military(index, number.length));
  return [...worded, ...bare];
}

function numbered(index: number, found: string, number: string): Candidate {
  return military(index + found.lastIndexOf(number), number.length);
}

function military(start: number, length: number): Candidate {
  return { type: 'militaryId', start, end: start + length, certainty: 'likely', why: '军人证件号码。' };
}
