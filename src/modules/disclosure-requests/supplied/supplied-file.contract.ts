import { z } from 'zod';
import { id } from '../../../kernel/route.contract.ts';

/** A file that a decision may supply, as whoever drafts or reviews it sees it. */
export const SuppliedFileView = z.object({
  id,
  name: z.string(),
  /** Bytes. */
  size: z.number().int(),
  /** Chinese sentences: personal data and hidden content that were found in it; each is mended or answered for before it goes out. */
  warnings: z.array(z.string()),
});
export type SuppliedFileView = z.infer<typeof SuppliedFileView>;
