import { randomBytes, randomInt } from 'node:crypto';
import { leafHash } from '../merkle/hash.ts';
import { formatCheckpoint, parseCheckpoint } from '../note/checkpoint.ts';
import { formatVerifierKey, LOG_SIGNATURE, signerKey } from '../note/note-key.ts';
import { formatNote, parseNote } from '../note/signed-note.ts';
import { signNote } from '../note/verify-note.ts';
import type { LogCopy } from './log-copy.fixtures.ts';

type Tampering = (log: LogCopy) => LogCopy;

/** One change of what is stored, of a random kind at a random place; never a change that leaves all as it was. */
export function randomTampering(log: LogCopy): { what: string; changed: LogCopy } {
  const [what, change] = pick(Object.entries(TAMPERINGS));
  return { what, changed: change(log) };
}

const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  'a bit of an entry': (log) => replaceLeaf(log, (leaf) => ({ ...leaf, entry: flip(leaf.entry) })),
  'an entry cut': (log) => replaceLeaf(log, (leaf) => ({ ...leaf, entry: leaf.entry.subarray(0, -1) })),
  'an entry longer': (log) =>
    replaceLeaf(log, (leaf) => ({ ...leaf, entry: Buffer.concat([leaf.entry, randomBytes(1)]) })),
  'a bit of a leaf’s hash': (log) => replaceLeaf(log, (leaf) => ({ ...leaf, hash: flip(leaf.hash) })),
  'an entry and its hash': (log) => replaceLeaf(log, (leaf) => withEntry(leaf, flip(leaf.entry))),
  'an entry, its hash and its tile': (log) => {
    const at = randomInt(log.leaves.length);
    const leaf = withEntry(log.leaves[at] as LogCopy['leaves'][number], randomBytes(20));
    const tiles = log.tiles.map((tile) => {
      if (tile.level !== 0 || tile.index !== at >> 8) return tile;
      const hashes = Buffer.from(tile.hashes);
      hashes.set(leaf.hash, (at & 255) * 32);
      return { ...tile, hashes };
    });
    return { ...log, leaves: log.leaves.with(at, leaf), tiles };
  },
  'a leaf gone': (log) => ({ ...log, leaves: log.leaves.toSpliced(randomInt(log.leaves.length), 1) }),
  'a leaf gone and the later ones moved up': (log) => {
    const leaves = log.leaves.toSpliced(randomInt(log.leaves.length), 1).map((leaf, index) => ({ ...leaf, index }));
    return { ...log, leaves, size: log.size - 1 };
  },
  'two leaves in each other’s place': (log) => {
    const a = randomInt(log.leaves.length);
    const b = (a + 1 + randomInt(log.leaves.length - 1)) % log.leaves.length;
    const leaves = log.leaves.map((leaf, at) => ({ ...leaf, index: at === a ? b : at === b ? a : at }));
    return { ...log, leaves };
  },
  'a leaf more': (log) => {
    const entry = randomBytes(20);
    return { ...log, leaves: [...log.leaves, { entry, hash: leafHash(entry), index: log.size }], size: log.size + 1 };
  },
  'a leaf beyond the end': (log) => {
    const entry = randomBytes(20);
    return { ...log, leaves: [...log.leaves, { entry, hash: leafHash(entry), index: log.size + randomInt(1_000) }] };
  },
  'a bit of a tile': (log) => replaceTile(log, (tile) => ({ ...tile, hashes: flip(tile.hashes) })),
  'a tile cut': (log) =>
    replaceTile(log, (tile) => ({ ...tile, hashes: tile.hashes.subarray(0, tile.hashes.length - 32) })),
  'a tile longer': (log) =>
    replaceTile(log, (tile) => ({ ...tile, hashes: Buffer.concat([tile.hashes, randomBytes(32)]) })),
  'a tile gone': (log) => ({ ...log, tiles: log.tiles.toSpliced(randomInt(log.tiles.length), 1) }),
  'a tile elsewhere': (log) => replaceTile(log, (tile) => ({ ...tile, index: tile.index + 7 })),
  'a tile more': (log) => ({
    ...log,
    tiles: [...log.tiles, { level: 3, index: randomInt(9), hashes: randomBytes(32) }],
  }),
  'the size': (log) => ({ ...log, size: Math.max(0, log.size + pick([-100, -2, -1, 1, 2, 300])) }),
  'a letter of a checkpoint': (log) => replaceCheckpoint(log, (one) => ({ ...one, note: flipLetter(one.note) })),
  'the size beside a checkpoint': (log) =>
    replaceCheckpoint(log, (one) => ({ ...one, size: one.size + pick([-1, 1, 500]) })),
  'the number of a checkpoint': (log) =>
    replaceCheckpoint(log, (one) => ({ ...one, number: one.number + pick([-100, 100]) })),
  'a checkpoint gone': (log) => ({
    ...log,
    checkpoints: log.checkpoints.toSpliced(randomInt(log.checkpoints.length), 1),
  }),
  'a checkpoint twice': (log) => {
    const last = log.checkpoints.length;
    return { ...log, checkpoints: [...log.checkpoints, { ...pick(log.checkpoints), number: last + 1 }] };
  },
  'a checkpoint of another key': (log) =>
    replaceCheckpoint(log, (one) => {
      const text = parseNote(one.note)?.text ?? '';
      const forger = signerKey(parseCheckpoint(text)?.origin ?? '', LOG_SIGNATURE, randomBytes(32));
      return { ...one, note: formatNote({ text, signatures: [signNote(text, forger)] }) };
    }),
  'the whole log signed anew': (log) => {
    const key = signerKey('localhost:8080/log', LOG_SIGNATURE, randomBytes(32));
    const checkpoints = log.checkpoints.map((one) => {
      const text = formatCheckpoint({
        origin: key.name,
        size: one.size,
        root: parseCheckpoint(parseNote(one.note)?.text ?? '')?.root ?? randomBytes(32),
      });
      return { ...one, note: formatNote({ text, signatures: [signNote(text, key)] }) };
    });
    return { ...log, checkpoints, identity: formatVerifierKey(key) };
  },
  'the key': (log) => ({ ...log, identity: flipLetter(log.identity ?? '') }),
  'a letter of a cosignature': (log) => {
    const last = log.checkpoints.length - 1;
    const one = log.checkpoints[last] as LogCopy['checkpoints'][number];
    const cosignatures = one.cosignatures.map(({ verifierKey, line }) => ({ verifierKey, line: flipLetter(line) }));
    return { ...log, checkpoints: log.checkpoints.with(last, { ...one, cosignatures }) };
  },
  'a letter of the checkpoint outside': (log) => outside(log, flipLetter(log.outside?.checkpoint ?? '')),
  'an older checkpoint outside': (log) => outside(log, log.checkpoints[randomInt(log.checkpoints.length - 1)]?.note),
  'no checkpoint outside': (log) => outside(log, undefined),
  'an older database': (log) => {
    const kept = log.checkpoints.slice(0, randomInt(1, log.checkpoints.length));
    return { ...log, checkpoints: kept };
  },
  'a bit of a waiting entry': (log) => {
    const at = randomInt(log.waiting.length);
    const leaf = log.waiting[at] as LogCopy['waiting'][number];
    return { ...log, waiting: log.waiting.with(at, { ...leaf, entry: flip(leaf.entry) }) };
  },
};

