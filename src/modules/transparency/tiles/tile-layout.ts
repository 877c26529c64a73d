import type { LeafRange, TreeNode } from '../merkle/tree-shape.ts';
import { fullSubtrees } from '../merkle/tree-shape.ts';

/** Hashes of a full tile, and entries of a full bundle (C2SP tlog-tiles). */
export const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;

export interface TileId {
  readonly level: number;
  readonly index: number;
}

/** How many hashes the tile has in a tree of `size`: 0 to 256. */
export function tileWidth({ level, index }: TileId, size: number): number {
  const hashes = Math.floor(size / TILE_WIDTH ** level) - index * TILE_WIDTH;
  return Math.min(Math.max(hashes, 0), TILE_WIDTH);
}

/** Where the hash of a full subtree comes from: `count` hashes of one tile, beginning with `first`. */
export function placeOf({ level, index }: TreeNode): { tile: TileId; first: number; count: number } {
  const count = 2 ** (level % TILE_HEIGHT);
  const first = index * count;
  return {
    tile: { level: Math.floor(level / TILE_HEIGHT), index: Math.floor(first / TILE_WIDTH) },
    first: first % TILE_WIDTH,
    count,
  };
}

/** Tiles that are needed to know the hashes of these ranges; none twice. */
export function tilesOf(ranges: readonly LeafRange[]): TileId[] {
  const tiles = ranges.flatMap((range) => fullSubtrees(range).map((node) => placeOf(node).tile));
  return [...new Map(tiles.map((tile) => [tileKey(tile), tile])).values()];
}

/** The last tile of each level, which grows when the tree of `size` does. */
export function growingTiles(size: number): TileId[] {
  const tiles: TileId[] = [];
  for (let level = 0, hashes = size; hashes > 0; level += 1, hashes = Math.floor(hashes / TILE_WIDTH)) {
    tiles.push({ level, index: Math.floor(hashes / TILE_WIDTH) });
  }
  return tiles;
}

export function tileKey({ level, index }: TileId): string {
  return `${level}/${index}`;
}
