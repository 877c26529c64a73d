import { HASH_SIZE, type Hash } from '../merkle/hash.ts';
import { verifyInclusion } from '../merkle/verify-proof.ts';
import { parseBase64 } from './base64.ts';
import { parseCheckpoint, parseCount } from './checkpoint.ts';
import type { VerifierKey } from './note-key.ts';
import { parseNote } from './signed-note.ts';
import { verifyNote } from './verify-note.ts';

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';
const MOST_HASHES = 63;

/** A receipt that can be checked without the network (C2SP tlog-proof). */
export interface TlogProof {
  /** Whatever a checker needs besides; not vouched for by anything in the proof. */
  readonly extra: Uint8Array | undefined;
  readonly index: number;
  readonly proof: readonly Hash[];
  /** The signed checkpoint, verbatim. */
  readonly checkpoint: string;
}

export function formatTlogProof({ extra, index, proof, checkpoint }: TlogProof): string {
  const lines = [
    FIRST_LINE,
    ...(extra ? [`extra ${Buffer.from(extra).toString('base64')}`] : []),
    `index ${index}`,
    ...proof.map((hash) => Buffer.from(hash).toString('base64')),
  ];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/** @returns undefined when the text is none */
export function parseTlogProof(text: string): TlogProof | undefined {
  const gap = text.indexOf('\n\n');
  if (gap < 0) return undefined;
  const [first, ...lines] = text.slice(0, gap).split('\n');
  if (first !== FIRST_LINE) return undefined;
  const extra = lines[0]?.startsWith('extra ') ? parseBase64(lines.shift()?.slice(6) ?? '') : null;
  const [, digits = ''] = /^index (\d+)$/.exec(lines.shift() ?? '') ?? [];
  const index = parseCount(digits);
  const proof = lines.map(parseBase64);
  if (extra === undefined || index === undefined || proof.length > MOST_HASHES) return undefined;
  if (!proof.every((hash) => hash?.length === HASH_SIZE)) return undefined;
  return { extra: extra ?? undefined, index, proof: proof as Hash[], checkpoint: text.slice(gap + 2) };
}

/** Whether the leaf stands in the log whose key is `logKey`; the origin must be the key's name. */
export function verifyTlogProof({ index, proof, checkpoint }: TlogProof, leafHash: Hash, logKey: VerifierKey): boolean {
  const note = parseNote(checkpoint);
  const tree = note && parseCheckpoint(note.text);
  if (!note || !tree || tree.origin !== logKey.name) return false;
  const signatures = verifyNote(note, [logKey]);
  if (!signatures || signatures.length === 0) return false;
  return verifyInclusion({ leafHash, index, size: tree.size, root: tree.root, proof });
}
