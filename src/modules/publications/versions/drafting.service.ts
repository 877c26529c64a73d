import { AppError } from '../../../kernel/app-error.ts';
import { type Actor, demand } from '../../../kernel/permissions.ts';
import type { Change } from '../../../platform/change/change.ts';
import type { Content } from '../content/content.contract.ts';
import { contentFaults } from '../content/content-faults.ts';
import { contentHash } from '../content/content-hash.ts';
import { type InspectedFile, keepFile } from '../content/inspected-file.service.ts';
import { findingsOf } from '../findings/findings.store.ts';
import { demandAct, type Held, hold, type WorkedOn, worked } from '../held-publication.service.ts';
import { addEvent, nameOf, personIdOf } from '../history.store.ts';
import { type PublicationsContext, type Units, unitsIn } from '../publications.context.ts';
import type { AutosaveInput, CreateInput, EditInput } from '../publications.contract.ts';
import { alreadyOpen, invalidContent, staleEdit } from '../publications.errors.ts';
import { updatePublication } from '../publications.store.ts';
import type { Created } from '../register.contract.ts';
import { voidReviews } from '../reviews/reviews.store.ts';
import { dropAutosave, putAutosave } from './autosave.store.ts';
import { changedParts } from './changed-parts.ts';
import { registerDraft } from './register-draft.store.ts';
import { demandTargets } from './relation-targets.service.ts';
import { beginContent, followContent, numbersOf, summarise, summaryFields } from './save-content.service.ts';
import { nextState } from './version-state.ts';
import {
  addEditor,
  currentVersionOf,
  editorsOf,
  insertVersion,
  updateVersion,
  type VersionRow,
} from './versions.store.ts';

/** Writing: a publication is registered, edited by one or several people, and drafted anew once it is public (DOC-1, REV-6). */
export class DraftingService {
  readonly #context: PublicationsContext;

  constructor(context: PublicationsContext) {
    this.#context = context;
  }

