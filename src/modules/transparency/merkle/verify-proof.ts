import { EMPTY_ROOT, HASH_SIZE, type Hash, nodeHash, sameHash } from './hash.ts';

export interface InclusionClaim {
  readonly leafHash: Hash;
  readonly index: number;
  readonly size: number;
  readonly root: Hash;
  readonly proof: readonly Hash[];
}

export interface ConsistencyClaim {
  readonly oldSize: number;
  readonly oldRoot: Hash;
  readonly size: number;
  readonly root: Hash;
  readonly proof: readonly Hash[];
}

/** Whether the leaf stands at that place of the tree (RFC 9162 2.1.3.2). */
export function verifyInclusion({ leafHash, index, size, root, proof }: InclusionClaim): boolean {
  if (!isCount(index) || !isCount(size) || index >= size || ![leafHash, root, ...proof].every(isHash)) return false;
  const path = new Path(index, size - 1);
  let hash = leafHash;
  for (const other of proof) {
    if (path.atTop) return false;
    hash = path.takesLeft() ? nodeHash(other, hash) : nodeHash(hash, other);
    path.up();
  }
  return path.atTop && sameHash(hash, root);
}

/** Whether the larger tree begins with the smaller one, of which there must be a leaf at least (RFC 9162 2.1.4.2). */
export function verifyConsistency({ oldSize, oldRoot, size, root, proof }: ConsistencyClaim): boolean {
  if (!isCount(oldSize) || !isCount(size) || oldSize === 0 || oldSize > size) return false;
  if (oldSize === size) return proof.length === 0 && sameHash(oldRoot, root);
  if (![oldRoot, root, ...proof].every(isHash)) return false;
  const path = new Path(oldSize - 1, size - 1);
  path.skipRightEdges();
  const [first, ...rest] = path.index === 0 ? [oldRoot, ...proof] : proof;
  if (!first || proof.length === 0) return false;
  let oldHash = first;
  let hash = first;
  for (const other of rest) {
    if (path.atTop) return false;
    if (path.takesLeft()) {
      oldHash = nodeHash(other, oldHash);
      hash = nodeHash(other, hash);
    } else {
      hash = nodeHash(hash, other);
    }
    path.up();
  }
  return path.atTop && sameHash(oldHash, oldRoot) && sameHash(hash, root);
}

/** The same where a tree may be empty: that one begins every tree, and no proof is needed. */
export function isExtension(claim: ConsistencyClaim): boolean {
  if (claim.oldSize !== 0) return verifyConsistency(claim);
  const isUnmoved = claim.size !== 0 || sameHash(claim.root, EMPTY_ROOT);
  return claim.proof.length === 0 && sameHash(claim.oldRoot, EMPTY_ROOT) && isUnmoved;
}

/** Way from a leaf to the root beside the tree's right edge; plain arithmetic, because shifts would cut at 32 bits. */
class Path {
  index: number;
  #last: number;

  constructor(index: number, last: number) {
    this.index = index;
    this.#last = last;
  }

  get atTop(): boolean {
    return this.#last === 0;
  }

  /** Whether the next hash stands to the left; on the right edge, levels without a sibling are passed over. */
  takesLeft(): boolean {
    if (this.index % 2 === 1) return true;
    if (this.index !== this.#last) return false;
    while (this.index % 2 === 0 && this.index !== 0) this.up();
    return true;
  }

  up(): void {
    this.index = Math.floor(this.index / 2);
    this.#last = Math.floor(this.#last / 2);
  }

  skipRightEdges(): void {
    while (this.index % 2 === 1) this.up();
  }
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function isHash(value: Hash): boolean {
  return value.length === HASH_SIZE;
}
