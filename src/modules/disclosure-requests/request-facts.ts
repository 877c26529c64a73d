import type { LocalDate } from '../../kernel/local-date.ts';
import type { ApplicantCategory, RequestResult } from './request-words.ts';

/** A request as the annual report counts it: once, by the first decision that was sent (RPT-2). Days of Asia/Shanghai. */
export interface RequestFact {
  readonly caseId: string;
  readonly number: string;
  readonly unitId: string;
  readonly category: ApplicantCategory;
  readonly receivedOn: LocalDate;
  /** Null: no decision yet. */
  readonly decidedOn: LocalDate | null;
  readonly result: RequestResult | null;
}

export type ProceedingKind = 'reconsideration' | 'directSuit' | 'suitAfterReconsideration';
export type ProceedingResult = 'upheld' | 'corrected' | 'other';

/** A fee that was paid, as part six of the annual report tells it (国办函〔2020〕109号). */
export interface FeeFact {
  readonly caseId: string;
  readonly number: string;
  readonly unitId: string;
  readonly paidOn: LocalDate;
  /** Yuan. */
  readonly amount: number;
}

/** A reconsideration or litigation as part four of the annual report counts it (LIT-2). */
export interface ProceedingFact {
  readonly id: string;
  readonly caseId: string | null;
  readonly unitId: string;
  readonly kind: ProceedingKind;
  readonly receivedOn: LocalDate;
  readonly closedOn: LocalDate | null;
  /** Null: 尚未审结. */
  readonly result: ProceedingResult | null;
}
