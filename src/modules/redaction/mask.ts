import type { Finding, FindingType } from './finding.ts';
import { maskPatterns } from './mask-patterns.ts';
import { plainText } from './plain-text.ts';
import { surnameLength } from './surnames.ts';

/** The masked form of one value: as many UTF-16 units as the value, and nothing that would be found again. */
export function maskOf(type: FindingType, value: string): string {
  if (type === 'name') return maskName(value);
  if (type === 'address') return maskAddress(value);
  if (type === 'email') return covered(value, 1, 0, '*', value.search(/ ?[@＠#＃(（[]/));
  const { keepFirst, keepLast, mark } = maskPatterns[type];
  if (type === 'phone') return maskPhone(value);
  return covered(value, keepFirst, keepLast, mark);
}

/**
 * The text with every finding masked.
 * @param findings of this text, in any order, not overlapping
 */
export function maskText(text: string, findings: readonly Finding[]): string {
  let masked = '';
  let from = 0;
  for (const finding of [...findings].sort((one, other) => one.start - other.start)) {
    masked += text.slice(from, finding.start) + finding.masked;
    from = finding.end;
  }
  return masked + text.slice(from);
}

const COUNTED = /[\p{L}\p{N}]/u;

/** Letters and digits are counted and covered; line breaks, dashes and borders of cells stay. */
function covered(value: string, first: number, last: number, mark: string, until = -1): string {
  const units = value.split('');
  const places = units.flatMap((unit, index) =>
    (until < 0 || index < until) && (COUNTED.test(unit) || /[\ud800-\udfff]/.test(unit)) ? [index] : [],
  );
  for (const place of places.slice(first, Math.max(first, places.length - last))) units[place] = mark;
  return units.join('');
}

/** Country and area stay; of a number on a line the first digits say the quarter and go. */
function maskPhone(value: string): string {
  const { keepFirst, keepLast, mark } = maskPatterns.phone;
  const country = /^\D*(?:00)?86\D*(?=1)/.exec(plainText(value))?.[0].length;
  const area = /^\(?0\d{2,3}[) -]+/.exec(plainText(value))?.[0].length ?? 0;
  const isMobile = country !== undefined || /^1/.test(plainText(value));
  const from = country ?? area;
  return value.slice(0, from) + covered(value.slice(from), isMobile ? keepFirst : 0, keepLast, mark);
}

function maskName(value: string): string {
  const isDotted = /[·•・‧∙]/.test(value);
  return covered(value, isDotted ? 1 : surnameLength(value), 0, '某');
}

/** Down to the township or street office; without one, down to the county; without any, nothing stays. */
function maskAddress(value: string): string {
  const kept =
    /^.{0,24}?(?:街道(?:办事处)?|镇|乡)/.exec(value) ??
    /^.{0,12}?(?<![小社园])[县区旗]/.exec(value) ??
    /^.{2,9}?[省市]/.exec(value);
  const from = kept?.[0].length ?? 0;
  return value.slice(0, from) + covered(value.slice(from), 0, 0, '*');
}
