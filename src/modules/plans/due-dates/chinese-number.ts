const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** Reads 30, ３０, 三十, 十五, 一百二十; null when it is no such number below 1000. */
export function chineseNumber(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  if (/^\d{1,3}$/.test(plain)) return Number(plain);
  if (!/^[〇零一二两三四五六七八九十百]+$/.test(plain)) return null;
  let total = 0;
  let digit = 0;
  for (const sign of plain) {
    if (sign === '百' || sign === '十') {
      total += (digit || 1) * (sign === '百' ? 100 : 10);
      digit = 0;
    } else digit = DIGITS[sign] ?? 0;
  }
  return total + digit;
}
