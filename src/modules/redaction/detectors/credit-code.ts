import { isCreditCode, looksLikeCreditCode } from '../credit-code.ts';
import { isIdentityNumber, looksLikeIdentity } from '../identity-checksum.ts';
import type { TextScan } from '../text-scan.ts';
import { identityNumbersOf } from './identity-number.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** 统一社会信用代码: public, so nothing is found inside one. An identity number that fits both by chance stays one. */
export function creditCodes(scan: TextScan): Span[] {
  const spans: Span[] = [];
  const proved = new Set(
    identityNumbersOf(scan)
      .filter((one) => one.certainty === 'sure')
      .map((one) => one.start),
  );
  for (const { 0: code, index } of scan.plain.matchAll(/(?<![0-9A-Za-z])[0-9A-Za-z]{18}(?![0-9A-Za-z])/g)) {
    const upper = code.toUpperCase();
    const label = scan.labelAt(index);
    const couldBeIdentity = proved.has(index) || looksLikeIdentity(upper) || label === 'identity';
    const isPublic =
      label === 'serial' ||
      (label === 'credit' && (isCreditCode(upper) || !isIdentityNumber(upper))) ||
      (!couldBeIdentity && (isCreditCode(upper) || looksLikeCreditCode(upper)));
    if (isPublic) spans.push({ start: index, end: index + code.length });
  }
  return spans;
}
