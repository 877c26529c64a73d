import type { CaseEvent } from '../../cases/index.ts';

/** Steps that stop, lengthen or split the term: before the day of receipt is confirmed there is none (regulation art 31). */
export const NEEDS_RECEIPT: ReadonlySet<CaseEvent> = new Set([
  'askCorrection',
  'noticeFee',
  'consult',
  'proposeExtension',
  'delay',
]);
