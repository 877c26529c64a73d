import { AppError, type Reason } from '../../../kernel/app-error.ts';
import type { Change } from '../../../platform/change/change.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import type { NamedFile } from '../../attachments/index.ts';
import type { Content } from '../content/content.contract.ts';
import { contentFaults } from '../content/content-faults.ts';
import { type InspectedFile, inspectFile, keepFile } from '../content/inspected-file.service.ts';
import { type Held, hold, worked } from '../held-publication.service.ts';
import { addEvent } from '../history.store.ts';
import type { LifeState, OpenState } from '../publication-words.ts';
import { type PublicationsContext, unitsIn } from '../publications.context.ts';
import { findPublications } from '../publications.store.ts';
import { withSeenFiles } from '../versions/content-files.ts';
import type { DraftingService } from '../versions/drafting.service.ts';
import { editorsOf } from '../versions/versions.store.ts';
import { mergeReceived } from './merge-received.ts';

export interface ReceivedDocument {
  readonly kind: string;
  readonly unitId: string;
  readonly content: Content;
  /** Every file that the content names, pictures included. */
  readonly files: readonly InspectedFile[];
  /** For the history that staff read: which system handed it in, and what to look at. */
  readonly note: string;
}

/** Where a publication stands, for those who ask about many. */
export interface Standing {
  readonly id: string;
  readonly title: string;
  readonly open: OpenState | null;
  readonly life: LifeState;
  /** Of its permanent address, once it was public. */
  readonly number: number | null;
}

/** Registers what other systems hand in as drafts; nothing becomes public by it, the reviews are those of any other draft (DOC-1, IX-3). */
export class ReceivingService {
  readonly #context: PublicationsContext;
  readonly #drafting: DraftingService;

  constructor(context: PublicationsContext, drafting: DraftingService) {
    this.#context = context;
    this.#drafting = drafting;
  }

  /** Slow, in a process of its own: before a change, never inside one. @throws AppError `files-waiting` (503) */
  inspect(file: NamedFile): Promise<InspectedFile> {
    return inspectFile(this.#context.attachments, file);
  }

  /** What could not even be kept as a draft. */
  faults(kind: string, content: Content): readonly Reason[] {
    return contentFaults(this.#context.kinds.get(kind), content);
  }

  /** @returns id of the new publication */
  async registerIn(change: Change, received: ReceivedDocument): Promise<string> {
    const content = seen(received.content, received.files);
    const { id } = await this.#drafting.createIn(change, { ...received, content }, received.files);
    const held = await this.#hold(change, id);
    await addEvent(change, event(held, received.note));
    return id;
  }

  /**
   * The same document once more with other content: an untouched draft takes it; what is public gets a draft of a new version and stays as it
   * is; what people have worked on is not overwritten.
   *
   * @throws AppError `received-in-work`, `received-discarded`, `received-ended` (409)
   */
  async renewIn(change: Change, id: string, received: ReceivedDocument): Promise<void> {
    const found = await this.#hold(change, id);
    const isAmending = !found.open && found.row.life === 'public';
    if (isAmending) await this.#drafting.amendIn(change, id, null);
    else await this.#demandUntouched(change, found);
    for (const file of received.files) await keepFile(change, this.#context.platform.files, id, file);
    const held = worked(isAmending ? await this.#hold(change, id) : found);
    const delivered = seen(received.content, received.files);
    const content = held.row.life === 'public' ? mergeReceived(held.open.content, delivered) : delivered;
    await this.#drafting.write(change, held, content, {}, received.note);
  }

  /** Unknown ids are left out. @param db within a change: its transaction */
  async standings(
    ids: readonly string[],
    db: Queryable = this.#context.platform.database.kysely,
  ): Promise<ReadonlyMap<string, Standing>> {
    const rows = await findPublications(db, ids);
    return new Map(
      rows.map(({ id, title, open_state, life, number }) => [id, { id, title, open: open_state, life, number }]),
    );
  }

  async #demandUntouched(change: Change, { row, open }: Held): Promise<void> {
    if (!open && row.life === 'none') {
      throw new AppError('received-discarded', 409, '这份公文的草稿已被作废，不能再更新。请联系公开单位联络员。');
    }
    if (!open)
      throw new AppError('received-ended', 409, '这份公文已撤回、移除或合并，不能再更新。请联系公开单位联络员。');
    const editors = await editorsOf(change.tx, open.id);
    if (open.state === 'draft' && editors.length === 0 && open.drafter_id === null) return;
    const who = editors[0] ? `${editors[0].name}已在修改这份公文` : '这份公文已进入审查';
    throw new AppError('received-in-work', 409, `${who}，新内容没有收下，以免覆盖。请与公开单位联络员联系。`);
  }

  async #hold(change: Change, id: string): Promise<Held> {
    const { officeId } = await unitsIn(this.#context, change);
    return hold(this.#context, change, id, officeId);
  }
}

function seen(content: Content, files: readonly InspectedFile[]): Content {
  return withSeenFiles(
    content,
    files.map(({ file, inspection }) => ({ sha256: file.hash, size: file.size, media_type: inspection.mediaType })),
  );
}

function event({ row, open }: Held, text: string) {
  return { publicationId: row.id, versionId: open?.id ?? null, kind: 'receive', text };
}
