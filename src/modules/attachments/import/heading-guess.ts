/** Numbers that official documents (GB/T 9704) give to their first two levels; a sentence is never a heading. */
const FIRST = /^[一二三四五六七八九十]{1,3}、\S/;
const SECOND = /^[（(][一二三四五六七八九十]{1,3}[）)]\s*\S/;
const CHAPTER = /^第[一二三四五六七八九十百]{1,4}[章编]\s*\S/;
const SECTION = /^第[一二三四五六七八九十百]{1,4}节\s*\S/;
const LONGEST = 50;

/** Level of a heading that is written as an ordinary paragraph; undefined when it is text. */
export function guessHeading(text: string): 2 | 3 | undefined {
  if (text.length > LONGEST || /[。；：:;，,]$/.test(text) || /[。；]/.test(text)) return undefined;
  if (FIRST.test(text) || CHAPTER.test(text)) return 2;
  if (SECOND.test(text) || SECTION.test(text)) return 3;
  return undefined;
}
