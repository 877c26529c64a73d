import { type DigitStretch, type DigitWindow, windowOf, windowsOf } from '../digit-stretches.ts';
import type { Candidate } from '../finding.ts';
import { isIdentityNumber } from '../identity-checksum.ts';
import { passesLuhn } from '../luhn.ts';
import type { TextScan } from '../text-scan.ts';

// UnionPay and the older prefixes of banks here; without a word about a card no other prefix counts.
const DOMESTIC = /^(?:62|60\d|9558|9843|955\d|68|69\d|81)/;
const FOREIGN = /^(?:4\d|5[1-5]|35|37|36)/;
// Numbers of neighbouring cells are no card together.
const PARTED = /^\d{4}(?:[ -]?\d{4}){2,3}(?:[ -]?\d{1,4})?$|^\d{6}[ -]\d{10,13}$|^\d+\n\d+$/;
const ORGANISATION = /(?:公司|局|委员会|中心|医院|学校|街道|财政|国库|集团|协会|基金会)[^\n]{0,12}$/;

/** Bank cards: Luhn and a bank's prefix, or a number of fitting length under the head 卡号. */
export function bankCards(scan: TextScan): Candidate[] {
  return scan.stretches.flatMap((stretch) => [
    ...windowsOf(stretch, 12, 20).flatMap((window) => judged(scan, window)),
    ...gluedIn(stretch),
  ]);
}

/** Directly before or after an identity number, as lost borders of cells leave it. */
function gluedIn(stretch: DigitStretch): Candidate[] {
  const { digits } = stretch;
  if (digits.length < 34 || digits.length > 37 || stretch.groups.length > 1) return [];
  const rest = digits.length - 18;
  const found: Candidate[] = [];
  for (const [identityAt, cardAt] of [
    [0, 18],
    [rest, 0],
  ] as const) {
    const number = digits.slice(cardAt, cardAt + rest);
    if (!isIdentityNumber(digits.slice(identityAt, identityAt + 18)) || !DOMESTIC.test(number) || !passesLuhn(number))
      continue;
    const { start, end } = windowOf(stretch, cardAt, cardAt + rest);
    found.push(card(start, end, 'sure', '与身份证号连写的银行卡号。'));
  }
  return found;
}

function judged(scan: TextScan, window: DigitWindow): Candidate[] {
  const { digits, start, end, groups } = window;
  const fits = digits.length >= 16 && digits.length <= 19 && passesLuhn(digits);
  if ((!fits && groups > 1) || !/^\d+$/.test(digits) || denies(scan, window)) return [];
  if (scan.labelAt(start) === 'card') {
    if (fits && (DOMESTIC.test(digits) || !isOrganisation(scan, start)))
      return [card(start, end, 'sure', '卡号或账号栏中通过校验的银行卡号。')];
    return isOfPerson(scan, start, digits) ? [card(start, end, 'likely', '写在个人卡号或账号处的号码。')] : [];
  }
  if (!fits) return [];
  if (DOMESTIC.test(digits)) return [card(start, end, 'sure', '银行卡发卡前缀，并通过校验。')];
  const isSpacedByFour = /^\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}$/.test(scan.plain.slice(start, end));
  return FOREIGN.test(digits) && isSpacedByFour ? [card(start, end, 'likely', '四位一组，通过银行卡校验。')] : [];
}

function denies(scan: TextScan, { start, end, digits, groups }: DigitWindow): boolean {
  // A piece of a longer row of groups is no card.
  if (
    groups > 1 &&
    (/^[ -]\d{1,5}(?!\d)/.test(scan.plain.slice(end, end + 7)) ||
      /(?<!\d)\d{1,5}[ -]$/.test(scan.plain.slice(Math.max(0, start - 7), start)))
  )
    return true;
  if (groups > 1 && !PARTED.test(scan.plain.slice(start, end))) return true;
  const label = scan.labelAt(start);
  if (
    label === 'serial' ||
    label === 'credit' ||
    label === 'ticket' ||
    label === 'publicAccount' ||
    label === 'amount' ||
    label === 'identity'
  )
    return true;
  if (label === 'code' || scan.inAddressOfPage(start) || isIdentityNumber(digits)) return true;
  const [before, after] = [scan.plain.charAt(start - 1), scan.plain.charAt(end)];
  if (/[A-Za-z*.]/.test(before) || /[A-Za-z*]/.test(after)) return true;
  return false;
}

/** Accounts of agencies and firms are printed so that people can pay; without a checksum only a person's count. */
function isOfPerson(scan: TextScan, start: number, digits: string): boolean {
  if (DOMESTIC.test(digits) && digits.startsWith('62')) return true;
  const labels = scan.tableAt(start)?.labels ?? [];
  if (labels.includes('name') || labels.includes('identity')) return true;
  return !isOrganisation(scan, start) && /[卡折]|个人|本人/.test(scan.plain.slice(Math.max(0, start - 12), start));
}

function isOrganisation(scan: TextScan, start: number): boolean {
  return scan.tableAt(start) === null && ORGANISATION.test(scan.plain.slice(Math.max(0, start - 40), start));
}

function card(start: number, end: number, certainty: Candidate['certainty'], why: string): Candidate {
  return { type: 'bankCard', start, end, certainty, why };
}
