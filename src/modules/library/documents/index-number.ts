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

/** Gives the number after the highest that a unit has used in a year; gaps are never filled, so a number never means two documents. */
export class IndexNumbers {
  /** By unit code and year. */
  readonly #highest = new Map<string, number>();

  /** @param used every index number of the library; what is none is left out */
  constructor(used: readonly string[]) {
    for (const text of used) {
      const number = readIndexNumber(text);
      if (number) this.#note(number);
    }
  }

  next(unitCode: string, year: number): string {
    const number = { unitCode, year, serial: (this.#highest.get(keyOf({ unitCode, year })) ?? 0) + 1 };
    const text = indexNumber(number);
    this.#note(number);
    return text;
  }

  #note(number: IndexNumber): void {
    const key = keyOf(number);
    this.#highest.set(key, Math.max(number.serial, this.#highest.get(key) ?? 0));
  }
}

function keyOf({ unitCode, year }: Pick<IndexNumber, 'unitCode' | 'year'>): string {
  return `${unitCode}/${year}`;
}
