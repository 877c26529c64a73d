import { sql } from 'kysely';
import type { Queryable } from '../db/database.ts';
import type { ArchiveTable } from './archive.ts';

/** Rows of a part: many enough to be quick, few enough to hold twice in memory. */
const FETCH_ROWS = 500;

/**
 * What is not part of a backup: the queue (it is made again from the state), and the list of migrations (the archive's header has it).
 * `pg_…` are the system's own.
 */
const OURS = sql`n.nspname not in ('information_schema', 'pgboss', 'public') and n.nspname not like 'pg\\_%'`;

const name = (schema: string, table: string) => sql.id(schema, table);

/** Texts mean the same on every server only under the same settings. Call first in the transaction. */
export async function setNeutralTexts(db: Queryable): Promise<void> {
  await sql`set local timezone = 'UTC'`.execute(db);
  await sql`set local datestyle = 'ISO, YMD'`.execute(db);
  await sql`set local intervalstyle = 'postgres'`.execute(db);
  await sql`set local extra_float_digits = 1`.execute(db);
  await sql`set local bytea_output = 'hex'`.execute(db);
  await sql`select set_config('statement_timeout', '0', true), set_config('idle_in_transaction_session_timeout', '0', true)`.execute(
    db,
  );
}

export async function listTables(db: Queryable): Promise<ArchiveTable[]> {
  const { rows } = await sql<ArchiveTable>`
    select n.nspname as schema, c.relname as name,
      array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and ${OURS}
    group by n.nspname, c.relname
    order by n.nspname, c.relname`.execute(db);
  return rows;
}

export async function listSequences(db: Queryable): Promise<{ name: string; value: string }[]> {
  const { rows } = await sql<{ name: string; value: string }>`
    select format('%I.%I', schemaname, sequencename) as name, last_value::text as value
    from pg_sequences where schemaname not in ('pgboss', 'public') and last_value is not null
    order by 1`.execute(db);
  return rows;
}

export async function setSequence(db: Queryable, sequence: string, value: string): Promise<void> {
  await sql`select setval(${sequence}::regclass, ${value}::bigint, true)`.execute(db);
}

export async function listMigrations(db: Queryable): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from schema_migration order by name`.execute(db);
  return rows.map((row) => row.name);
}

/** Rows as lines of JSON, each an array of the columns' texts; a cursor, so a table of any size passes. */
export async function* readRows(db: Queryable, table: ArchiveTable): AsyncGenerator<readonly string[]> {
  const texts = sql.join(table.columns.map((column) => sql`${sql.ref(column)}::text`));
  await sql`declare backup_rows no scroll cursor for
    select json_build_array(${texts})::text as line from ${name(table.schema, table.name)}`.execute(db);
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(FETCH_ROWS)} from backup_rows`.execute(db);
    if (rows.length > 0) yield rows.map(({ line }) => line);
    if (rows.length < FETCH_ROWS) break;
  }
  await sql`close backup_rows`.execute(db);
}

/** @param lines as `readRows` gave them @returns number of rows that went in */
export async function insertRows(db: Queryable, table: ArchiveTable, lines: readonly string[]): Promise<number> {
  const types = await columnTypes(db, table);
  const values = sql.join(
    table.columns.map((column, index) => sql`(line ->> ${sql.lit(index)})::${sql.raw(types.get(column) ?? 'text')}`),
  );
  const inserted = await sql`
    insert into ${name(table.schema, table.name)} (${sql.join(table.columns.map((column) => sql.ref(column)))})
    overriding system value
    select ${values} from jsonb_array_elements(${`[${lines.join(',')}]`}::text::jsonb) with ordinality as part (line, place)
    order by place`.execute(db);
  return Number(inserted.numAffectedRows ?? 0);
}

async function columnTypes(db: Queryable, table: ArchiveTable): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ column: string; type: string }>`
    select attname::text as column, format_type(atttypid, atttypmod) as type
    from pg_attribute where attrelid = ${`"${table.schema}"."${table.name}"`}::regclass and attnum > 0 and not attisdropped`.execute(
    db,
  );
  return new Map(rows.map(({ column, type }) => [column, type]));
}

/** Whether nothing of ours, nor of anybody else's, lies in the database. */
export async function isEmpty(db: Queryable): Promise<boolean> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'S') and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'`.execute(
    db,
  );
  return rows[0]?.n === 0;
}

export interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** Takes away what would refuse rows while they come in table by table. @returns what `finishLoading` must put back */
export async function prepareLoading(db: Queryable, tables: readonly ArchiveTable[]): Promise<ForeignKey[]> {
  const { rows } = await sql<ForeignKey>`
    select format('%I.%I', n.nspname, c.relname) as table, k.conname::text as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and ${OURS} order by 1, 2`.execute(db);
  for (const key of rows) {
    await sql`alter table ${sql.raw(key.table)} drop constraint ${sql.id(key.name)}`.execute(db);
  }
  // Migrations bring rows of their own, and the audit log refuses to be emptied.
  for (const table of tables) {
    await sql`alter table ${name(table.schema, table.name)} disable trigger user`.execute(db);
    await sql`truncate ${name(table.schema, table.name)}`.execute(db);
  }
  return rows;
}

/** Puts references back, which checks every one of them, and watches rows again. */
export async function finishLoading(
  db: Queryable,
  tables: readonly ArchiveTable[],
  keys: readonly ForeignKey[],
): Promise<void> {
  for (const key of keys) {
    await sql`alter table ${sql.raw(key.table)} add constraint ${sql.id(key.name)} ${sql.raw(key.definition)}`.execute(
      db,
    );
  }
  for (const table of tables) {
    await sql`alter table ${name(table.schema, table.name)} enable trigger user`.execute(db);
  }
}
