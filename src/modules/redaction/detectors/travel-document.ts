import type { Candidate } from '../finding.ts';
import type { TextScan } from '../text-scan.ts';

const PASSPORT =
  /(?<![A-Za-z0-9])(?:[EeGgDdSsPpKk]\d{8}|[Ee][A-Za-z]\d{7}|[DSPdsp][Ee]\d{7}|1[45]\d{7}|[A-Z]{1,2}\d{6,8})(?![A-Za-z0-9])/g;
// C, W: mainland people to Hong Kong and Macao; H, M: people from there; T, L: Taiwan.
const PERMIT =
  /(?<![A-Za-z0-9])(?:[CWcw][A-Za-z]?\d{7,8}|[HMhm]\d{8}(?:\d{2})?|[TLtl]\d{8}|\d{8}|\d{10})(?![A-Za-z0-9])/g;
const RESIDENT = /(?<![A-Za-z0-9])[A-Z]{3}\d{12}(?!\d)/g;

/** Passports and permits. Their forms are too plain to stand alone: a word or a column head must name them. */
export function travelDocuments(scan: TextScan): Candidate[] {
  return [
    ...matching(scan, PASSPORT, 'passport', 'passport', '护照号码。'),
    ...matching(scan, PERMIT, 'permit', 'travelPermit', '港澳台通行证件号码。'),
    ...matching(scan, RESIDENT, 'permit', 'travelPermit', '外国人永久居留证件号码。'),
    ...matching(scan, PASSPORT, 'identity', 'passport', '证件号码栏中的护照号码。'),
    ...matching(scan, PERMIT, 'identity', 'travelPermit', '证件号码栏中的通行证号码。').filter(({ start }) =>
      /[A-Za-z]/.test(scan.plain.charAt(start)),
    ),
  ];
}

function matching(
  scan: TextScan,
  form: RegExp,
  label: 'passport' | 'permit' | 'identity',
  type: 'passport' | 'travelPermit',
  why: string,
): Candidate[] {
  const found: Candidate[] = [];
  for (const { 0: number, index } of scan.plain.matchAll(form)) {
    if (scan.labelAt(index) !== label) continue;
    found.push({ type, start: index, end: index + number.length, certainty: 'likely', why });
  }
  return found;
}
