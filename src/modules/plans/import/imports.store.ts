import { type Generated, type JSONColumnType, type Selectable, sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import type { Doubt, ImportHead, ImportRowInput, Place } from './imports.contract.ts';

type ImportTables = {
  'plans.import_draft': {
    id: Generated<string>;
    state: Generated<'open' | 'confirmed' | 'discarded'>;
    file_hash: string;
    file_name: string;
    media_type: string;
    head: JSONColumnType<ImportHead, string, string>;
    doubts: JSONColumnType<Doubt[], string, string>;
    owner_unit_id: string | null;
    plan_id: string | null;
    created_by: string | null;
    created_by_name: string;
    created_at: Date;
    updated_at: Date;
    version: Generated<number>;
  };
  'plans.import_row': {
    id: Generated<string>;
    draft_id: string;
    position: number;
    row: JSONColumnType<ImportRowInput, string, string>;
    doubts: JSONColumnType<Doubt[], string, string>;
    place: JSONColumnType<Place | null, string | null, string | null>;
    edited: Generated<boolean>;
    removed: Generated<boolean>;
    edited_by_name: string | null;
    edited_at: Date | null;
    version: Generated<number>;
  };
};

export type DraftRow = Selectable<ImportTables['plans.import_draft']>;
export type DraftLine = Selectable<ImportTables['plans.import_row']>;
const of = (db: Queryable) => db.withTables<ImportTables>();

export async function insertDraft(
  db: Queryable,
  draft: Omit<DraftRow, 'id' | 'state' | 'version' | 'plan_id' | 'updated_at'>,
  lines: readonly { row: ImportRowInput; doubts: Doubt[]; place: Place | null }[],
): Promise<string> {
  const { id } = await of(db)
    .insertInto('plans.import_draft')
    .values({
      ...draft,
      head: JSON.stringify(draft.head),
      doubts: JSON.stringify(draft.doubts),
      plan_id: null,
      updated_at: draft.created_at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (let start = 0; start < lines.length; start += 500) {
    await of(db)
      .insertInto('plans.import_row')
      .values(lines.slice(start, start + 500).map((line, index) => newLine(id, start + index + 1, line)))
      .execute();
  }
  return id;
}

function newLine(
  draftId: string,
  position: number,
  line: { row: ImportRowInput; doubts: Doubt[]; place: Place | null },
) {
  return {
    draft_id: draftId,
    position,
    row: JSON.stringify(line.row),
    doubts: JSON.stringify(line.doubts),
    place: line.place === null ? null : JSON.stringify(line.place),
    edited_by_name: null,
    edited_at: null,
  };
}

export async function findDraft(db: Queryable, id: string): Promise<DraftRow | undefined> {
  return of(db).selectFrom('plans.import_draft').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function lockDraft(db: Queryable, id: string): Promise<DraftRow | undefined> {
  return of(db).selectFrom('plans.import_draft').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function openDrafts(db: Queryable): Promise<(DraftRow & { task_count: number; open_doubts: number })[]> {
  const { rows } = await sql<DraftRow & { task_count: number; open_doubts: number }>`
    select draft.*, lines.task_count, lines.open_doubts
      + (select count(*) from jsonb_array_elements(draft.doubts) d where not (d ->> 'settled')::boolean) as open_doubts
    from plans.import_draft as draft
    cross join lateral (
      select count(*) as task_count, coalesce(sum((
        select count(*) from jsonb_array_elements(line.doubts) d where not (d ->> 'settled')::boolean)), 0)::bigint as open_doubts
      from plans.import_row as line where line.draft_id = draft.id and not line.removed
    ) as lines
    where draft.state = 'open'
    order by draft.updated_at desc`.execute(db);
  return rows;
}

export async function linesOfDraft(db: Queryable, draftId: string): Promise<DraftLine[]> {
  return of(db)
    .selectFrom('plans.import_row')
    .selectAll()
    .where('draft_id', '=', draftId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export async function lockLine(db: Queryable, draftId: string, id: string): Promise<DraftLine | undefined> {
  return of(db)
    .selectFrom('plans.import_row')
    .selectAll()
    .where('draft_id', '=', draftId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateLine(
  db: Queryable,
  line: DraftLine,
  set: { row: ImportRowInput; doubts: Doubt[]; removed: boolean; by: string; at: Date },
): Promise<void> {
  await of(db)
    .updateTable('plans.import_row')
    .set({
      row: JSON.stringify(set.row),
      doubts: JSON.stringify(set.doubts),
      removed: set.removed,
      edited: true,
      edited_by_name: set.by,
      edited_at: set.at,
      version: line.version + 1,
    })
    .where('id', '=', line.id)
    .execute();
}

/** Puts a line after the given position; later ones move down. */
export async function addLine(db: Queryable, draftId: string, after: number, row: ImportRowInput): Promise<void> {
  await of(db)
    .updateTable('plans.import_row')
    .set({ position: sql`position + 1` })
    .where('draft_id', '=', draftId)
    .where('position', '>', after)
    .execute();
  await of(db)
    .insertInto('plans.import_row')
    .values({ ...newLine(draftId, after + 1, { row, doubts: [], place: null }), edited: true })
    .execute();
}

export async function updateDraft(
  db: Queryable,
  draft: DraftRow,
  set: Partial<{ head: ImportHead; doubts: Doubt[]; state: DraftRow['state']; planId: string }>,
  at: Date,
): Promise<void> {
  await of(db)
    .updateTable('plans.import_draft')
    .set({
      ...(set.head ? { head: JSON.stringify(set.head) } : {}),
      ...(set.doubts ? { doubts: JSON.stringify(set.doubts) } : {}),
      ...(set.state ? { state: set.state } : {}),
      ...(set.planId ? { plan_id: set.planId } : {}),
      updated_at: at,
      version: draft.version + 1,
    })
    .where('id', '=', draft.id)
    .execute();
}

/** A line was edited: the draft was worked on, its own head is untouched. */
export async function touchDraft(db: Queryable, id: string, at: Date): Promise<void> {
  await of(db).updateTable('plans.import_draft').set({ updated_at: at }).where('id', '=', id).execute();
}
