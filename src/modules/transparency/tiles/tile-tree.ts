import { EMPTY_ROOT, HASH_SIZE, type Hash, nodeHash } from '../merkle/hash.ts';
import {
  consistencyRanges,
  foldSubtrees,
  fullSubtrees,
  inclusionRanges,
  type LeafRange,
} from '../merkle/tree-shape.ts';
import { placeOf, TILE_WIDTH, type TileId, tileKey, tilesOf } from './tile-layout.ts';

/** Hashes of a tile one after the other; of the last tile of a level, as many as there are. */
export interface Tile extends TileId {
  readonly hashes: Uint8Array;
}

/** The tiles are not what they must be in a tree of that size. */
export class DamagedTree extends Error {}

/** Roots and proofs of a tree from tiles; `tilesOf` tells which tiles a question needs. */
export class TileTree {
  readonly #tiles: ReadonlyMap<string, Uint8Array>;

  constructor(tiles: readonly Tile[]) {
    this.#tiles = new Map(tiles.map((tile) => [tileKey(tile), tile.hashes]));
  }

  /** @throws DamagedTree when a tile is absent or too short */
  root(size: number): Hash {
    return size === 0 ? EMPTY_ROOT : this.#range({ start: 0, end: size });
  }

  inclusionProof(index: number, size: number): Hash[] {
    return inclusionRanges(index, size).map((range) => this.#range(range));
  }

  consistencyProof(oldSize: number, size: number): Hash[] {
    return consistencyRanges(oldSize, size).map((range) => this.#range(range));
  }

  #range(range: LeafRange): Hash {
    return foldSubtrees(
      fullSubtrees(range).map((node) => {
        const { tile, first, count } = placeOf(node);
        const hashes = this.#tiles.get(tileKey(tile));
        if (!hashes || hashes.length < (first + count) * HASH_SIZE) {
          throw new DamagedTree(`tile ${tileKey(tile)} of the log has no hash ${first + count - 1}`);
        }
        return subtreeHash(hashes.subarray(first * HASH_SIZE, (first + count) * HASH_SIZE));
      }),
    );
  }
}

/** Tiles that tell the root of a tree of `size` and prove that it begins with one of `oldSize`. */
export function tilesForConsistency(oldSize: number, size: number): TileId[] {
  return tilesOf([{ start: 0, end: oldSize }, { start: 0, end: size }, ...consistencyRanges(oldSize, size)]);
}

export function tilesForInclusion(index: number, size: number): TileId[] {
  return tilesOf([{ start: 0, end: size }, ...inclusionRanges(index, size)]);
}

/**
 * Appends leaves to a tree of `size`.
 * @param growing the last tile of each level as `growingTiles(size)` names them; absent when still empty
 * @returns the tiles that are new or have grown, whole
 */
export function growTiles(size: number, growing: readonly Tile[], leafHashes: readonly Hash[]): Tile[] {
  const changed: Tile[] = [];
  let hashes = leafHashes;
  let before = size;
  for (let level = 0; hashes.length > 0; level += 1, before = Math.floor(before / TILE_WIDTH)) {
    const heads: Hash[] = [];
    let index = Math.floor(before / TILE_WIDTH);
    let tile = Buffer.from(growing.find((one) => one.level === level && one.index === index)?.hashes ?? []);
    if (tile.length !== (before % TILE_WIDTH) * HASH_SIZE)
      throw new DamagedTree(`tile ${level}/${index} has a wrong width`);
    let next = 0;
    while (next < hashes.length) {
      const room = TILE_WIDTH - tile.length / HASH_SIZE;
      tile = Buffer.concat([tile, ...hashes.slice(next, next + room)]);
      next += room;
      changed.push({ level, index, hashes: tile });
      if (tile.length < TILE_WIDTH * HASH_SIZE) break;
      heads.push(subtreeHash(tile));
      tile = Buffer.alloc(0);
      index += 1;
    }
    hashes = heads;
  }
  return changed;
}

/** @param hashes of 2^n neighbours, one after the other */
export function subtreeHash(hashes: Uint8Array): Hash {
  if (hashes.length === HASH_SIZE) return hashes;
  const middle = hashes.length / 2;
  return nodeHash(subtreeHash(hashes.subarray(0, middle)), subtreeHash(hashes.subarray(middle)));
}
