import { z } from 'zod';
import { DocumentBody } from '../../../kernel/document-body.ts';
import { day, id } from '../../../kernel/route.contract.ts';

export const FieldValue = z.union([
  z.string().max(5000),
  z.number().finite(),
  z.boolean(),
  z.array(z.string().max(200)).max(100),
  z.null(),
]);
export type FieldValue = z.infer<typeof FieldValue>;

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A file uploaded to this publication; its bytes are known by their hash, so the hash of the content covers them. */
export const AttachmentRef = z.object({
  sha256,
  name: z
    .string()
    .trim()
    .min(1, '请填写附件名称')
    .max(200)
    .refine((name) => !/[\p{Cc}\p{Bidi_Control}/\\]/u.test(name), '附件名称不能含有斜杠或看不见的控制字符'),
  mediaType: z.string().max(200),
  size: z.number().int().min(0),
});
export type AttachmentRef = z.infer<typeof AttachmentRef>;

/** Points to another publication, to an address outside, or (neither) names a document that is in no library. */
export const Relation = z.object({
  /** Code of one of the kind's relations, for example `basis`, `interprets`, `repeals`. */
  type: z.string().regex(/^[a-zA-Z]{1,40}$/),
  publicationId: id.nullable().default(null),
  address: z
    .string()
    .max(2000)
    .regex(/^https?:\/\/\S+$/i, '网址须以 http:// 或 https:// 开头')
    .nullable()
    .default(null),
  title: z.string().trim().max(300).nullable().default(null),
  /** From which day it holds, for example the day of repeal. */
  on: day.nullable().default(null),
});
export type Relation = z.infer<typeof Relation>;

export const Content = z.object({
  schema: z.literal(1).default(1),
  title: z.string().trim().max(300),
  fields: z.record(z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/), FieldValue).default({}),
  body: DocumentBody.nullable().default(null),
  attachments: z.array(AttachmentRef).max(100).default([]),
  relations: z.array(Relation).max(200).default([]),
});
export type Content = z.infer<typeof Content>;
