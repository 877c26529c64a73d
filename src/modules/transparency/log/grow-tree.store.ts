import type { Queryable } from '../../../platform/db/database.ts';
import type { Hash } from '../merkle/hash.ts';
import { growingTiles } from '../tiles/tile-layout.ts';
import { growTiles } from '../tiles/tile-tree.ts';
import { readTiles, saveTiles, setTreeSize } from './log.store.ts';

/** Adds leaves behind the last one. @param size of the tree so far. @throws DamagedTree */
export async function growTree(tx: Queryable, size: number, hashes: readonly Hash[]): Promise<void> {
  await saveTiles(tx, growTiles(size, await readTiles(tx, growingTiles(size)), hashes));
  await setTreeSize(tx, size + hashes.length);
}
