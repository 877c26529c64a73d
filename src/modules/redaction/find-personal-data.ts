import { addresses } from './detectors/address.ts';
import { bankCards } from './detectors/bank-card.ts';
import { birthDates } from './detectors/birth-date.ts';
import { creditCodes, type Span } from './detectors/credit-code.ts';
import { emails } from './detectors/email.ts';
import { healthNotes } from './detectors/health.ts';
import { identityNumbersOf } from './detectors/identity-number.ts';
import { landlines } from './detectors/landline.ts';
import { licencePlates } from './detectors/licence-plate.ts';
import { militaryIds } from './detectors/military-id.ts';
import { personNames } from './detectors/person-name.ts';
import { mobilePhones } from './detectors/phone.ts';
import { travelDocuments } from './detectors/travel-document.ts';
import type { Candidate, Finding, FindingContext } from './finding.ts';
import { maskOf } from './mask.ts';
import { scanText, type TextScan } from './text-scan.ts';

// Where candidates overlap the earlier line wins: an identity number holds a birth date and may hold a card's length.
const DETECTORS: readonly ((scan: TextScan) => Candidate[])[] = [
  (scan) => [...identityNumbersOf(scan)],
  emails,
  bankCards,
  mobilePhones,
  licencePlates,
  travelDocuments,
  militaryIds,
  birthDates,
  addresses,
  landlines,
  personNames,
  healthNotes,
];

/**
 * Personal data in a text, in its order, never overlapping (REV-8). Linear in the length of the text.
 * @returns offsets in UTF-16 units of `text`
 */
export function findPersonalData(text: string, context: FindingContext = {}): Finding[] {
  return findInScan(scanText(text, context));
}

export function findInScan(scan: TextScan): Finding[] {
  const taken = new TakenSpans(creditCodes(scan));
  const found: Finding[] = [];
  for (const detect of DETECTORS) {
    const candidates = detect(scan).sort(byWeight);
    for (const candidate of candidates) {
      if (!taken.take(candidate)) continue;
      found.push({ ...candidate, masked: maskOf(candidate.type, scan.text.slice(candidate.start, candidate.end)) });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

function byWeight(one: Candidate, other: Candidate): number {
  if (one.certainty !== other.certainty) return one.certainty === 'sure' ? -1 : 1;
  return one.start - other.start || other.end - one.end;
}

/** Spans already given away, in buckets so that a long text stays linear. */
class TakenSpans {
  private readonly buckets = new Map<number, Span[]>();

  constructor(spans: readonly Span[]) {
    for (const span of spans) this.put(span);
  }

  take(span: Span): boolean {
    for (let bucket = span.start >> 8; bucket <= span.end >> 8; bucket++) {
      const held = this.buckets.get(bucket) ?? [];
      if (held.some((other) => other.start < span.end && span.start < other.end)) return false;
    }
    this.put(span);
    return true;
  }

  private put(span: Span): void {
    for (let bucket = span.start >> 8; bucket <= span.end >> 8; bucket++) {
      this.buckets.set(bucket, [...(this.buckets.get(bucket) ?? []), span]);
    }
  }
}
