import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import type { Hash } from '../merkle/hash.ts';
import type { TileId } from '../tiles/tile-layout.ts';
import type { Tile } from '../tiles/tile-tree.ts';

export type LogTables = {
  'transparency.leaf': {
    hash: Buffer;
    entry: Buffer;
    index: number | null;
    arrival: number | null;
    waiting_since: Date | null;
  };
  'transparency.tile': { level: number; index: number; hashes: Buffer };
  'transparency.tree': { singleton: boolean; size: number };
  'transparency.checkpoint': { number: number; size: number; note: string };
  'transparency.identity': { singleton: boolean; verifier_key: string };
};

export interface StoredLeaf {
  readonly hash: Hash;
  readonly entry: Uint8Array;
  /** Null while it waits. */
  readonly index: number | null;
}

export interface StoredCheckpoint {
  /** 1, 2, 3 … without a gap. */
  readonly number: number;
  readonly size: number;
  /** Signed by the log alone. */
  readonly note: string;
}

/** Any number that no other lock of the program uses. */
const LOCK = 0x6c6f67;

const log = (db: Queryable) => db.withTables<LogTables>();

/** Until the transaction ends, nobody else gives indexes or signs, in whatever process. */
export async function lockLog(tx: Queryable): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCK}::bigint)`.execute(tx);
}

/** The same bytes once more are the same leaf. */
export async function insertLeaf(tx: Queryable, hash: Hash, entry: Uint8Array, at: Date): Promise<void> {
  await sql`
    insert into transparency.leaf (hash, entry, waiting_since) values (${hash}, ${entry}, ${at})
    on conflict (hash) do nothing`.execute(tx);
}

export async function waitingLeaves(tx: Queryable, limit: number): Promise<StoredLeaf[]> {
  return log(tx)
    .selectFrom('transparency.leaf')
    .select(['hash', 'entry', 'index'])
    .where('index', 'is', null)
    .orderBy('arrival')
    .limit(limit)
    .execute();
}

/** Gives the leaves, in this order, the indexes from `first` on. */
export async function giveIndexes(tx: Queryable, hashes: readonly Hash[], first: number): Promise<void> {
  const { numAffectedRows } = await sql`
    update transparency.leaf as leaf
    set index = ${first}::bigint + given.ordinal - 1, arrival = null, waiting_since = null
    from unnest(${hashes}::bytea[]) with ordinality as given (hash, ordinal)
    where leaf.hash = given.hash and leaf.index is null`.execute(tx);
  if (Number(numAffectedRows) !== hashes.length) throw new Error('a waiting leaf is gone');
}

/** Leaves with their places, from `first` on; one that waits already is taken from the queue. */
export async function putLeaves(
  tx: Queryable,
  leaves: readonly { readonly hash: Hash; readonly entry: Uint8Array }[],
  first: number,
): Promise<void> {
  const hashes = leaves.map(({ hash }) => hash);
  const entries = leaves.map(({ entry }) => entry);
  await sql`
    insert into transparency.leaf (hash, entry, index, arrival)
    select hash, entry, ${first}::bigint + ordinal - 1, null
    from unnest(${hashes}::bytea[], ${entries}::bytea[]) with ordinality as given (hash, entry, ordinal)
    on conflict (hash) do update set index = excluded.index, arrival = null, waiting_since = null
      where leaf.index is null`.execute(tx);
}

export async function treeSize(db: Queryable): Promise<number> {
  return (await log(db).selectFrom('transparency.tree').select('size').executeTakeFirstOrThrow()).size;
}

export async function setTreeSize(tx: Queryable, size: number): Promise<void> {
  await log(tx).updateTable('transparency.tree').set({ size }).execute();
}

export async function readTiles(db: Queryable, ids: readonly TileId[]): Promise<Tile[]> {
  if (ids.length === 0) return [];
  const levels = ids.map(({ level }) => level);
  const indexes = ids.map(({ index }) => index);
  const { rows } = await sql<Tile>`
    select tile.level, tile.index, tile.hashes from transparency.tile as tile
    join unnest(${levels}::integer[], ${indexes}::bigint[]) as asked (level, index)
      on tile.level = asked.level and tile.index = asked.index`.execute(db);
  return rows;
}

export async function saveTiles(tx: Queryable, tiles: readonly Tile[]): Promise<void> {
  for (const { level, index, hashes } of tiles) {
    await sql`
      insert into transparency.tile (level, index, hashes) values (${level}, ${index}, ${hashes})
      on conflict (level, index) do update set hashes = excluded.hashes`.execute(tx);
  }
}

export async function readLeaf(db: Queryable, hash: Hash): Promise<StoredLeaf | undefined> {
  return log(db)
    .selectFrom('transparency.leaf')
    .select(['hash', 'entry', 'index'])
    .where('hash', '=', Buffer.from(hash))
    .executeTakeFirst();
}

/** Leaves from `first` to `end`, the end not included, in their order. */
export async function readLeaves(db: Queryable, first: number, end: number): Promise<StoredLeaf[]> {
  return log(db)
    .selectFrom('transparency.leaf')
    .select(['hash', 'entry', 'index'])
    .where('index', '>=', first)
    .where('index', '<', end)
    .orderBy('index')
    .execute();
}

export async function lastCheckpoint(db: Queryable): Promise<StoredCheckpoint | undefined> {
  return log(db)
    .selectFrom('transparency.checkpoint')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function insertCheckpoint(tx: Queryable, checkpoint: StoredCheckpoint): Promise<void> {
  await log(tx).insertInto('transparency.checkpoint').values(checkpoint).execute();
}

/** The vkey under which this database's log is known. */
export async function readIdentity(db: Queryable): Promise<string | undefined> {
  return (await log(db).selectFrom('transparency.identity').select('verifier_key').executeTakeFirst())?.verifier_key;
}

export async function insertIdentity(tx: Queryable, verifierKey: string): Promise<void> {
  await sql`insert into transparency.identity (verifier_key) values (${verifierKey})`.execute(tx);
}

export interface LogState {
  readonly size: number;
  /** Size of the newest checkpoint; null before the first. */
  readonly signedSize: number | null;
  readonly waiting: number;
  readonly waitingSince: Date | null;
}

export async function readLogState(db: Queryable): Promise<LogState> {
  const { rows } = await sql<LogState>`
    select (select size from transparency.tree) as size,
      (select size from transparency.checkpoint order by number desc limit 1) as "signedSize",
      (select count(*) from transparency.leaf where index is null) as waiting,
      (select waiting_since from transparency.leaf where index is null order by arrival limit 1) as "waitingSince"`.execute(
    db,
  );
  if (!rows[0]) throw new Error('no state of the log');
  return rows[0];
}
