import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import { readIdentity, readLeaves, readTiles, treeSize, waitingLeaves } from '../log/log.store.ts';
import type { CosignedCheckpoint, LogSource, LogTotals } from './log-source.ts';

const PAGE = 500;

/** The log of a database, to be read inside one transaction that sees one state. */
export function storedLog(db: Queryable): LogSource {
  return {
    leaves: (first, end) => readLeaves(db, first, end),
    waitingLeaves: () => waitingLeaves(db, 1_000_000),
    tile: async (id) => (await readTiles(db, [id]))[0]?.hashes,
    checkpoints: (after) => checkpointsAfter(db, after),
    totals: () => readTotals(db),
  };
}

async function checkpointsAfter(db: Queryable, after: number): Promise<readonly CosignedCheckpoint[]> {
  const { rows } = await sql<CosignedCheckpoint>`
    select number, size, note, coalesce(
      (select jsonb_agg(jsonb_build_object('verifierKey', verifier_key, 'line', line) order by verifier_key)
       from transparency.cosignature as cosignature where cosignature.number = checkpoint.number), '[]') as cosignatures
    from transparency.checkpoint as checkpoint where number > ${after} order by number limit ${PAGE}`.execute(db);
  return rows;
}

async function readTotals(db: Queryable): Promise<LogTotals> {
  const { rows } = await sql<{ leaves: number; tiles: number }>`
    select (select count(*) from transparency.leaf where index is not null) as leaves,
      (select count(*) from transparency.tile) as tiles`.execute(db);
  const identity = await readIdentity(db);
  return { size: await treeSize(db), leaves: rows[0]?.leaves ?? 0, tiles: rows[0]?.tiles ?? 0, identity };
}
