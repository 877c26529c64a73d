import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Content } from './content.contract.ts';

/**
 * What a review approves: SHA-256, hex, of the content as canonical JSON (RFC 8785). The order in which fields were typed or stored
 * does not matter; attachments count by the hash of their bytes.
 */
export function contentHash(content: Content): string {
  return createHash('sha256').update(canonicalBytes(content)).digest('hex');
}

/** RFC 8785, UTF-8. */
export function canonicalBytes(value: unknown): Buffer {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('nothing to write as canonical JSON');
  return Buffer.from(text, 'utf8');
}
