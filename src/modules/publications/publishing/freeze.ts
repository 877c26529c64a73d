import { createHash } from 'node:crypto';
import { renderBody } from '../../../kernel/document-body.ts';
import type { Content, FieldValue } from '../content/content.contract.ts';
import { canonicalBytes } from '../content/content-hash.ts';
import type { PublicationKind } from '../kinds/publication-kind.ts';
import type { FrozenRelation } from '../public/open-publications.ts';
import type { PublicEvent } from '../publication-words.ts';

export interface FreezeInput {
  readonly number: number;
  readonly ordinal: number;
  readonly kind: PublicationKind;
  readonly content: Content;
  readonly relations: readonly FrozenRelation[];
  /** Pictures of the text, which are no attachments. */
  readonly pictures: readonly { readonly sha256: string; readonly mediaType: string; readonly size: number }[];
  readonly publishedAt: Date;
}

export interface Frozen {
  /** record.json, RFC 8785, UTF-8: what everybody gets, byte for byte, as long as it is public. */
  readonly record: Buffer;
  readonly recordHash: string;
  readonly bodyHtml: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
}

/** The public form: internal fields stay behind, the text is rendered once and for all. */
export function freeze(input: FreezeInput): Frozen {
  const { number, ordinal, kind, content } = input;
  const fields = publicFields(kind, content);
  const bodyHtml = content.body
    ? renderBody(content.body, { imageAddress: (sha256) => fileAddress(number, sha256) })
    : '';
  const record = canonicalBytes({
    schema: 1,
    number,
    ordinal,
    kind: kind.code,
    title: content.title,
    fields,
    bodyHtml,
    attachments: content.attachments.map(({ name, mediaType, size, sha256 }) => ({ name, mediaType, size, sha256 })),
    pictures: input.pictures.map(({ sha256, mediaType, size }) => ({ sha256, mediaType, size })),
    relations: input.relations.map(({ type, number: to, address, title, on }) => ({
      type,
      number: to,
      address,
      title,
      on,
    })),
    publishedAt: input.publishedAt.toISOString(),
  });
  return { record, recordHash: createHash('sha256').update(record).digest('hex'), bodyHtml, fields };
}

export function publicFields(kind: PublicationKind, content: Content): Readonly<Record<string, FieldValue>> {
  const open = new Set(kind.fields.filter((field) => !field.internal).map((field) => field.code));
  return Object.fromEntries(Object.entries(content.fields).filter(([code]) => open.has(code)));
}

/** Permanent address of a public file; the name behind it is for people only. */
export function fileAddress(number: number, sha256: string, name = 'picture'): string {
  return `/documents/${number}/files/${sha256}/${encodeURIComponent(name)}`;
}

export interface ManifestEntry {
  readonly path: string;
  readonly hash: string;
}

/**
 * What the log keeps of an event: no word of the document, only hashes salted with 32 bytes that are destroyed with it when the law wants
 * it erased.
 */
export function leafOf(leaf: {
  readonly event: PublicEvent;
  readonly number: number;
  readonly ordinal: number | null;
  readonly at: Date;
  readonly manifest: readonly ManifestEntry[];
}): Buffer {
  return canonicalBytes({
    schema: 1,
    event: leaf.event,
    number: leaf.number,
    ordinal: leaf.ordinal,
    at: leaf.at.toISOString(),
    manifest: leaf.manifest.map(({ path, hash }) => ({ path, hash })),
  });
}

/** SHA-256, hex, of salt and bytes. */
export function saltedHash(salt: Uint8Array, bytes: Uint8Array | string): string {
  return createHash('sha256').update(salt).update(bytes).digest('hex');
}
