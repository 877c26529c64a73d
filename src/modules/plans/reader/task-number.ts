import { chineseNumeral, foldKey } from './source-text.ts';

const PLAIN = /^(?:no\.?|第|任务|\(|\[)?(\d{1,4})(?:\)|\]|、|\.|:|项|条|号|,)*$/i;
const CHINESE = /^(?:第|\()?([一二三四五六七八九十百]+)(?:\)|、|\.|项|条|,)*$/;
const MARKS = /^[*★☆▲△●※#]+|[*★☆▲△●※#]+$/g;
const GLUED = /^(?:\((\d{1,3})\)|(\d{1,3})(?:[、.,)](?!\d)|(?=[^\d.、,)年月日%个项条]))|([①-⑳㉑-㉟]))/;

/** Reads 1, 1., (1), １、, 一、, 第3项, ⑤ as the number of a row; null for anything else. */
export function taskNumber(text: string): number | null {
  // Stars beside the number mark key tasks.
  const key = foldKey(text).replace(MARKS, '');
  const circled = circledNumber(text.trim());
  if (circled !== null) return circled;
  const plain = PLAIN.exec(key)?.[1];
  if (plain) return Number(plain);
  const chinese = CHINESE.exec(key)?.[1];
  return chinese ? chineseNumeral(chinese) : null;
}

/** A number of any kind, also of several parts (1.2, 3-1), which says an order but no single number. */
export function looksLikeNumber(text: string): boolean {
  return taskNumber(text) !== null || /^\d{1,2}(?:[.-]\d{1,2}){1,2}$/.test(foldKey(text));
}

/** Whether the number is written in Chinese letters, as headings of groups are. */
export function isChineseNumber(text: string): boolean {
  return CHINESE.test(foldKey(text));
}

/** A number that stands at the beginning of a text (1.做好…, 12做好…), with what follows it. */
export function gluedNumber(text: string): { number: number; rest: string } | null {
  const start = text.trimStart().replace(/^[（(]?[０-９]+/, (head) => head.normalize('NFKC'));
  const circled = circledNumber(start.slice(0, 1));
  if (circled !== null) return { number: circled, rest: start.slice(1).trim() };
  const folded = start.replace(/^(\(?\d{1,3})[）．，]/, (_, head: string) => `${head})`);
  const match = GLUED.exec(folded);
  const digits = match?.[1] ?? match?.[2];
  if (!match || !digits) return null;
  return { number: Number(digits), rest: folded.slice(match[0].length).trim() };
}

function circledNumber(c: string): number | null {
  if (c.length !== 1) return null;
  const code = c.charCodeAt(0);
  for (const first of [0x2460, 0x2474, 0x2488]) if (code >= first && code < first + 20) return code - first + 1;
  if (code >= 0x3251 && code <= 0x325f) return code - 0x3251 + 21;
  if (code >= 0x3220 && code <= 0x3229) return code - 0x3220 + 1;
  return null;
}
