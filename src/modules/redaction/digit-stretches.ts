import { isIdentityNumber } from './identity-checksum.ts';

/** Digits that follow each other with nothing but thin separators between them, as people and page breaks leave them. */
export interface DigitStretch {
  /** The digits alone; a closing X of an identity number is the last of its stretch. */
  readonly digits: string;
  /** Offset of each digit in the text. */
  readonly at: readonly number[];
  /** Indexes in `digits` where a group begins, that is where a separator stood before. */
  readonly groups: readonly number[];
}

// Spaces, dashes, line breaks, invisible characters and borders of table cells; at most eight of them in a row.
const STRETCH = /\d(?:[ \t\r\n\ue001\ue002\ue003|_-]{0,8}\d)*(?:[ \r\n\ue001]{0,2}[xX])?/g;

export function digitStretches(plain: string): DigitStretch[] {
  const stretches: DigitStretch[] = [];
  for (const { 0: found, index } of plain.matchAll(STRETCH)) {
    if (found.length >= 7) stretches.push(stretchOf(found, index));
  }
  return stretches;
}

function stretchOf(found: string, index: number): DigitStretch {
  const at: number[] = [];
  const groups: number[] = [];
  let digits = '';
  for (let offset = 0; offset < found.length; offset++) {
    const unit = found.charAt(offset);
    if (!/[\dxX]/.test(unit)) continue;
    if (/[xX]/.test(unit) && !closes(digits, digits.length - (groups.at(-1) ?? 0))) continue;
    if (at.at(-1) !== index + offset - 1) groups.push(digits.length);
    digits += unit.toUpperCase();
    at.push(index + offset);
  }
  return { digits, at, groups };
}

/** 1234XXXX is masked, and 18 digits with X组 after them are whole: such an X closes no number. */
function closes(digits: string, inGroup: number): boolean {
  return digits.length >= 17 && (inGroup < 18 || isIdentityNumber(`${digits.slice(-17)}X`));
}

/** A run of groups of one stretch; `whole` says that it is one group without any separator. */
export interface DigitWindow {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  readonly groups: number;
}

/** Every run of neighbouring groups with `least` to `most` digits altogether. */
export function windowsOf(stretch: DigitStretch, least: number, most: number): DigitWindow[] {
  const { groups, digits } = stretch;
  const windows: DigitWindow[] = [];
  for (const [first, from] of groups.entries()) {
    for (let next = first + 1; next <= groups.length; next++) {
      const to = groups[next] ?? digits.length;
      if (to - from > most) break;
      if (to - from >= least) windows.push(windowOf(stretch, from, to, next - first));
    }
  }
  return windows;
}

export function windowOf(stretch: DigitStretch, from: number, to: number, groups = 1): DigitWindow {
  return {
    digits: stretch.digits.slice(from, to),
    start: stretch.at[from] ?? 0,
    end: (stretch.at[to - 1] ?? 0) + 1,
    groups,
  };
}
