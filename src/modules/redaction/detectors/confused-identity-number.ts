import type { Candidate } from '../finding.ts';
import { isIdentityNumber } from '../identity-checksum.ts';
import type { TextScan } from '../text-scan.ts';

// What readers of pictures take digits for.
const CONFUSED: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  D: '0',
  Q: '0',
  〇: '0',
  '○': '0',
  '◯': '0',
  零: '0',
  I: '1',
  l: '1',
  i: '1',
  '|': '1',
  '!': '1',
  丨: '1',
  Z: '2',
  z: '2',
  A: '4',
  S: '5',
  s: '5',
  b: '6',
  G: '6',
  B: '8',
  g: '9',
  q: '9',
};

const RUN = /[\dOoDQ〇○◯零Il|!i丨ZzASsbGBgq]{17,20}[Xx]?/g;

/** Identity numbers read from a picture with letters for digits: the checksum must hold, and most of it be digits. */
export function confusedIdentityNumbers(scan: TextScan): Candidate[] {
  const found: Candidate[] = [];
  for (const { 0: run, index } of scan.plain.matchAll(RUN)) {
    if (/^\d+[Xx]?$/.test(run) || run.replaceAll(/\D/g, '').length < 9) continue;
    const digits = run.replaceAll(/\D/g, (unit) => (/[Xx]/.test(unit) ? 'X' : (CONFUSED[unit] ?? unit)));
    for (let from = 0; from + 18 <= digits.length; from++) {
      if (!isIdentityNumber(digits.slice(from, from + 18)) || scan.labelAt(index) === 'serial') continue;
      const start = index + from;
      const why = '个别数字被写成形近字母，还原后是校验码正确的公民身份号码。';
      found.push({ type: 'identityNumber', start, end: start + 18, certainty: 'sure', why });
      break;
    }
  }
  return found;
}
