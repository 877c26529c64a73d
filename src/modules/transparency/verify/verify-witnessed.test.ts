import { describe, expect, it } from 'vitest';
import { leafHash } from '../merkle/hash.ts';
import { formatCheckpoint } from '../note/checkpoint.ts';
import { cosign } from '../note/cosignature.ts';
import { COSIGNATURE, signerKey } from '../note/note-key.ts';
import { formatNote } from '../note/signed-note.ts';
import { verifyWitnessed } from './verify-witnessed.ts';

describe('what a witness remembers', () => {
  const key = signerKey('witness.example', COSIGNATURE, Buffer.alloc(32, 3));
  const noteOf = (size: number) => {
    const text = formatCheckpoint({ origin: 'log.example', size, root: leafHash(Buffer.of(size)) });
    return formatNote({ text, signatures: [cosign(text, key, 1_000)] });
  };
  const row = { origin: 'log.example', size: 7, seenAt: new Date(0), note: noteOf(7) };

  it('holds when both records are the same', () => expect(verifyWitnessed(row, row.note, key)).toEqual([]));

  it.each([
    ['not signed', { ...row, note: row.note.replace('\n7\n', '\n8\n') }, row.note],
    ['another size', { ...row, size: 8 }, row.note],
    ['another origin', { ...row, origin: 'other.example' }, row.note],
    ['nothing outside', row, undefined],
    ['an older one outside', row, noteOf(6)],
    ['a newer one outside', row, noteOf(8)],
    ['another one outside', row, noteOf(7).replace(/.{4}=*\n$/, 'AAA=\n')],
  ])('with %s is found', (_what, changed, outside) => {
    expect(verifyWitnessed(changed, outside, key).length).toBeGreaterThan(0);
  });
});