type Leaf = LogCopy['leaves'][number];

function replaceLeaf(log: LogCopy, change: (leaf: Leaf) => Leaf): LogCopy {
  const at = randomInt(log.leaves.length);
  return { ...log, leaves: log.leaves.with(at, change(log.leaves[at] as Leaf)) };
}

function withEntry(leaf: Leaf, entry: Uint8Array): Leaf {
  return { ...leaf, entry, hash: leafHash(entry) };
}

function replaceTile(log: LogCopy, change: (tile: LogCopy['tiles'][number]) => LogCopy['tiles'][number]): LogCopy {
  const at = randomInt(log.tiles.length);
  return { ...log, tiles: log.tiles.with(at, change(log.tiles[at] as LogCopy['tiles'][number])) };
}

function replaceCheckpoint(
  log: LogCopy,
  change: (one: LogCopy['checkpoints'][number]) => LogCopy['checkpoints'][number],
): LogCopy {
  const at = randomInt(log.checkpoints.length);
  const changed = change(log.checkpoints[at] as LogCopy['checkpoints'][number]);
  return { ...log, checkpoints: log.checkpoints.with(at, changed) };
}

function outside(log: LogCopy, checkpoint: string | undefined): LogCopy {
  return { ...log, outside: { verifierKey: log.outside?.verifierKey, checkpoint } };
}

function flip(bytes: Uint8Array): Buffer {
  const bent = Buffer.from(bytes);
  const at = randomInt(bent.length);
  bent[at] = (bent[at] ?? 0) ^ (1 << randomInt(8));
  return bent;
}

function flipLetter(text: string): string {
  const at = randomInt(text.length);
  return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << randomInt(7))) + text.slice(at + 1);
}

function pick<T>(values: readonly T[]): T {
  return values[randomInt(values.length)] as T;
}
