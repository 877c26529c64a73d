const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Check character of the first 17 digits: GB 11643, ISO 7064 MOD 11-2. */
export function identityCheck(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits.charAt(index)), 0);
  return '10X98765432'.charAt(sum % 11);
}

// First two digits of GB/T 2260; 81 to 83 are the residence permits of people from Hong Kong, Macao and Taiwan.
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);

/**
 * The region is checked by province only: counties were renamed and merged some thousands of times, and a number
 * given under a code that no list still has is valid all the same.
 */
export function isProvince(code: string): boolean {
  return PROVINCES.has(code);
}

/** @param date yyyymmdd */
export function isBirthDate(date: string): boolean {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(4, 6)), Number(date.slice(6, 8))];
  if (year < 1880 || year > 2049 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** 18 characters with a province and a date of birth in their places, whatever the check character says. */
export function looksLikeIdentity(number: string): boolean {
  if (number.length !== 18) return false;
  // Since 2023 the card of a foreign permanent resident has 9, then province and country.
  const province = number.startsWith('9') ? number.slice(1, 3) : number.slice(0, 2);
  return isProvince(province) && isBirthDate(number.slice(6, 14)) && /^\d{17}[\dX]$/.test(number);
}

export function isIdentityNumber(number: string): boolean {
  return looksLikeIdentity(number) && identityCheck(number) === number.charAt(17);
}

/** Numbers given until 1999: six digits of region, yymmdd, three of sequence, no check. */
export function looksLikeOldIdentity(number: string): boolean {
  return /^\d{15}$/.test(number) && isProvince(number.slice(0, 2)) && isBirthDate(`19${number.slice(6, 12)}`);
}
