import { isCreditCode } from '../credit-code.ts';
import { type DigitStretch, type DigitWindow, windowOf, windowsOf } from '../digit-stretches.ts';
import type { Candidate } from '../finding.ts';
import { isIdentityNumber, looksLikeIdentity, looksLikeOldIdentity } from '../identity-checksum.ts';
import { passesLuhn } from '../luhn.ts';
import type { TextScan } from '../text-scan.ts';
import { confusedIdentityNumbers } from './confused-identity-number.ts';

/** 身份证号 (GB 11643), also the 15 digits of old, parted by spaces, dashes, line breaks or borders of cells. */
export function identityNumbers(scan: TextScan): Candidate[] {
  const found = scan.stretches.flatMap((stretch) => [
    ...windowsOf(stretch, 14, 19).flatMap((window) => judged(scan, window)),
    ...gluedIn(scan, stretch),
  ]);
  return [...found, ...confusedIdentityNumbers(scan), ...weaklyMasked(scan), ...dotted(scan)];
}

/** One to three places hidden while region and birth date stand open: the checksum gives the rest away. */
function weaklyMasked(scan: TextScan): Candidate[] {
  return [...scan.plain.matchAll(/(?<![\dA-Za-z*])\d{14}[\d*]{3}[\dxX*](?![\dA-Za-z*])/g)]
    .filter(({ 0: number, index }) => {
      const hidden = number.split('*').length - 1;
      const isOpen = looksLikeIdentity(number.replaceAll('*', '0'));
      return hidden > 0 && hidden < 4 && isOpen && scan.labelAt(index) !== 'serial';
    })
    .map(({ index }) =>
      likely({ digits: '', start: index, end: index + 18, groups: 1 }, '遮盖位数过少，身份证号仍可推算。'),
    );
}

/** 330106.19850312.4512 */
function dotted(scan: TextScan): Candidate[] {
  return [...scan.plain.matchAll(/(?<!\d)\d{6}([.·/,])\d{8}\1\d{3}[\dxX](?![\dA-Za-z])/g)]
    .filter(({ 0: number }) => isIdentityNumber(number.replaceAll(/[^\dxX]/g, '').toUpperCase()))
    .map(({ 0: number, index }) =>
      sure({ digits: '', start: index, end: index + number.length, groups: 3 }, '校验码正确的公民身份号码。'),
    );
}

const known = new WeakMap<TextScan, readonly Candidate[]>();

/** The same, reckoned once for all detectors that look beside identity numbers. */
export function identityNumbersOf(scan: TextScan): readonly Candidate[] {
  const found = known.get(scan) ?? identityNumbers(scan);
  known.set(scan, found);
  return found;
}

function judged(scan: TextScan, window: DigitWindow): Candidate[] {
  const { digits, groups } = window;
  if (digits.length === 18 && isIdentityNumber(digits)) {
    return denies(scan, window) ? [] : [sure(window, '校验码正确的公民身份号码。')];
  }
  // Cheap tests first: a long table of numbers makes very many windows.
  const isWritten = groups === 1 || (groups <= 6 && (digits.length === 18 || looksLikeOldIdentity(digits)));
  if (!isWritten) return [];
  if (scan.labelAt(window.start) === 'identity') {
    // Columns headed 信用代码/身份证号 hold both.
    if (isMasked(scan, window) || (isCreditCode(digits) && !looksLikeIdentity(digits))) return [];
    if (digits.length === 15 && looksLikeOldIdentity(digits)) return [sure(window, '身份证号一栏中的15位旧号码。')];
    return [likely(window, '写在身份证号处，但位数或校验码不符，疑为笔误，仍属个人信息。')];
  }
  if (groups > 1) return [];
  if (digits.length === 18 && looksLikeIdentity(digits) && isGrownUp(digits)) {
    return denies(scan, window) ? [] : [likely(window, '含行政区划和出生日期，形如身份证号，但校验码不符。')];
  }
  if (!looksLikeOldIdentity(digits) || denies(scan, window)) return [];
  return [likely(window, '含行政区划和出生日期，形如15位旧身份证号。')];
}

