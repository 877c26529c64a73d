const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** 统一社会信用代码, GB 32100: public by law, never masked. */
export function isCreditCode(code: string): boolean {
  if (!/^[1-9ANY][1-9][0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * ALPHABET.indexOf(code.charAt(index)), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31) === code.charAt(17);
}

/** Codes of the first pilots fail the check: a letter inside tells them from identity numbers all the same. */
export function looksLikeCreditCode(code: string): boolean {
  return /^[1-9ANY][1-9][0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code) && /[A-Z]/.test(code.slice(8, 17));
}
