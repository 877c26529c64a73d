import type { Finding, Remark } from '../../publications.contract.ts';

/** What may be done about findings and remarks; absent when the person may not. */
export interface NoteActions {
  readonly mask?: (findings: readonly Finding[]) => void;
  readonly keep?: (finding: Finding) => void;
  readonly resolve?: (remark: Remark) => void;
  readonly isBusy?: boolean;
}
