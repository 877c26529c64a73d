import { type Generated, type JSONColumnType, type Selectable, sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { tables as shelfTables } from '../shelf/shelf.store.ts';
import type { Term, TermRule } from '../validity/term-rules.ts';
import type { DatedRelation } from '../validity/validity.ts';

type Json<T extends object> = JSONColumnType<T, string, string>;
type TermTables = {
  'library.term_rule': {
    id: Generated<string>;
    from_on: LocalDate;
    basis: string;
    terms: Json<Term[]>;
    duties: Json<TermRule['duties'][number][]>;
    reason: string;
    changed_by: string;
    changed_at: Date;
    version: Generated<number>;
  };
};

export type TermRuleRow = Selectable<TermTables['library.term_rule']>;
export interface TermRuleValues {
  readonly from_on: LocalDate;
  readonly basis: string;
  readonly terms: string;
  readonly duties: string;
  readonly reason: string;
  readonly changed_by: string;
  readonly changed_at: Date;
}

const tables = (db: Queryable) => db.withTables<TermTables>();

/** Newest first. */
export function allTermRules(db: Queryable): Promise<TermRuleRow[]> {
  return tables(db).selectFrom('library.term_rule').selectAll().orderBy('from_on', 'desc').execute();
}

export function lockTermRule(db: Queryable, id: string): Promise<TermRuleRow | undefined> {
  return tables(db).selectFrom('library.term_rule').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function insertTermRule(db: Queryable, values: TermRuleValues): Promise<string> {
  const row = await tables(db).insertInto('library.term_rule').values(values).returning('id').executeTakeFirstOrThrow();
  return row.id;
}

export async function updateTermRule(db: Queryable, id: string, values: TermRuleValues): Promise<void> {
  await tables(db)
    .updateTable('library.term_rule')
    .set({ ...values, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
}

/** Changes with every change of a rule: part of the version of public pages. */
export async function termRulesVersion(db: Queryable): Promise<string> {
  const { rows } = await sql<{ version: string }>`select count(*) || '.' || coalesce(sum(version), 0) as version
    from library.term_rule`.execute(db);
  return rows[0]?.version ?? '';
}

/** Everything that a rule may touch is looked at anew when the shelf is next asked. */
export async function turnAnew(db: Queryable, today: LocalDate): Promise<void> {
  await shelfTables(db)
    .updateTable('library.document')
    .set({ next_turn_on: today })
    .where('normative', '=', true)
    .execute();
  await shelfTables(db).updateTable('library.shelf_state').set({ turned_on: null }).execute();
}

export interface TermedDocument {
  readonly number: number;
  readonly title: string;
  readonly dated_on: LocalDate;
  readonly takes_effect_on: LocalDate | null;
  readonly relations: DatedRelation[];
}

/** Normative documents whose text names no last day. */
export function documentsWithoutTerm(db: Queryable): Promise<TermedDocument[]> {
  return shelfTables(db)
    .selectFrom('library.document')
    .select(['number', 'title', 'dated_on', 'takes_effect_on', 'relations'])
    .where('normative', '=', true)
    .where('expires_on', 'is', null)
    .orderBy('number')
    .execute();
}
