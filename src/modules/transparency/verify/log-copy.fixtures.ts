import type { TestLog } from '../log/log.fixtures.ts';
import type { StoredLeaf } from '../log/log.store.ts';
import { LogFolder } from '../log/log-folder.ts';
import { formatVerifierKey } from '../note/note-key.ts';
import type { Tile } from '../tiles/tile-tree.ts';
import type { CosignedCheckpoint, LogSource, OutsideRecord } from './log-source.ts';
import { storedLog } from './verify-log.store.ts';

/** All that is stored of a log, in memory. */
export interface LogCopy {
  readonly size: number;
  readonly identity: string | undefined;
  readonly leaves: readonly StoredLeaf[];
  readonly waiting: readonly StoredLeaf[];
  readonly tiles: readonly Tile[];
  readonly checkpoints: readonly CosignedCheckpoint[];
  readonly outside: OutsideRecord | undefined;
}

export async function copyLog({ platform }: TestLog): Promise<LogCopy> {
  const source = storedLog(platform.database.kysely);
  const { size, identity } = await source.totals();
  const { rows: tiles } = await platform.database.pool.query<Tile>(
    'select level, index, hashes from transparency.tile',
  );
  const folder = new LogFolder(`${platform.config.dataFolder}/transparency`);
  const key = await folder.readKey('log');
  return {
    size,
    identity,
    leaves: await source.leaves(0, size),
    waiting: await source.waitingLeaves(),
    tiles,
    checkpoints: await source.checkpoints(0),
    outside: { verifierKey: key && formatVerifierKey(key), checkpoint: await folder.readCheckpoint('log') },
  };
}

/** Answers as the database would. */
export function sourceOf(copy: LogCopy): LogSource {
  return {
    leaves: async (first, end) =>
      copy.leaves
        .filter(({ index }) => index !== null && index >= first && index < end)
        .sort((a, b) => (a.index ?? 0) - (b.index ?? 0)),
    waitingLeaves: async () => copy.waiting,
    tile: async ({ level, index }) => copy.tiles.find((tile) => tile.level === level && tile.index === index)?.hashes,
    checkpoints: async (after) =>
      copy.checkpoints.filter(({ number }) => number > after).sort((a, b) => a.number - b.number),
    totals: async () => ({
      size: copy.size,
      leaves: copy.leaves.length,
      tiles: copy.tiles.length,
      identity: copy.identity,
    }),
  };
}
