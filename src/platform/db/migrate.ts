import { type Migration as KyselyMigration, Migrator, sql } from 'kysely';
import type { Database } from './database.ts';

/** One step of a module's schema; its name sorts after every earlier one of all modules: `2026-11-21-01-organisations-units`. */
export interface Migration {
  readonly name: string;
  /** Plain SQL that PostgreSQL 15+ and PGlite both take; several statements allowed. */
  readonly sql: string;
}

/** Brings the schema up to date in one transaction; safe when two processes start at once. */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<readonly string[]> {
  const migrator = new Migrator({
    db: database.kysely,
    provider: { getMigrations: async () => Object.fromEntries(migrations.map((m) => [m.name, step(m)])) },
    migrationTableName: 'schema_migration',
    migrationLockTableName: 'schema_migration_lock',
    allowUnorderedMigrations: true,
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName);
}

function step(migration: Migration): KyselyMigration {
  return {
    up: async (db) => {
      for (const statement of splitStatements(migration.sql)) await sql.raw(statement).execute(db);
    },
  };
}

/** PGlite's adapter takes one statement a call; bodies in dollar quotes stay whole. */
export function splitStatements(text: string): string[] {
  const statements: string[] = [];
  let current = '';
  let quoted = false;
  for (const line of text.split('\n')) {
    if (line.trim().startsWith('--')) continue;
    current += `${line}\n`;
    for (const _ of line.matchAll(/\$\$/g)) quoted = !quoted;
    if (!quoted && line.trimEnd().endsWith(';')) {
      statements.push(current.trim().replace(/;$/, ''));
      current = '';
    }
  }
  if (current.trim() !== '') statements.push(current.trim());
  return statements;
}
