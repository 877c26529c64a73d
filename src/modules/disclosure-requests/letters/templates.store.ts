import type { Generated, Selectable } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import type { LetterKind } from './letter-words.ts';

type TemplateTables = {
  'requests.letter_template': {
    id: Generated<string>;
    kind: LetterKind;
    seq: number;
    title: string;
    body: string;
    has_red_head: boolean;
    note: string;
    saved_by: string;
    saved_at: Date;
  };
};
export type TemplateRow = Selectable<TemplateTables['requests.letter_template']>;
export type TemplateValues = Omit<TemplateRow, 'id'>;

const tables = (db: Queryable) => db.withTables<TemplateTables>();

/** The one in force of each kind that was ever saved. */
export function currentTemplates(db: Queryable): Promise<TemplateRow[]> {
  return tables(db)
    .selectFrom('requests.letter_template')
    .distinctOn('kind')
    .selectAll()
    .orderBy('kind')
    .orderBy('seq', 'desc')
    .execute();
}

/** Newest first. */
export function templateVersions(db: Queryable, kind: LetterKind): Promise<TemplateRow[]> {
  return tables(db)
    .selectFrom('requests.letter_template')
    .selectAll()
    .where('kind', '=', kind)
    .orderBy('seq', 'desc')
    .execute();
}

/** @returns false: that place is taken, somebody else saved first */
export async function insertTemplate(db: Queryable, values: TemplateValues): Promise<boolean> {
  const row = await tables(db)
    .insertInto('requests.letter_template')
    .values(values)
    .onConflict((conflict) => conflict.columns(['kind', 'seq']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
