import { HASH_SIZE, type Hash } from '../merkle/hash.ts';
import { parseBase64 } from '../note/base64.ts';
import { parseCount } from '../note/checkpoint.ts';

const MOST_HASHES = 63;

/** What a log sends to a witness (C2SP tlog-witness, add-checkpoint). */
export interface WitnessRequest {
  /** Size of the tree that the witness cosigned last. */
  readonly oldSize: number;
  readonly proof: readonly Hash[];
  /** Signed note, verbatim. */
  readonly checkpoint: string;
}

export function formatWitnessRequest({ oldSize, proof, checkpoint }: WitnessRequest): string {
  const lines = [`old ${oldSize}`, ...proof.map((hash) => Buffer.from(hash).toString('base64'))];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/** @returns undefined when it is none */
export function parseWitnessRequest(body: string): WitnessRequest | undefined {
  const gap = body.indexOf('\n\n');
  if (gap < 0) return undefined;
  const [first = '', ...lines] = body.slice(0, gap).split('\n');
  const oldSize = first.startsWith('old ') ? parseCount(first.slice(4)) : undefined;
  const proof = lines.map(parseBase64);
  if (oldSize === undefined || proof.length > MOST_HASHES) return undefined;
  if (!proof.every((hash) => hash?.length === HASH_SIZE)) return undefined;
  return { oldSize, proof: proof as Hash[], checkpoint: body.slice(gap + 2) };
}
