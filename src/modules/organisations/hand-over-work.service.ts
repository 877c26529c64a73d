import type { Queryable } from '../../platform/db/database.ts';
import { addItems, itemsOf, removeItems } from './hand-over.store.ts';
import type { OpenWork, OpenWorkItem } from './open-work.ts';

interface HandOverSubject {
  readonly id: string;
  readonly personId: string;
  readonly successorId: string;
}

/** Puts on the list whatever the modules hold of the person and it does not yet show. */
export async function addNewWork(db: Queryable, openWork: OpenWork, subject: HandOverSubject): Promise<void> {
  for (const [i, provider] of openWork.providers.entries()) {
    const items = await provider.list(db, subject.personId);
    await addItems(db, subject.id, provider.name, items, subject.successorId, i * 10_000);
  }
}

/** What the modules hold and the list does not show. */
export async function missingWork(
  db: Queryable,
  openWork: OpenWork,
  subject: HandOverSubject,
): Promise<readonly OpenWorkItem[]> {
  const listed = await itemsOf(db, subject.id);
  const missing: OpenWorkItem[] = [];
  for (const provider of openWork.providers) {
    const known = new Set(listed.filter((item) => item.provider === provider.name).map((item) => item.subject_id));
    missing.push(...(await provider.list(db, subject.personId)).filter((item) => !known.has(item.id)));
  }
  return missing;
}

/** Takes off the list what was finished in the meantime; ticked items stay as part of the record. */
export async function dropFinishedWork(db: Queryable, openWork: OpenWork, subject: HandOverSubject): Promise<void> {
  const listed = await itemsOf(db, subject.id);
  for (const provider of openWork.providers) {
    const open = new Set((await provider.list(db, subject.personId)).map((item) => item.id));
    const gone = listed.filter(
      (item) => item.provider === provider.name && item.ticked_at === null && !open.has(item.subject_id),
    );
    await removeItems(
      db,
      gone.map((item) => item.id),
    );
  }
}
