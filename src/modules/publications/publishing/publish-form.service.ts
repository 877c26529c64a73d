import { randomBytes } from 'node:crypto';
import { bodyText } from '../../../kernel/document-body.ts';
import { type LocalDate, localDateAt } from '../../../kernel/local-date.ts';
import type { Change } from '../../../platform/change/change.ts';
import type { Content, Relation } from '../content/content.contract.ts';
import { columnsOf } from '../content/content-faults.ts';
import { uploadsOf } from '../content/uploads.store.ts';
import type { Held, WorkedOn } from '../held-publication.service.ts';
import { addEvent } from '../history.store.ts';
import type { FrozenRelation } from '../public/open-publications.ts';
import type { PublicationsContext } from '../publications.context.ts';
import { findPublications, updatePublication } from '../publications.store.ts';
import { picturesOf } from '../versions/content-files.ts';
import { summarise, summaryFields } from '../versions/save-content.service.ts';
import { nextState } from '../versions/version-state.ts';
import { currentVersionOf, nextOrdinal, updateVersion, type VersionRow } from '../versions/versions.store.ts';
import { manifestOf } from './file-hash.ts';
import { freeze, leafOf } from './freeze.ts';
import { insertFrozen } from './frozen-forms.store.ts';
import { addPublicEvent, nextNumber, type PublicForm, showForm, showVersion } from './projection.store.ts';

/** Public elsewhere before it came here: its date stays, and the history says where from. */
export interface Adopted {
  readonly from: string;
  readonly publishedAt: Date;
}

/**
 * Makes the open versions public, all at the instant of the change: rows, public copies, leaves of the log, history and audit stand or
 * fall together. Whether they may be is decided before.
 *
 * @returns permanent numbers, in the order given
 */
export async function publishForms(
  context: PublicationsContext,
  change: Change,
  members: readonly WorkedOn[],
  adopted?: Adopted,
): Promise<readonly number[]> {
  const numbers = new Map<string, number>();
  for (const { row } of members) numbers.set(row.id, row.number ?? (await nextNumber(change.tx)));
  for (const held of members) {
    await publishOne(context, change, held, numbers.get(held.row.id) ?? 0, numbers, adopted);
  }
  return [...numbers.values()];
}

async function publishOne(
  context: PublicationsContext,
  change: Change,
  held: WorkedOn,
  number: number,
  together: ReadonlyMap<string, number>,
  adopted: Adopted | undefined,
): Promise<void> {
  const { tx } = change;
  const { row, kind, open } = held;
  const publishedAt = adopted?.publishedAt ?? change.at;
  const ordinal = await nextOrdinal(tx, row.id);
  const before = await currentVersionOf(tx, row.id);
  if (before) await updateVersion(tx, before.id, { state: nextState(before.state, 'supersede') });
  const version = await updateVersion(tx, open.id, {
    state: adopted ? 'published' : nextState(open.state, 'publish'),
    ordinal,
    published_at: publishedAt,
    updated_at: change.at,
    scheduled_for: null,
    scheduled_hash: null,
  });
  const form = await formOf(context, change, held, { version, number, ordinal, together });
  await insertFrozen(tx, { versionId: open.id, ...form });
  await showForm(tx, form, change.at);
  await showVersion(tx, form);
  const what = ordinal === 1 ? 'published' : 'amended';
  const { changeKind, leafId } = form;
  const note = adopted ? `由${adopted.from}迁入` : ordinal === 1 ? null : form.changeNote;
  await addPublicEvent(tx, { number, ordinal, what, at: change.at, changeKind, note, leafId });
  await updatePublication(tx, row.id, {
    number,
    life: 'public',
    // A text withdrawn for a mistake is corrected by the next one, without being public again in between.
    end_reason: null,
    ended_at: null,
    updated_at: change.at,
    ...(ordinal === 1 ? { published_at: publishedAt } : {}),
  });
  await summarise(change, kind, row.id, open.content);
  await tell(change, held, { number, ordinal, what, versionId: open.id, contentHash: open.content_hash });
}

