import { AppError } from '../../../kernel/app-error.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Change } from '../../../platform/change/change.ts';
import type { FieldValue } from '../content/content.contract.ts';
import type { Held } from '../held-publication.service.ts';
import type { FrozenRelation } from '../public/open-publications.ts';
import { versionsOf } from '../versions/versions.store.ts';
import { frozenForms } from './frozen-forms.store.ts';
import { markItem, type PublicForm, restoreNotes, showForm, showVersion } from './projection.store.ts';
import { datedOn, picturesWithSizes, shownIn } from './publish-form.service.ts';

interface RecordJson {
  readonly title: string;
  readonly fields: Record<string, FieldValue>;
  readonly bodyHtml: string;
  readonly relations: {
    type: string;
    number: number | null;
    address: string | null;
    title: string | null;
    on: LocalDate | null;
  }[];
}

/** Everything that was public of it is public again, byte for byte as the log has it. */
export async function bringBack(change: Change, held: Held, number: number): Promise<void> {
  if (held.row.life === 'withdrawn') {
    const set = { status: 'public' as const, reason: null, ended_at: null, changed_at: change.at };
    await markItem(change.tx, number, set);
    return;
  }
  const forms = await publicForms(change, held, number);
  const current = forms.at(-1);
  if (!current) throw new AppError('content-erased', 410, '内容已依法删除，不能恢复。');
  for (const form of forms) await showVersion(change.tx, form);
  await showForm(change.tx, current, change.at);
  await restoreNotes(
    change.tx,
    number,
    forms.map(({ ordinal, changeNote }) => ({ ordinal, note: ordinal === 1 ? null : changeNote })),
  );
}

/** Oldest first. */
async function publicForms(change: Change, { row, kind }: Held, number: number): Promise<PublicForm[]> {
  const versions = (await versionsOf(change.tx, row.id))
    .filter((version) => version.ordinal !== null)
    .sort((a, b) => (a.ordinal ?? 0) - (b.ordinal ?? 0));
  const frozen = new Map(
    (
      await frozenForms(
        change.tx,
        versions.map((one) => one.id),
      )
    ).map((one) => [one.version_id, one]),
  );
  const forms: PublicForm[] = [];
  for (const version of versions) {
    const kept = frozen.get(version.id);
    if (!version.content || !kept?.record || !kept.salt || version.published_at === null) continue;
    const record = JSON.parse(Buffer.from(kept.record).toString('utf8')) as RecordJson;
    forms.push({
      number,
      ordinal: version.ordinal ?? 0,
      publicationId: row.id,
      kind: kind.code,
      unitId: row.unit_id,
      title: record.title,
      fields: record.fields,
      bodyHtml: record.bodyHtml,
      bodyText: kept.body_text ?? '',
      attachments: version.content.attachments,
      pictures: await picturesWithSizes(change, row.id, version.content),
      frozenRelations: record.relations satisfies FrozenRelation[],
      relations: version.content.relations,
      columns: shownIn(row, kind, version.content),
      datedOn: datedOn({ kind }, version.content, row.published_at ?? version.published_at),
      publishedAt: version.published_at,
      changeKind: version.change_kind,
      changeNote: version.change_note,
      record: Buffer.from(kept.record),
      recordHash: kept.record_hash,
      salt: Buffer.from(kept.salt),
      leafId: kept.leaf_id,
    });
  }
  return forms;
}