/** 编号 and a date of these years is a file more often than a small child. */
function isRecent(digits: string): boolean {
  return Number(digits.slice(6, 10)) >= 2015;
}

/** Beside marks that hide the rest of a number. */
function isMasked(scan: TextScan, { start, end }: DigitWindow): boolean {
  return (
    /^ ?[*xX#●■_]/.test(scan.plain.slice(end, end + 2)) ||
    /[*xX#●■_] ?$/.test(scan.plain.slice(Math.max(0, start - 2), start))
  );
}

/** Numbers that begin with a region and a recent date are as a rule files of an agency, not children. */
function isGrownUp(digits: string): boolean {
  const year = Number(digits.slice(6, 10));
  return year >= 1920 && year <= 2008;
}

function denies(scan: TextScan, window: DigitWindow): boolean {
  const label = scan.labelAt(window.start);
  if (label === 'identity') return false;
  if (label === 'credit' && !(isIdentityNumber(window.digits) && !isCreditCode(window.digits))) return true;
  if (label === 'serial' || label === 'amount' || scan.inAddressOfPage(window.start)) return true;
  const { digits } = window;
  const proved = digits.length === 18 && isIdentityNumber(digits);
  if (label === 'code' && !(proved && !isRecent(digits))) return true;
  if (label === 'card' && !proved) return true;
  const [before, after] = [scan.plain.charAt(window.start - 1), scan.plain.charAt(window.end)];
  if (!proved && before === '.' && /\d/.test(scan.plain.charAt(window.start - 2))) return true;
  if (!proved && after === '.' && /\d/.test(scan.plain.charAt(window.end + 1))) return true;
  if (/[A-Za-z*]/.test(after) && !proved) return true;
  if (before === '*' && !proved) return true;
  return (
    /[A-Za-z]/.test(before) && !(proved && (isGrownUp(digits) || /(?:^|[^A-Za-z])[GLTX]$/.test(lead(scan, window))))
  );
}

// 学籍号 is G and the identity number, L for those not yet confirmed; certificates of special trades use T.
function lead(scan: TextScan, window: DigitWindow): string {
  return scan.plain.slice(Math.max(0, window.start - 2), window.start);
}

/** A number inside a longer run: its row number stands before it, a phone or another number directly after. */
function gluedIn(scan: TextScan, stretch: DigitStretch): Candidate[] {
  const found: Candidate[] = [];
  const ends = [...stretch.groups.slice(1), stretch.digits.length];
  for (const [index, from] of stretch.groups.entries()) {
    const to = ends[index] ?? from;
    if (to - from <= 18) continue;
    for (let at = from; at + 18 <= to; at++) {
      const number = stretch.digits.slice(at, at + 18);
      if (!isIdentityNumber(number) || denies(scan, { ...windowOf(stretch, from, to), digits: number })) continue;
      const window = windowOf(stretch, at, at + 18);
      const [before, after] = [stretch.digits.slice(from, at), stretch.digits.slice(at + 18, to)];
      if (!isNeighbour(before) && !isNeighbour(after) && scan.labelAt(stretch.at[from] ?? 0) !== 'identity') {
        const followsName = /[\u4e00-\u9fff]/.test(scan.plain.charAt((stretch.at[from] ?? 0) - 1));
        if ((!isGrownUp(number) && !followsName) || before.length > 3 || after.length > 3) continue;
      }
      found.push(sure(window, '长串数字中含校验码正确的公民身份号码。'));
      at += 17;
    }
  }
  return found;
}

/** A telephone, card or identity number whose border to this one was lost. */
function isNeighbour(digits: string): boolean {
  if (/^1[3-9]\d{9}$/.test(digits)) return true;
  if (digits.length === 18 && isIdentityNumber(digits)) return true;
  return digits.length >= 16 && digits.length <= 19 && passesLuhn(digits);
}

function sure({ start, end }: DigitWindow, why: string): Candidate {
  return { type: 'identityNumber', start, end, certainty: 'sure', why };
}

function likely({ start, end }: DigitWindow, why: string): Candidate {
  return { type: 'identityNumber', start, end, certainty: 'likely', why };
}