  create(actor: Actor, input: CreateInput): Promise<Created> {
    return this.#context.platform.changes.run(actor, (change) => {
      demand(actor, 'create', { kind: 'publication', state: 'none', unitIds: [input.unitId] });
      return this.createIn(change, input);
    });
  }

  /** The same inside another change that has asked for permission. @param files that the content may name from the beginning */
  async createIn(change: Change, input: CreateInput, files: readonly InspectedFile[] = []): Promise<Created> {
    const { actor, at } = change;
    const kind = this.#context.kinds.get(input.kind);
    this.#check(kind.code, input.content);
    const units = await this.#demandUnit(change, input.unitId);
    await demandTargets(change, kind, input.content, {
      unitId: input.unitId,
      officeId: units.officeId,
      hasOfficeStep: false,
    });
    const registered = await registerDraft(change.tx, {
      kind: kind.code,
      unitId: input.unitId,
      content: input.content,
      contentHash: contentHash(input.content),
      summary: summaryFields(kind, input.content),
      numbers: numbersOf(kind, input.content),
      by: { id: personIdOf(actor), name: nameOf(actor) },
      text: `登记《${input.content.title || '无标题'}》。`,
      at,
    });
    const { id, versionId } = registered;
    for (const file of files) await keepFile(change, this.#context.platform.files, id, file);
    await beginContent(change, kind, { id: versionId, publication_id: id }, input.content);
    const subject = { kind: 'publication', subjectId: id, unitId: input.unitId };
    change.record({ action: 'create', ...subject, detail: { versionId } });
    return { id, edit: registered.edit, contentHash: registered.contentHash };
  }

  /** @throws AppError `stale` (409) when somebody saved after the editor opened it, with both contents' difference */
  edit(actor: Actor, id: string, input: EditInput): Promise<void> {
    return this.changing(actor, id, 'edit', async (change, held) => {
      nextState(held.open.state, 'edit');
      await this.#demandEdit(change, held, input.edit, input.content);
      await this.write(change, held, input.content, {
        ...(input.changeKind ? { change_kind: input.changeKind } : {}),
        ...(input.changeNote !== undefined ? { change_note: input.changeNote } : {}),
        ...(input.releaseNote !== undefined ? { release_note: input.releaseNote } : {}),
      });
      await dropAutosave(change.tx, held.open.id, personIdOf(actor));
    });
  }

  /** New words void every review of the old ones; inside a change that holds the publication. @param text for the history, when not the parts changed */
  async write(
    change: Change,
    held: WorkedOn,
    content: Content,
    set: Parameters<typeof updateVersion>[2] = {},
    text?: string,
  ): Promise<void> {
    this.#check(held.kind.code, content);
    await demandTargets(change, held.kind, content, { unitId: held.row.unit_id, ...held.facts });
    const hash = contentHash(content);
    const version = await updateVersion(change.tx, held.open.id, {
      ...set,
      ...(hash !== held.open.content_hash ? { content, content_hash: hash } : {}),
      edit: held.open.edit + 1,
      updated_at: change.at,
    });
    await this.#markEditor(change, held.open.id);
    if (isPublicPartNew(held.open, version)) {
      await voidReviews(change.tx, held.open.id, { at: change.at, reason: '内容已修改' });
      await followContent(change, held.kind, version, content);
    }
    await updatePublication(change.tx, held.row.id, { updated_at: change.at });
    const { labels } = changedParts(held.kind, held.open.content, content);
    const what = labels.length > 0 ? `修改${labels.join('、')}。` : '修改说明。';
    await this.#record(change, held, 'edit', text ?? what);
  }

  /** Keeps what is typed and not yet saved; nothing else changes, and nobody else sees it. */
  async autosave(actor: Actor, id: string, input: AutosaveInput): Promise<{ at: string }> {
    let at = '';
    await this.changing(actor, id, 'edit', async (change, { open }) => {
      at = change.at.toISOString();
      const personId = personIdOf(actor);
      if (personId === null) return;
      await putAutosave(change.tx, {
        versionId: open.id,
        personId,
        edit: input.edit,
        content: input.content,
        at: change.at,
      });
    });
    return { at };
  }

  dropAutosave(actor: Actor, id: string): Promise<void> {
    return this.changing(actor, id, 'edit', ({ tx }, { open }) => dropAutosave(tx, open.id, personIdOf(actor)));
  }

  discard(actor: Actor, id: string, edit: number): Promise<void> {
    return this.changing(actor, id, 'discard', async (change, held) => {
      const state = nextState(held.open.state, 'discard');
      await this.#demandEdit(change, held, edit, held.open.content);
      await updateVersion(change.tx, held.open.id, { state, updated_at: change.at });
      await dropAutosave(change.tx, held.open.id, null);
      await summarise(change, held.kind, held.row.id, held.open.content);
      await this.#record(change, held, 'discard', '作废起草中的版本。');
    });
  }

  /** A new version from the form that is public; that one stays public until the new one is. */
  amend(actor: Actor, id: string, version: number): Promise<void> {
    return this.#context.platform.changes.run(actor, (change) => this.amendIn(change, id, version));
  }

  /** The same inside another change. @param version as it was seen; null: whatever stands there now */
  async amendIn(change: Change, id: string, version: number | null): Promise<void> {
    const { actor } = change;
    const units = await unitsIn(this.#context, change);
    const held = await hold(this.#context, change, id, units.officeId);
    demandAct(actor, 'amend', held);
    if (held.open) throw alreadyOpen();
    if (version !== null && held.row.version !== version)
      throw staleEdit({ version: held.row.version, life: held.row.life }, ['life'], undefined);
    const current = await currentVersionOf(change.tx, id);
    if (!current?.content) throw new AppError('content-erased', 410, '内容已依法删除，不能在其基础上修改。');
    const open = await insertVersion(change.tx, {
      publication_id: id,
      content: current.content,
      content_hash: current.content_hash,
      drafter_id: personIdOf(actor),
      drafter_name: nameOf(actor),
      created_at: change.at,
      updated_at: change.at,
    });
    await this.#markEditor(change, open.id);
    await followContent(change, held.kind, open, current.content, await findingsOf(change.tx, current.id));
    await updatePublication(change.tx, id, { updated_at: change.at });
    await this.#record(change, { row: held.row, open }, 'amend', '起草新版本。');
  }

  /** Holds the publication, asks the permission, and hands over the open version. */
  changing(
    actor: Actor,
    id: string,
    action: string,
    act: (change: Change, held: WorkedOn) => Promise<void>,
  ): Promise<void> {
    return this.#context.platform.changes.run(actor, async (change) => {
      const units = await unitsIn(this.#context, change);
      const held = await hold(this.#context, change, id, units.officeId);
      demandAct(actor, action, held);
      await act(change, worked(held));
    });
  }

  async #demandEdit(change: Change, held: WorkedOn, edit: number, submitted: Content): Promise<void> {
    const { open, kind } = held;
    if (open.edit === edit) return;
    const last = (await editorsOf(change.tx, open.id)).sort((a, b) => b.last_at.getTime() - a.last_at.getTime())[0];
    const current = { edit: open.edit, content: open.content, state: open.state, at: open.updated_at.toISOString() };
    throw staleEdit(current, changedParts(kind, open.content, submitted).places, last?.name);
  }

  #check(kind: string, content: Content): void {
    const faults = contentFaults(this.#context.kinds.get(kind), content);
    if (faults.length > 0) throw invalidContent(faults);
  }

  async #demandUnit(change: Change, unitId: string): Promise<Units> {
    const units = await unitsIn(this.#context, change, unitId);
    if (units.has(unitId)) return units;
    throw new AppError('unit-missing', 422, '没有这个单位，请重新选择。', {
      reasons: [{ field: 'unitId', message: '请重新选择单位' }],
    });
  }

  /** Whoever edits a version can review it no more. */
  async #markEditor({ tx, actor, at }: Change, versionId: string): Promise<void> {
    if (actor.type === 'person') await addEditor(tx, versionId, { id: actor.personId, name: actor.name }, at);
  }

  async #record(
    change: Change,
    held: Pick<Held, 'row'> & { readonly open: { readonly id: string } },
    kind: string,
    text: string,
  ): Promise<void> {
    const { row, open } = held;
    await addEvent(change, { publicationId: row.id, versionId: open.id, kind, text });
    change.record({
      action: kind,
      kind: 'publication',
      subjectId: row.id,
      unitId: row.unit_id,
      detail: { versionId: open.id },
    });
  }
}

/** What reviewers approve and everybody will read: the content, and what the public history says of the change. */
function isPublicPartNew(before: VersionRow, after: VersionRow): boolean {
  return (
    before.content_hash !== after.content_hash ||
    before.change_note !== after.change_note ||
    before.change_kind !== after.change_kind
  );
}
