import { type DigitStretch, type DigitWindow, windowOf, windowsOf } from '../digit-stretches.ts';
import type { Candidate } from '../finding.ts';
import { isIdentityNumber } from '../identity-checksum.ts';
import type { TextScan } from '../text-scan.ts';

const MOBILE = /^1[3-9]\d{9}$/;
const COUNTRY = /^(?:00)?86(?=1[3-9]\d{9}$)/;

/** Mobile numbers: each belongs to a person, whoever prints it. */
export function mobilePhones(scan: TextScan): Candidate[] {
  const found = scan.stretches.flatMap((stretch) => [
    ...windowsOf(stretch, 11, 15).flatMap((window) => judged(scan, window)),
    ...gluedIn(scan, stretch),
  ]);
  return [...found, ...unusual(scan)];
}

/** 138.0013.8000, or with the letters that a reader of pictures takes for digits. */
function unusual(scan: TextScan): Candidate[] {
  const form = /(?<![\dA-Za-z.])(?:1[3-9]\d\.\d{4}\.\d{4}|1[3-9](?=[OolI]*\d)[\dOolI]{9})(?![\dA-Za-z.])/g;
  return [...scan.plain.matchAll(form)]
    .filter(
      ({ 0: number, index }) =>
        /[.OolI]/.test(number) && number.replaceAll(/\D/g, '').length > 6 && !scan.inAddressOfPage(index),
    )
    .map(({ 0: number, index }) =>
      phone({ digits: '', start: index, end: index + number.length, groups: 1 }, '形如手机号码。'),
    );
}

function judged(scan: TextScan, window: DigitWindow): Candidate[] {
  const digits = window.digits.replace('X', '');
  const country = COUNTRY.exec(digits)?.[0].length ?? 0;
  if (!MOBILE.test(digits.slice(country)) || denies(scan, window)) return [];
  const label = scan.labelAt(window.start);
  const isLabelled = label === 'phone' || label === 'homePhone';
  if (window.groups > 1 && !isLabelled && !isUsualParting(scan, window)) return [];
  // The plus of +86 goes with the number.
  const start = scan.plain.charAt(window.start - 1) === '+' ? window.start - 1 : window.start;
  return [phone({ ...window, start }, isLabelled ? '电话栏中的手机号码。' : '11位手机号码。')];
}

// 138 1234 5678, 138-1234-5678, 1381234 5678, +86 138…, or broken once by the end of a line.
function isUsualParting(scan: TextScan, { start, end, groups }: DigitWindow): boolean {
  const written = scan.plain.slice(start, end);
  if (/^(?:(?:00)?86[ -]?)?1\d{2}([ -]?)\d{4}[ -]?\d{4}$/.test(written)) return true;
  if (/^\d(?: \d){10}$|^1\d{2}-\d{3}-\d{5}$/.test(written)) return true;
  return groups === 2 && /^\d+[ \r\n\ue001]{1,3}\d+$/.test(written) && /\d\n\d|\ue001/.test(written);
}

function denies(scan: TextScan, { start, end, digits }: DigitWindow): boolean {
  const label = scan.labelAt(start);
  if (label === 'phone' || label === 'homePhone') return false;
  if (label === 'serial' || label === 'amount' || label === 'card' || label === 'publicAccount') return true;
  if ((label === 'code' || label === 'ticket' || label === 'credit') && digits.length === 11) return true;
  if (scan.inAddressOfPage(start)) return true;
  const before = scan.plain.slice(Math.max(0, start - 6), start);
  const after = scan.plain.slice(end, end + 4);
  if (/[.*]$|[A-Za-z]\/$/.test(before) || /^(?:\.\d|\*)/.test(after)) return true;
  if (/^ ?(?:元|万|亿|平方|吨|公里|立方|%|㎡|[kcm]?m[23²³]?(?![a-z])|号文|股|人|户|件|次|册|株|辆|千瓦|度)/.test(after))
    return true;
  if (/[A-Za-z]$/.test(before) && !/\d{5}[Xx]$|(?:tel|phone|mobile|mob|[^A-Za-z][MTP])$/i.test(before)) return true;
  return /^[A-Za-z]/.test(after) || /[第〔[]$/.test(before);
}

/** Directly before or after an identity number or another mobile number, as lost borders of cells leave it. */
function gluedIn(scan: TextScan, stretch: DigitStretch): Candidate[] {
  const ends = [...stretch.groups.slice(1), stretch.digits.length];
  return stretch.groups.flatMap((from, index) => {
    const to = ends[index] ?? from;
    const run = stretch.digits.slice(from, to);
    if (run.length < 22 || run.length > 60) return [];
    return mobilesOf(run)
      .map((at) => windowOf(stretch, from + at, from + at + 11))
      .filter((window) => !denies(scan, window))
      .map((window) => phone(window, '与其他号码连写的手机号码。'));
  });
}

function mobilesOf(run: string): number[] {
  for (let at = 0; at + 18 <= run.length; at++) {
    if (!isIdentityNumber(run.slice(at, at + 18))) continue;
    const found: number[] = [];
    if (MOBILE.test(run.slice(at + 18, at + 29)) && run.length === at + 29) found.push(at + 18);
    if (at >= 11 && MOBILE.test(run.slice(at - 11, at))) found.push(at - 11);
    return found;
  }
  const isTwo = run.length === 22 && MOBILE.test(run.slice(0, 11)) && MOBILE.test(run.slice(11));
  return isTwo ? [0, 11] : [];
}

function phone({ start, end }: DigitWindow, why: string): Candidate {
  return { type: 'phone', start, end, certainty: 'sure', why };
}
