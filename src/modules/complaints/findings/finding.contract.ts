import { z } from 'zod';
import { day, versionOrNone } from '../../../kernel/route.contract.ts';
import { FINDINGS, REMEDIES } from '../complaint-words.ts';

/** Also part of answers, so nothing is transformed: `draft` of the service makes empty words null. */
const words = (most: number) => z.string().max(most, `最多 ${most} 个字`).nullable();

/** May be incomplete until it is submitted. */
export const FindingContent = z.object({
  result: z.enum(FINDINGS).nullable(),
  remedy: z.enum(REMEDIES).nullable(),
  /** What is to be put right, or what the unit has put right itself. */
  remedyText: words(2000),
  /** Last day for putting it right. */
  dueOn: day.nullable(),
  /** Facts and reasons. */
  words: words(15_000),
});
export type FindingContent = z.infer<typeof FindingContent>;

export const DraftFindingInput = z.object({
  /** Of the reply as the person saw it; 0: there was none. */
  edit: versionOrNone,
  content: FindingContent,
  findingsReason: z.string().trim().max(500).nullish(),
});
export type DraftFindingInput = z.input<typeof DraftFindingInput>;
