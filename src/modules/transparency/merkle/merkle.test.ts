import { describe, expect, it } from 'vitest';
import { Frontier } from './frontier.ts';
import { EMPTY_ROOT, type Hash, leafHash, nodeHash } from './hash.ts';
import { consistencyRanges, foldSubtrees, fullSubtrees, inclusionRanges, type LeafRange } from './tree-shape.ts';
import { isExtension, verifyConsistency, verifyInclusion } from './verify-proof.ts';

/** Inputs and roots of the reference tree that Certificate Transparency's implementations share. */
const REFERENCE: readonly [leaf: string, root: string][] = [
  ['', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  ['00', 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  ['10', 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
  ['2021', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
  ['3031', '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
  ['40414243', '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
  ['5051525354555657', 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
  ['606162636465666768696a6b6c6d6e6f', '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
];

const leaves = Array.from({ length: 70 }, (_, at) => leafHash(Buffer.from(`leaf ${at}`)));

/** The definition of RFC 6962 2.1 word for word, slow and plainly right. */
function definedRoot(hashes: readonly Hash[]): Hash {
  if (hashes.length === 0) return EMPTY_ROOT;
  if (hashes.length === 1 && hashes[0]) return hashes[0];
  let k = 1;
  while (k * 2 < hashes.length) k *= 2;
  return nodeHash(definedRoot(hashes.slice(0, k)), definedRoot(hashes.slice(k)));
}

const root = (size: number) => definedRoot(leaves.slice(0, size));
const hashOf = ({ start, end }: LeafRange) => definedRoot(leaves.slice(start, end));
const inclusionProof = (index: number, size: number) => inclusionRanges(index, size).map(hashOf);
const consistencyProof = (oldSize: number, size: number) => consistencyRanges(oldSize, size).map(hashOf);

describe('the tree', () => {
  it('has the roots of the reference tree', () => {
    const frontier = new Frontier();
    expect(Buffer.from(frontier.root()).toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    for (const [leaf, expected] of REFERENCE) {
      frontier.push(leafHash(Buffer.from(leaf, 'hex')));
      expect(Buffer.from(frontier.root()).toString('hex')).toBe(expected);
    }
  });

  it('grows as it is defined, at every size', () => {
    const frontier = new Frontier();
    for (const [at, leaf] of leaves.entries()) {
      frontier.push(leaf);
      expect(frontier.root()).toEqual(root(at + 1));
    }
  });

  it('is made of full subtrees that lie one behind the other', () => {
    for (let size = 1; size <= leaves.length; size += 1) {
      const nodes = fullSubtrees({ start: 0, end: size });
      const hashes = nodes.map(({ level, index }) =>
        hashOf({ start: index * 2 ** level, end: (index + 1) * 2 ** level }),
      );
      expect(foldSubtrees(hashes)).toEqual(root(size));
    }
  });
});

describe('an inclusion proof', () => {
  it('proves every leaf in every tree, and no other leaf or place', () => {
    for (let size = 1; size <= leaves.length; size += 1) {
      for (let index = 0; index < size; index += 1) {
        const claim = {
          leafHash: leaves[index] ?? EMPTY_ROOT,
          index,
          size,
          root: root(size),
          proof: inclusionProof(index, size),
        };
        expect(verifyInclusion(claim)).toBe(true);
        expect(verifyInclusion({ ...claim, leafHash: EMPTY_ROOT })).toBe(false);
        expect(verifyInclusion({ ...claim, index: (index + 1) % size })).toBe(size === 1);
      }
    }
  });

  it('fails when anything is changed, added or left out', () => {
    for (const [index, size] of [
      [0, 8],
      [5, 8],
      [6, 7],
      [33, 70],
      [69, 70],
    ] as const) {
      const claim = {
        leafHash: leaves[index] ?? EMPTY_ROOT,
        index,
        size,
        root: root(size),
        proof: inclusionProof(index, size),
      };
      for (const proof of spoiltProofs(claim.proof)) expect(verifyInclusion({ ...claim, proof })).toBe(false);
      for (const wrong of [-1, size, 0.5, Number.NaN, 2 ** 53]) {
        expect(verifyInclusion({ ...claim, index: wrong })).toBe(false);
      }
      for (const wrong of [0, index, size * 2 + 1, Number.POSITIVE_INFINITY]) {
        expect(verifyInclusion({ ...claim, size: wrong })).toBe(false);
      }
    }
  });

  it('is not asked for a leaf beyond the tree', () => {
    expect(() => inclusionRanges(3, 3)).toThrow(RangeError);
    expect(() => inclusionRanges(-1, 3)).toThrow(RangeError);
  });
});

describe('a consistency proof', () => {
  it('proves every tree to begin with every smaller one', () => {
    for (let size = 1; size <= leaves.length; size += 1) {
      for (let oldSize = 1; oldSize <= size; oldSize += 1) {
        const claim = {
          oldSize,
          oldRoot: root(oldSize),
          size,
          root: root(size),
          proof: consistencyProof(oldSize, size),
        };
        expect(verifyConsistency(claim), `${oldSize} ${size}`).toBe(true);
      }
    }
  });

  it('fails when anything is changed, added or left out', () => {
    for (const [oldSize, size] of [
      [1, 2],
      [3, 7],
      [4, 8],
      [6, 8],
      [33, 70],
      [64, 70],
    ] as const) {
      const claim = { oldSize, oldRoot: root(oldSize), size, root: root(size), proof: consistencyProof(oldSize, size) };
      for (const proof of spoiltProofs(claim.proof)) expect(verifyConsistency({ ...claim, proof })).toBe(false);
      expect(verifyConsistency({ ...claim, oldRoot: claim.root, root: claim.oldRoot })).toBe(false);
      for (const wrong of [oldSize - 1, oldSize + 1, size]) {
        expect(verifyConsistency({ ...claim, oldSize: wrong })).toBe(false);
      }
      for (const wrong of [oldSize, size * 2 + 1, Number.NaN]) {
        expect(verifyConsistency({ ...claim, size: wrong })).toBe(false);
      }
    }
  });

  it('of a tree with itself is empty, and holds for that tree only', () => {
    const claim = { oldSize: 5, oldRoot: root(5), size: 5, root: root(5), proof: [] };
    expect(verifyConsistency(claim)).toBe(true);
    expect(verifyConsistency({ ...claim, root: root(6) })).toBe(false);
    expect(verifyConsistency({ ...claim, proof: [root(5)] })).toBe(false);
    expect(() => consistencyRanges(6, 5)).toThrow(RangeError);
  });

  it('is not needed from the empty tree, which begins every tree', () => {
    const claim = { oldSize: 0, oldRoot: EMPTY_ROOT, size: 5, root: root(5), proof: [] };
    expect(isExtension(claim)).toBe(true);
    expect(isExtension({ ...claim, size: 0, root: EMPTY_ROOT })).toBe(true);
    expect(isExtension({ ...claim, size: 0 })).toBe(false);
    expect(isExtension({ ...claim, oldRoot: root(1) })).toBe(false);
    expect(isExtension({ ...claim, proof: [root(1)] })).toBe(false);
    expect(isExtension({ ...claim, oldSize: 5, oldRoot: root(5) })).toBe(true);
    expect(verifyConsistency(claim)).toBe(false);
  });
});

function* spoiltProofs(proof: readonly Hash[]): Generator<Hash[]> {
  for (const [at, hash] of proof.entries()) {
    const bent = Buffer.from(hash);
    bent[at % 32] = (bent[at % 32] ?? 0) ^ 1;
    yield proof.with(at, bent);
    yield proof.with(at, Buffer.alloc(0));
    yield proof.with(at, hash.subarray(1));
    yield proof.toSpliced(at, 1);
    yield proof.toSpliced(at, 0, hash);
  }
  yield [...proof, EMPTY_ROOT];
  yield [EMPTY_ROOT, ...proof];
}