/** The frozen form with its leaf already in the log. */
async function formOf(
  context: PublicationsContext,
  change: Change,
  { row, kind, open }: WorkedOn,
  of: { version: VersionRow; number: number; ordinal: number; together: ReadonlyMap<string, number> },
): Promise<PublicForm> {
  const { content } = open;
  const { number, ordinal } = of;
  const publishedAt = of.version.published_at ?? change.at;
  const pictures = await picturesWithSizes(change, row.id, content);
  const frozenRelations = await frozenRelationsOf(change, content.relations, of.together);
  const frozen = freeze({ number, ordinal, kind, content, relations: frozenRelations, pictures, publishedAt });
  const salt = randomBytes(32);
  const manifest = await manifestOf(context.platform.files, salt, { ...frozen, content });
  const event = ordinal === 1 ? 'published' : 'amended';
  const { leafId } = await context.log.append(change, leafOf({ event, number, ordinal, at: change.at, manifest }));
  return {
    ...frozen,
    number,
    ordinal,
    publicationId: row.id,
    kind: kind.code,
    unitId: row.unit_id,
    title: content.title,
    bodyText: content.body ? bodyText(content.body) : '',
    attachments: content.attachments,
    pictures,
    frozenRelations,
    relations: content.relations,
    columns: shownIn(row, kind, content),
    datedOn: datedOn({ kind }, content, row.published_at ?? publishedAt),
    publishedAt,
    changeKind: open.change_kind,
    changeNote: open.change_note,
    salt,
    leafId,
  };
}

/** Columns of the kind, and the list of what was kept back first (LIB-10). */
export function shownIn(row: Pick<Held['row'], 'converted_at'>, kind: Held['kind'], content: Content): string[] {
  return [...columnsOf(kind, content), ...(row.converted_at ? ['converted'] : [])];
}

export function datedOn({ kind }: Pick<Held, 'kind'>, content: Content, firstPublishedAt: Date): LocalDate {
  return (summaryFields(kind, content).date as LocalDate | null) ?? localDateAt(firstPublishedAt);
}

export async function picturesWithSizes(change: Change, publicationId: string, content: Content) {
  const wanted = picturesOf(content);
  if (wanted.length === 0) return [];
  const uploads = new Map((await uploadsOf(change.tx, publicationId)).map((upload) => [upload.sha256, upload]));
  return wanted.map((sha256) => {
    const upload = uploads.get(sha256);
    return { sha256, mediaType: upload?.media_type ?? 'application/octet-stream', size: upload?.size ?? 0 };
  });
}

/** Targets that are not public at this instant are not told of, not even that they exist. */
async function frozenRelationsOf(
  change: Change,
  relations: readonly Relation[],
  together: ReadonlyMap<string, number>,
): Promise<FrozenRelation[]> {
  const ids = relations.flatMap((relation) => (relation.publicationId ? [relation.publicationId] : []));
  const numbers = new Map(together);
  for (const target of await findPublications(change.tx, ids)) {
    if (target.number !== null && target.life !== 'removed') numbers.set(target.id, target.number);
  }
  return relations.flatMap(({ type, publicationId, address, title, on }): FrozenRelation[] => {
    if (publicationId === null) return [{ type, number: null, address, title, on }];
    const number = numbers.get(publicationId);
    return number === undefined ? [] : [{ type, number, address: null, title: null, on }];
  });
}

const WORDS = { published: '发布', amended: '发布新版本' } as const;

async function tell(
  change: Change,
  { row, kind, open }: WorkedOn,
  of: { number: number; ordinal: number; what: 'published' | 'amended'; versionId: string; contentHash: string },
): Promise<void> {
  const text = `${WORDS[of.what]}，地址 /documents/${of.number}，第 ${of.ordinal} 版。`;
  await addEvent(change, { publicationId: row.id, versionId: open.id, kind: of.what, text });
  change.record({ action: 'publish', kind: 'publication', subjectId: row.id, unitId: row.unit_id, detail: of });
  await change.emit('publications.changed', {
    publicationId: row.id,
    number: of.number,
    kind: kind.code,
    what: of.what,
  });
}
