import { type Hash, nodeHash } from './hash.ts';

/** Head of a full subtree: it covers the leaves from `index * 2^level` to `(index + 1) * 2^level`, the end not included. */
export interface TreeNode {
  readonly level: number;
  readonly index: number;
}

/** Leaves from `start` to `end`, the end not included. */
export interface LeafRange {
  readonly start: number;
  readonly end: number;
}

/** Full subtrees that make up a range of a tree, left to right. @param range as `inclusionRanges` and `consistencyRanges` give it */
export function fullSubtrees({ start, end }: LeafRange): TreeNode[] {
  const nodes: TreeNode[] = [];
  let at = start;
  while (at < end) {
    let level = 0;
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= end) level += 1;
    nodes.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return nodes;
}

/** Hash of a range from those of its full subtrees. */
export function foldSubtrees(hashes: readonly Hash[]): Hash {
  const last = hashes.at(-1);
  if (!last) throw new Error('an empty range has no subtrees');
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last);
}

/** Ranges whose hashes prove that a leaf stands in a tree of `size`, from the leaf's sibling upwards (RFC 6962 2.1.1). */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  if (!(index >= 0 && index < size)) throw new RangeError(`leaf ${index} of a tree of ${size}`);
  const ranges: LeafRange[] = [];
  let tree: LeafRange = { start: 0, end: size };
  while (tree.end - tree.start > 1) {
    const [left, right] = halves(tree);
    ranges.push(index < right.start ? right : left);
    tree = index < right.start ? left : right;
  }
  return ranges.reverse();
}

/** Ranges whose hashes prove that the tree of `size` begins with the tree of `oldSize` (RFC 6962 2.1.2). */
export function consistencyRanges(oldSize: number, size: number): LeafRange[] {
  if (!(oldSize >= 0 && oldSize <= size)) throw new RangeError(`a tree of ${oldSize} in a tree of ${size}`);
  if (oldSize === 0 || oldSize === size) return [];
  const ranges: LeafRange[] = [];
  let tree: LeafRange = { start: 0, end: size };
  while (tree.end !== oldSize) {
    const [left, right] = halves(tree);
    ranges.push(oldSize <= right.start ? right : left);
    tree = oldSize <= right.start ? left : right;
  }
  // The old root itself is known to whoever checks; any other subtree on the way is not.
  if (tree.start > 0) ranges.push(tree);
  return ranges.reverse();
}

/** At the largest power of two below the number of leaves. */
function halves({ start, end }: LeafRange): [LeafRange, LeafRange] {
  let width = 1;
  while (width * 2 < end - start) width *= 2;
  const middle = start + width;
  return [
    { start, end: middle },
    { start: middle, end },
  ];
}
