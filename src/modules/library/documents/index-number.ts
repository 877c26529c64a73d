/**
 * 索引号 as government sites write it: code of the unit, year, running number of the year: `000014349/2026-00012` (law 6.3). The code is the
 * unit's organisation code, its unified social credit code, or what the district agreed on.
 */
export interface IndexNumber {
  readonly unitCode: string;
  readonly year: number;
  readonly serial: number;
}

const PATTERN = /^([0-9A-Z]{6,18})\/((?:19|20)\d{2})-(\d{5,7})$/;
const SERIAL_DIGITS = 5;

/** @throws RangeError when a part cannot stand in an index number */
export function indexNumber({ unitCode, year, serial }: IndexNumber): string {
  const text = `${unitCode}/${year}-${String(serial).padStart(SERIAL_DIGITS, '0')}`;
  if (!PATTERN.test(text)) throw new RangeError(`Not an index number: ${text}`);
  return text;
}

/** @returns null when the text is none */
export function readIndexNumber(text: string): IndexNumber | null {
  const match = PATTERN.exec(text.trim().toUpperCase());
  return match ? { unitCode: match[1] ?? '', year: Number(match[2]), serial: Number(match[3]) } : null;
}

/** The number after the highest that the unit has used that year; gaps are never filled, so a number never means two documents. */
export function nextIndexNumber(unitCode: string, year: number, used: readonly string[]): string {
  const serials = used
    .map(readIndexNumber)
    .filter((one) => one?.unitCode === unitCode && one.year === year)
    .map((one) => one?.serial ?? 0);
  return indexNumber({ unitCode, year, serial: Math.max(0, ...serials) + 1 });
}
