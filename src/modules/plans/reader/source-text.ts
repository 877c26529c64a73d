import { ordinaryHan } from '../../../platform/pdf/han-radicals.ts';

/** Chinese letters and numerals as documents print them, brought to one form without changing what is said. */

const FULL_WIDTH_ALNUM = /[０-９Ａ-Ｚａ-ｚ]/g;
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]/g;
const BLANKS = /[\u00a0\u2000-\u200a\u202f\u205f\u3000\t\v\f]/g;

/** Full-width digits and letters become half-width, odd blanks become a space; line ends stay. */
export function foldWidth(text: string): string {
  return ordinaryHan(text)
    .replace(INVISIBLE, '')
    .replace(FULL_WIDTH_ALNUM, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(BLANKS, ' ')
    .replace(/\r\n?/g, '\n');
}

/** For comparing words: no blanks at all, one form of every letter and sign. */
export function foldKey(text: string): string {
  return foldWidth(text).normalize('NFKC').replace(/\s+/g, '');
}

/**
 * One running text out of printed lines. Chinese needs no blank between lines or letters (`责 任 单 位`); between two
 * Latin words it stays.
 */
export function joinLines(text: string): string {
  return foldWidth(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(.) (?=(.))/g, (whole, before: string, after: string) =>
      /[A-Za-z]/.test(before) && /[A-Za-z]/.test(after) ? whole : before,
    );
}

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  Ｏ: 0,
  一: 1,
  壹: 1,
  二: 2,
  两: 2,
  贰: 2,
  三: 3,
  叁: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** 二十三 → 23, 一百零五 → 105, 二〇二四 → 2024; null when it is no numeral. */
export function chineseNumeral(text: string): number | null {
  if (!/^[〇零○一二两三四五六七八九十百千廿卅]+$/.test(text)) return null;
  if (!/[十百千廿卅]/.test(text)) return Number([...text].map((c) => DIGITS[c] ?? 0).join(''));
  let total = 0;
  let digit: number | null = null;
  for (const c of text.replace(/廿/g, '二十').replace(/卅/g, '三十')) {
    const unit = c === '十' ? 10 : c === '百' ? 100 : c === '千' ? 1000 : 0;
    if (unit === 0) digit = DIGITS[c] ?? 0;
    else {
      total += (digit ?? 1) * unit;
      digit = null;
    }
  }
  return total + (digit ?? 0);
}

/** Printed width in Chinese characters: a Latin letter or digit takes half. */
export function printedWidth(text: string): number {
  let width = 0;
  for (const c of text) width += c.charCodeAt(0) < 0x2000 ? 0.5 : 1;
  return width;
}

/** Headings of chapters and groups: 一、…, （一）…, 第一部分…; long ones and sentences are text. */
export function isHeadingText(text: string): boolean {
  const numbered = /^(?:第?[一二三四五六七八九十]+[、.．部章]|[（(][一二三四五六七八九十]+[）)])/.test(text);
  return numbered && text.length <= 60 && !/[。；;]/.test(text);
}
