const INVISIBLE = '\ue001';

/**
 * The text with every way of writing a digit, letter, dash or space brought to one, unit by unit: the result is as long as
 * the text, so offsets found in it hold in the text. Invisible characters become U+E001, of which a text has none of its own.
 */
export function plainText(text: string): string {
  return text.replace(
    /\ud835[\udfce-\udfff]|[\u00a0\u00ad\u00d7\u0425\u0445\u03a7\u03c7\u2000-\u2015\u202f\u205f\u2060\u2169\u2179\u2212\u2500\u2573\u2715\u2716\u3000\ue001-\ue003\ufe63\ufeff\uff01-\uff5e]/g,
    plainUnit,
  );
}

function plainUnit(found: string): string {
  if (found.length === 2) return INVISIBLE + String((found.charCodeAt(1) - 0xdfce) % 10);
  const code = found.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (/[\u00d7\u0425\u0445\u03a7\u03c7\u2169\u2179\u2573\u2715\u2716]/.test(found)) return 'X';
  if (/[\u2010-\u2015\u2212\u2500\ufe63]/.test(found)) return '-';
  return /[\u00ad\u200b-\u200f\u2060\ufeff]/.test(found) ? INVISIBLE : ' ';
}
