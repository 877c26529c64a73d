const DIGITS = '零一二三四五六七八九';

/** 65, 六十五, 十九: up to 99 in words. NaN for what is no number. */
export function chineseNumber(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  const found = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/u.exec(written);
  if (!found || written === '') return Number.NaN;
  const [, tens, ten, ones] = found;
  if (!ten) return DIGITS.indexOf(tens ?? ones ?? '');
  return (tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0);
}
