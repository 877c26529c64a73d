import { z } from 'zod';
import { versionOrNone } from '../../../kernel/route.contract.ts';
import { DecisionContent } from '../results/decision-content.contract.ts';

export const DraftDecisionInput = z.object({
  /** Of the letter; 0 for the first save. */
  edit: versionOrNone,
  content: DecisionContent,
  /** Words of the letter written by hand; null: as template and content give them. */
  letterText: z.string().trim().max(20_000).nullish(),
  /** Why personal data found in the letter may stand. */
  findingsReason: z.string().trim().max(500).nullish(),
});
export type DraftDecisionInput = z.input<typeof DraftDecisionInput>;
