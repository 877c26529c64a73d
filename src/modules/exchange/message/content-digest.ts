import { createHash } from 'node:crypto';

/** Content-Digest of RFC 9530 with SHA-256. */
export function contentDigest(bytes: Uint8Array): string {
  return digestField(createHash('sha256').update(bytes).digest());
}

/** @param hash SHA-256, hex, of the content */
export function contentDigestOf(hash: string): string {
  return digestField(Buffer.from(hash, 'hex'));
}

/** @returns SHA-256, hex, that the field claims; undefined when it names none */
export function claimedHash(field: string | undefined): string | undefined {
  const base64 = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):\s*(?:,|$)/.exec(field ?? '')?.[1];
  return base64 && Buffer.from(base64, 'base64').toString('hex');
}

function digestField(hash: Buffer): string {
  return `sha-256=:${hash.toString('base64')}:`;
}
