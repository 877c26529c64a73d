import { expect, it } from 'vitest';
import { parseCheckpoint } from '../note/checkpoint.ts';
import { parseVerifierKey } from '../note/note-key.ts';
import { parseNote } from '../note/signed-note.ts';
import { verifyNote } from '../note/verify-note.ts';
import { Frontier } from './frontier.ts';
import { leafHash } from './hash.ts';
import { openVectors } from './open-vectors.fixtures.ts';
import { verifyConsistency, verifyInclusion } from './verify-proof.ts';

const vectors = openVectors();

it('inclusion: every public case is judged as its authors say', () => {
  expect(tally(vectors.inclusion)).toEqual({ accept: 6, refuse: 92 });
  const wrong = vectors.inclusion.filter(({ accept, proof, sizes: [index, size], hashes: [root, leaf] }) => {
    return verifyInclusion({ index, size, root, leafHash: leaf, proof }) !== accept;
  });
  expect(wrong.map(({ name }) => name)).toEqual([]);
});

it('consistency: every public case is judged as its authors say', () => {
  expect(tally(vectors.consistency)).toEqual({ accept: 6, refuse: 92 });
  const wrong = vectors.consistency.filter(({ accept, proof, sizes: [oldSize, size], hashes: [oldRoot, root] }) => {
    return verifyConsistency({ oldSize, oldRoot, size, root, proof }) !== accept;
  });
  expect(wrong.map(({ name }) => name)).toEqual([]);
});

it('a log made by another program: entries, signatures and roots of each size', () => {
  const { origin, key: keyText, entries, checkpoints } = vectors.log;
  const key = parseVerifierKey(keyText);
  expect(checkpoints.map(({ size }) => size)).toEqual(Array.from({ length: 16 }, (_, size) => size));
  const frontier = new Frontier();
  for (const { size, root, signature } of checkpoints) {
    const entry = entries[size - 1];
    if (entry) {
      expect(Buffer.from(leafHash(Buffer.from(entry.words)))).toEqual(entry.leafHash);
      frontier.push(entry.leafHash);
    }
    const note = parseNote(`${origin}\n${size}\n${root}\n\n— ${origin} ${signature}\n`);
    expect(note && key && verifyNote(note, [key])?.length).toBe(1);
    expect(note && parseCheckpoint(note.text)).toEqual({ origin, size, root: frontier.root() });
  }
});

function tally(cases: readonly { accept: boolean }[]) {
  const accept = cases.filter((one) => one.accept).length;
  return { accept, refuse: cases.length - accept };
}
