import { z } from 'zod';
import { day, id, UnitRef } from '../../../kernel/route.contract.ts';

const words = (most: number) => z.string().trim().min(4, '请写得具体一些').max(most);

/** The unit is asked by letter or telephone, outside the system: it must not see the complaint (FOI-8). */
export const AskAccountInput = z.object({ askedOn: day, question: words(2000) });
export type AskAccountInput = z.infer<typeof AskAccountInput>;
export const AccountAnswerInput = z.object({ answeredOn: day, answer: words(10_000) });
export type AccountAnswerInput = z.infer<typeof AccountAnswerInput>;

export const Account = z.object({
  id,
  unit: UnitRef,
  askedOn: day,
  question: z.string(),
  askedBy: z.string(),
  /** Null: not answered yet. */
  answer: z.object({ on: day, text: z.string(), by: z.string() }).nullable(),
});
export type Account = z.infer<typeof Account>;
