import { readFileSync } from 'node:fs';

export interface VectorCase {
  readonly name: string;
  readonly accept: boolean;
  /** Inclusion: index and size of the tree; consistency: the two sizes. Some are beyond what a number holds exactly, on purpose. */
  readonly sizes: readonly [number, number];
  /** Inclusion: root and leaf; consistency: the two roots. */
  readonly hashes: readonly [Uint8Array, Uint8Array];
  readonly proof: readonly Uint8Array[];
}

export interface ForeignLog {
  readonly origin: string;
  readonly key: string;
  readonly entries: readonly { readonly words: string; readonly leafHash: Uint8Array }[];
  readonly checkpoints: readonly { readonly size: number; readonly root: string; readonly signature: string }[];
}

/** Figures of the public test data of transparency-dev/merkle and transparency-dev/tessera; their form is told at their beginning. */
export function openVectors(): {
  readonly inclusion: readonly VectorCase[];
  readonly consistency: readonly VectorCase[];
  readonly log: ForeignLog;
} {
  const rows = readFileSync(new URL('./open-vectors.fixtures.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(' '));
  const of = (kind: string) => rows.filter(([first]) => first === kind).map(([, ...rest]) => rest);
  const hashes = of('hash').map(([text]) => decode(text));
  const [origin = '', key = ''] = of('log')[0] ?? [];
  return {
    inclusion: of('inclusion').map((row) => vectorCase(row, hashes)),
    consistency: of('consistency').map((row) => vectorCase(row, hashes)),
    log: {
      origin,
      key,
      entries: of('entry').map(([words = '', hash]) => ({ words, leafHash: decode(hash) })),
      checkpoints: of('checkpoint').map(([size, root = '', signature = '']) => ({
        size: Number(size),
        root,
        signature,
      })),
    },
  };
}

function vectorCase(row: readonly string[], hashes: readonly Uint8Array[]): VectorCase {
  const [name = '', verdict, first, second, a, b, proof = '-'] = row;
  const hash = (number: string | undefined) => {
    const found = hashes[Number(number)];
    if (!found) throw new Error(`${name}: no hash ${number}`);
    return found;
  };
  return {
    name,
    accept: verdict === 'accept',
    sizes: [Number(first), Number(second)],
    hashes: [hash(a), hash(b)],
    proof: proof === '-' ? [] : proof.split(',').map(hash),
  };
}

function decode(text = ''): Uint8Array {
  return Buffer.from(text, 'base64');
}
