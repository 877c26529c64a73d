import { z } from 'zod';
import { DocumentBody } from '../../kernel/document-body.ts';

export const PROPOSED_FIELDS = [
  'title',
  'documentNumber',
  'issuer',
  'issuedOn',
  'printedOn',
  'effectiveOn',
  'expiresOn',
] as const;
export type ProposedField = (typeof PROPOSED_FIELDS)[number];

/** A value read out of the text, for somebody to confirm. */
export const Proposal = z.object({
  field: z.enum(PROPOSED_FIELDS),
  /** Days as YYYY-MM-DD. */
  value: z.string(),
  /** The words it was read from. */
  excerpt: z.string(),
  /** The block they stand in. */
  blockId: z.string(),
});
export type Proposal = z.infer<typeof Proposal>;

/** Something of the original that the body does not carry, or carries otherwise. */
export const ImportDoubt = z.object({
  /** Chinese sentence that says what to look at. */
  message: z.string(),
  /** Chinese, for people. */
  place: z.string(),
  /** Absent when it concerns the whole document. */
  blockId: z.string().optional(),
});
export type ImportDoubt = z.infer<typeof ImportDoubt>;

/** What the isolated process answers; the pictures' bytes come beside it in the same order. */
export const ImportAnswer = z.object({
  body: DocumentBody,
  proposals: z.array(Proposal),
  /** Blocks at the head that only repeat proposed fields: letterhead, document number, title. */
  headBlockIds: z.array(z.string()),
  doubts: z.array(ImportDoubt),
  images: z.array(z.object({ sha256: z.string(), mediaType: z.string() })),
});
export type ImportAnswer = z.infer<typeof ImportAnswer>;
