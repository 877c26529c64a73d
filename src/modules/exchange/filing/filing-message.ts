import { z } from 'zod';
import { DocumentBody } from '../../../kernel/document-body.ts';
import { day, id } from '../../../kernel/route.contract.ts';
import { ATTRIBUTES, CHANGE_KINDS, DETERMINATION_OCCASIONS, MANNERS, PUBLIC_EVENTS } from '../../publications/index.ts';
import { FILED_LIVES, FILING_EVENTS } from './filing-words.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const at = z.iso.datetime();
const number = z.number().int().min(1).max(999_999_999);
const short = z.string().max(300);
const sentence = z.string().max(2_000);

/** The register's row (DOC-2); of what is not public there is nothing beyond this. */
export const FiledRegister = z.strictObject({
  title: short,
  documentNumber: short.nullable(),
  issuer: short.nullable(),
  formedOn: day.nullable(),
  attribute: z.enum(ATTRIBUTES),
  manner: z.enum(MANNERS),
  occasion: z.enum(DETERMINATION_OCCASIONS),
  legalBasis: z.string().max(40),
  legalBasisText: sentence,
  reason: sentence,
  determinedAt: at,
  nextReviewOn: day.nullable(),
  convertedAt: at.nullable(),
  archivedOn: day.nullable(),
});
export type FiledRegister = z.infer<typeof FiledRegister>;

export const FiledForm = z.strictObject({
  ordinal: z.number().int().min(1).max(99_999),
  /** record.json of the sender, byte for byte. */
  record: z.string().max(20_000_000),
  /** The model of the text; the receiver renders it himself and compares. */
  body: DocumentBody.nullable(),
  changeKind: z.enum(CHANGE_KINDS),
  changeNote: sentence.nullable(),
});
export type FiledForm = z.infer<typeof FiledForm>;

export const FiledOpen = z.strictObject({
  number,
  reason: sentence.nullable(),
  endedAt: at.nullable(),
  mergedInto: number.nullable(),
  datedOn: day,
  firstPublishedAt: at,
  history: z
    .array(
      z.strictObject({
        ordinal: z.number().int().nullable(),
        what: z.enum(PUBLIC_EVENTS),
        at,
        note: sentence.nullable(),
      }),
    )
    .max(10_000),
  forms: z.array(FiledForm).max(1_000),
  /** C2SP tlog-proof of the newest form; null when the sender's log has not placed it yet. */
  logProof: z.string().max(200_000).nullable(),
});
export type FiledOpen = z.infer<typeof FiledOpen>;

/** One publication of the sender as it stands; a later filing of the same publication replaces it. */
export const Filing = z.strictObject({
  schema: z.literal(1),
  publicationId: id,
  /** Counts the filings of this publication with this receiver; with the id, the key of idempotency. */
  ordinal: z.number().int().min(1).max(1_000_000),
  event: z.enum(FILING_EVENTS),
  kind: z.string().regex(/^[a-zA-Z]{1,40}$/),
  unit: z.strictObject({ code: z.string().min(1).max(60), name: z.string().min(1).max(100) }),
  life: z.enum(FILED_LIVES),
  register: FiledRegister,
  open: FiledOpen.nullable(),
  /** See filing-state.ts; both sides reckon it. */
  stateHash: hash,
});
export type Filing = z.infer<typeof Filing>;

/** What the receiver puts his name to. */
export const Receipt = z.strictObject({
  schema: z.literal(1),
  receiptNumber: z.string().max(40),
  publicationId: id,
  ordinal: z.number().int(),
  stateHash: hash,
  sender: z.string(),
  receiver: z.string(),
  receivedAt: at,
  /** Ed25519 over the canonical JSON of everything else, Base64. */
  signature: z.string().max(100),
});
export type Receipt = z.infer<typeof Receipt>;

export const FilingAnswer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('receipted'), receipt: Receipt }),
  z.object({ outcome: z.literal('refused'), reasons: z.array(z.string()).min(1) }),
  /** Send these first, then the same filing again. */
  z.object({ outcome: z.literal('needsFiles'), files: z.array(hash).min(1) }),
  /** A later filing of the publication is here already. */
  z.object({ outcome: z.literal('overtaken'), ordinal: z.number().int() }),
]);
export type FilingAnswer = z.infer<typeof FilingAnswer>;

/** One line of the receiver's own list, for reconciliation. */
export const HeldFiling = z.object({
  publicationId: id,
  ordinal: z.number().int(),
  life: z.enum(FILED_LIVES),
  stateHash: hash,
  /** Of the newest public form; null when nothing is public. */
  recordHash: hash.nullable(),
  receiptNumber: z.string(),
});
export type HeldFiling = z.infer<typeof HeldFiling>;
export const HeldPage = z.object({ items: z.array(HeldFiling), next: id.nullable() });
export type HeldPage = z.infer<typeof HeldPage>;

/** record.json as the door out freezes it. */
export const FiledRecord = z.strictObject({
  schema: z.literal(1),
  number,
  ordinal: z.number().int().min(1),
  kind: z.string(),
  title: z.string().max(300),
  fields: z.record(z.string(), z.unknown()),
  bodyHtml: z.string(),
  attachments: z
    .array(z.strictObject({ name: z.string(), mediaType: z.string(), size: z.number().int().min(0), sha256: hash }))
    .max(500),
  pictures: z
    .array(z.strictObject({ sha256: hash, mediaType: z.string(), size: z.number().int().min(0) }))
    .max(500)
    .default([]),
  relations: z
    .array(
      z.strictObject({
        type: z.string().max(40),
        number: number.nullable(),
        address: z.string().max(2000).nullable(),
        title: z.string().max(300).nullable(),
        on: z.string().nullable(),
      }),
    )
    .max(500),
  publishedAt: at,
});
export type FiledRecord = z.infer<typeof FiledRecord>;
