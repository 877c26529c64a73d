import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Filing } from './filing-message.ts';

/** RFC 8785, UTF-8. */
export function canonicalBytes(value: unknown): Buffer {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('nothing to write as canonical JSON');
  return Buffer.from(text, 'utf8');
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * SHA-256, hex, of all that a filing says of its publication: the texts by their records' hashes, without what only belongs to the
 * transport (ordinal, event, proof) and without the unit's name, which changes without the document.
 */
export function stateHash(
  filing: Pick<Filing, 'publicationId' | 'kind' | 'unit' | 'life' | 'register' | 'open'>,
): string {
  const { publicationId, kind, unit, life, register, open } = filing;
  return sha256(
    canonicalBytes({
      publicationId,
      kind,
      unit: unit.code,
      life,
      register,
      open: open && {
        number: open.number,
        reason: open.reason,
        endedAt: open.endedAt,
        mergedInto: open.mergedInto,
        datedOn: open.datedOn,
        firstPublishedAt: open.firstPublishedAt,
        history: open.history,
        forms: open.forms.map(({ ordinal, record, changeKind, changeNote }) => ({
          ordinal,
          recordHash: sha256(record),
          changeKind,
          changeNote,
        })),
      },
    }),
  );
}
