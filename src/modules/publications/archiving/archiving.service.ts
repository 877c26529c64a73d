import { AppError } from '../../../kernel/app-error.ts';
import { type LocalDate, localDateAt, localDateOf, yearOf } from '../../../kernel/local-date.ts';
import type { Page } from '../../../kernel/page.ts';
import { type Actor, can } from '../../../kernel/permissions.ts';
import { demandAct, hold } from '../held-publication.service.ts';
import { addEvent } from '../history.store.ts';
import type { PublicationListService } from '../publication-list.service.ts';
import { publicationSubject } from '../publication-subject.ts';
import { type PublicationsContext, unitsIn } from '../publications.context.ts';
import { PublicationQuery } from '../publications.contract.ts';
import { findPublications, updatePublication } from '../publications.store.ts';
import type { ArchiveEntry, ArchiveListQuery, TransferInput, TransferResult } from './archiving.contract.ts';
import { whyNotArchived } from './why-not-archived.ts';

/** Which documents were handed to the national archives, singly and in batches; they are out of the conversion's scope (DOC-8). */
export class ArchivingService {
  readonly #context: PublicationsContext;
  readonly #list: PublicationListService;

  constructor(context: PublicationsContext, list: PublicationListService) {
    this.#context = context;
    this.#list = list;
  }

  /**
   * Official documents of earlier years that are not handed over yet, or were: the scope from which the conversion of old documents leaves
   * out what the archives hold (DOC-8, REV-3). Oldest first: those are handed over first.
   */
  async list(actor: Actor, { upToYear, ...query }: ArchiveListQuery): Promise<Page<ArchiveEntry>> {
    const formed = upToYear === undefined ? {} : { formedTo: `${upToYear}-12-31` };
    const thisYear = yearOf(localDateAt(this.#context.platform.clock.now()));
    const scope = { kinds: this.#officialKinds(), formedBefore: localDateOf(thisYear, 1, 1) };
    const page = await this.#list.list(actor, PublicationQuery.parse({ ...query, ...formed, sort: 'formedOn' }), scope);
    const { kysely } = this.#context.platform.database;
    const rows = new Map(
      (
        await findPublications(
          kysely,
          page.items.map((item) => item.id),
        )
      ).map((row) => [row.id, row]),
    );
    const { officeId } = await unitsIn(this.#context, kysely);
    const items = page.items.flatMap((item): ArchiveEntry[] => {
      const row = rows.get(item.id);
      if (!row) return [];
      const { id, title, documentNumber, unit, life, open, attribute, manner } = item;
      const mayArchive = can(actor, 'archive', publicationSubject(row, 'archive', { officeId, hasOfficeStep: false }));
      const { version, formed_on: formedOn, archived_on: archivedOn } = row;
      return [
        { id, title, documentNumber, unit, life, open, attribute, manner, version, formedOn, archivedOn, mayArchive },
      ];
    });
    return { ...page, items };
  }

  /** Kinds whose things are official documents: those that bear a number of issue. */
  #officialKinds(): string[] {
    return this.#context.kinds.all
      .filter((kind) => kind.fields.some((field) => field.type === 'documentNumber'))
      .map((kind) => kind.code);
  }

  /** Each document in a change of its own: one that cannot be marked does not keep the others back. */
  async transfer(actor: Actor, input: TransferInput): Promise<TransferResult> {
    if (input.items.length === 1) {
      const [only] = input.items;
      if (only) await this.#mark(actor, only, input);
      return { done: 1, left: [] };
    }
    const left: TransferResult['left'] = [];
    for (const item of input.items) {
      try {
        await this.#mark(actor, item, input);
      } catch (error) {
        if (!(error instanceof AppError) || error.status >= 500) throw error;
        left.push({ id: item.id, title: await this.#titleFor(actor, item.id), reason: error.message });
      }
    }
    return { done: input.items.length - left.length, left };
  }

  async #mark(actor: Actor, item: TransferInput['items'][number], { archivedOn, note }: TransferInput): Promise<void> {
    await this.#context.platform.changes.run(actor, async (change) => {
      const units = await unitsIn(this.#context, change);
      const held = await hold(this.#context, change, item.id, units.officeId);
      demandAct(actor, 'archive', held);
      const { row } = held;
      if (row.version !== item.version) throw changedMeanwhile();
      const reason = archivedOn && whyNotArchived(archivedOn, row.formed_on, localDateAt(change.at));
      if (reason)
        throw new AppError('archive-date', 422, reason, { reasons: [{ field: 'archivedOn', message: reason }] });
      if (row.archived_on === archivedOn) return;
      await updatePublication(change.tx, row.id, { archived_on: archivedOn, updated_at: change.at });
      await addEvent(change, {
        publicationId: row.id,
        versionId: null,
        kind: 'archive',
        text: words(archivedOn, note),
      });
      const detail = { archivedOn };
      change.record({ action: 'archive', kind: 'publication', subjectId: row.id, unitId: row.unit_id, detail });
    });
  }

  /** Of a document that the person may not even read nothing is told. */
  async #titleFor(actor: Actor, id: string): Promise<string> {
    const [row] = await findPublications(this.#context.platform.database.kysely, [id]);
    const facts = { officeId: null, hasOfficeStep: false };
    return row && can(actor, 'read', publicationSubject(row, 'read', facts)) ? row.title : '';
  }
}

function words(archivedOn: LocalDate | null, note: string | null | undefined): string {
  const what = archivedOn ? `登记于 ${archivedOn} 移交国家档案馆。` : '取消移交国家档案馆的登记。';
  return note ? `${what}说明：${note}` : what;
}

function changedMeanwhile(): AppError {
  return new AppError('stale', 409, '这份文件刚刚有改动，没有登记。请刷新后再试。', {
    details: { changed: ['archivedOn'] },
  });
}
