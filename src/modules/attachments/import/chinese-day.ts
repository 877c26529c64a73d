const DAY = /((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日/g;
const HAN = '〇一二三四五六七八九';

/** The first day named in a text as YYYY-MM-DD: 2026年3月1日, 二〇二六年三月一日, full-width digits. */
export function dayIn(text: string): string | undefined {
  return daysIn(text)[0];
}

export function daysIn(text: string): string[] {
  const plain = text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[○Ｏ零]/g, '〇')
    .replace(/[〇一二三四五六七八九十]+(?=[年月日])/g, arabic)
    .replace(/\s+/g, '');
  return [...plain.matchAll(DAY)].flatMap(([, year, month, day]) => {
    const iso = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
    const date = new Date(`${iso}T00:00:00Z`);
    return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? [] : [iso];
  });
}

function arabic(han: string): string {
  if (!han.includes('十')) return [...han].map((digit) => HAN.indexOf(digit)).join('');
  const [tens = '', ones = ''] = han.split('十');
  return String((tens === '' ? 1 : HAN.indexOf(tens)) * 10 + (ones === '' ? 0 : HAN.indexOf(ones)));
}
