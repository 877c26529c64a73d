import { localDateAt, yearOf } from '../../kernel/local-date.ts';
import type { Page } from '../../kernel/page.ts';
import { type Actor, can, demand } from '../../kernel/permissions.ts';
import { staleError } from '../../kernel/stale.ts';
import type { Change } from '../../platform/change/change.ts';
import type { Queryable } from '../../platform/db/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { personIdOf } from './grants.service.ts';
import type { FileInput, HandOverInput, HandOverListQuery, ItemEdit, ItemInput } from './hand-over.contract.ts';
import {
  handOverClosed,
  handOverIncomplete,
  handOverMissing,
  handOverUnderWay,
  newWorkAppeared,
  successorUnfit,
} from './hand-over.errors.ts';
import {
  addItems,
  editItem,
  fileHandOver,
  findHandOver,
  type HandOverRow,
  type ItemRow,
  insertHandOver,
  itemsOf,
  listHandOvers,
  lockHandOver,
  touch,
} from './hand-over.store.ts';
import { CHECKLIST, standingItems } from './hand-over-checklist.ts';
import { passRoles } from './hand-over-roles.service.ts';
import { addNewWork, dropFinishedWork, missingWork } from './hand-over-work.service.ts';
import type { OpenWork } from './open-work.ts';
import { personMissing } from './organisations.errors.ts';
import { findPerson, type Person } from './people.store.ts';

/** A leaving officer's work passes to others item by item and is filed at once (TEAM-6). */
export class HandOverService {
  readonly #platform: Platform;
  readonly #openWork: OpenWork;

  constructor(platform: Platform, openWork: OpenWork) {
    this.#platform = platform;
    this.#openWork = openWork;
  }

  async list(actor: Actor, query: HandOverListQuery): Promise<Page<HandOverRow>> {
    const all = can(actor, 'handOver', { kind: 'person' });
    const units = actor.type === 'person' ? actor.grants.map((grant) => grant.unitId) : [];
    const mine = units.filter((id) => can(actor, 'handOver', { kind: 'person', unitIds: [id] }));
    const found = await listHandOvers(this.#platform.database.kysely, query, all ? null : [...new Set(mine)]);
    return { ...found, page: query.page, pageSize: query.pageSize };
  }

  /** @throws AppError `hand-over-missing` (404), `forbidden` (403) */
  async find(actor: Actor, id: string): Promise<{ handOver: HandOverRow; items: readonly ItemRow[] }> {
    const db = this.#platform.database.kysely;
    const handOver = await findHandOver(db, id);
    if (!handOver) throw handOverMissing();
    demandHandOver(actor, handOver);
    return { handOver, items: await itemsOf(db, id) };
  }

  /** Opens the checklist with everything the modules know of. @throws AppError `hand-over-under-way` (409), `successor-unfit` (422) */
  start(actor: Actor, input: HandOverInput): Promise<string> {
    return this.#platform.changes.run(actor, async (change) => {
      const person = await findPerson(change.tx, { id: input.personId });
      if (!person?.active) throw personMissing();
      demand(actor, 'handOver', { kind: 'person', unitIds: [person.unitId], personId: person.id });
      await this.#checkReceiver(change.tx, person, input.successorId);
      const by = { at: change.at, personId: personIdOf(actor) };
      const id = await insertHandOver(change.tx, { ...input, unitId: person.unitId }, by);
      if (!id) throw handOverUnderWay();
      await addNewWork(change.tx, this.#openWork, { id, personId: person.id, successorId: input.successorId });
      await addItems(change.tx, id, CHECKLIST, standingItems(), null, 100_000);
      change.record({
        action: 'handOver',
        kind: 'person',
        subjectId: person.id,
        unitId: person.unitId,
        detail: { handOverId: id, step: 'start', successorId: input.successorId, reason: input.reason },
      });
      return id;
    });
  }

  /** Brings the list up to date: new work is added, work finished in the meantime is taken off unless it was ticked. */
  refresh(actor: Actor, id: string): Promise<void> {
    return this.#inDraft(actor, id, async (change, handOver) => {
      await addNewWork(change.tx, this.#openWork, subjectOf(handOver));
      await dropFinishedWork(change.tx, this.#openWork, subjectOf(handOver));
    });
  }

  addLine(actor: Actor, id: string, input: ItemInput): Promise<void> {
    return this.#inDraft(actor, id, async (change) => {
      const line = { id: crypto.randomUUID(), ...input, unitId: null, dueOn: null };
      await addItems(change.tx, id, CHECKLIST, [line], null, 200_000);
    });
  }

  /** Ticks an item off, or gives it to somebody other than the successor. */
  editItem(actor: Actor, id: string, itemId: string, edit: ItemEdit): Promise<void> {
    return this.#inDraft(actor, id, async (change, handOver) => {
      const person = await findPerson(change.tx, { id: handOver.person_id });
      if (edit.toPersonId !== null && person) await this.#checkReceiver(change.tx, person, edit.toPersonId);
      const by = { at: change.at, personId: personIdOf(actor) };
      if (!(await editItem(change.tx, id, itemId, edit, by))) throw handOverMissing();
    });
  }

  cancel(actor: Actor, id: string): Promise<void> {
    return this.#inDraft(actor, id, async (change, handOver) => {
      await touch(change.tx, id, 'cancelled');
      this.#record(change, handOver, 'cancel');
    });
  }

  /**
   * The one act: in one transaction every item moves to its new person, the roles end, the sessions end, and the record gets its number.
   * @throws AppError `hand-over-incomplete` (422) naming what is not ticked; `hand-over-changed` (409) when new work appeared, which is
   *   then on the list; `last-administrator` (422); `stale` (409)
   */
  async file(actor: Actor, id: string, input: FileInput): Promise<void> {
    const appeared = await this.#inDraft(actor, id, async (change, handOver) => {
      if (handOver.version !== input.version) throw staleError({ version: handOver.version }, input);
      const missing = await missingWork(change.tx, this.#openWork, subjectOf(handOver));
      if (missing.length > 0) {
        await addNewWork(change.tx, this.#openWork, subjectOf(handOver));
        return missing.map((item) => item.title);
      }
      await this.#moveAndFile(actor, change, handOver, input.giveRoles);
      return [];
    });
    if (appeared.length > 0) throw newWorkAppeared(appeared);
  }

  async #moveAndFile(actor: Actor, change: Change, handOver: HandOverRow, giveRoles: boolean): Promise<void> {
    const items = await itemsOf(change.tx, handOver.id);
    const open = items.filter((item) => item.ticked_at === null);
    if (open.length > 0) throw handOverIncomplete(open.map((item) => item.title));
    for (const provider of this.#openWork.providers) {
      const moved = items
        .filter((item) => item.provider === provider.name)
        .map((item) => ({ id: item.subject_id, toPersonId: item.to_person_id ?? handOver.successor_id }));
      if (moved.length > 0) await provider.move(change, handOver.person_id, moved);
    }
    const roles = await passRoles(actor, change, handOver, giveRoles);
    const by = { at: change.at, personId: personIdOf(actor) };
    await fileHandOver(change.tx, handOver.id, yearOf(localDateAt(change.at)), roles, by);
    this.#record(change, handOver, 'file', { items: items.length, ended: roles.ended, given: roles.given });
    await change.emit('handOver.filed', { handOverId: handOver.id, personId: handOver.person_id });
    await change.emit('access.ended', { personId: handOver.person_id });
  }

  #inDraft<T>(actor: Actor, id: string, act: (change: Change, handOver: HandOverRow) => Promise<T>): Promise<T> {
    return this.#platform.changes.run(actor, async (change) => {
      const handOver = await lockHandOver(change.tx, id);
      if (!handOver) throw handOverMissing();
      demandHandOver(actor, handOver);
      if (handOver.state !== 'draft') throw handOverClosed();
      return act(change, handOver);
    });
  }

  async #checkReceiver(db: Queryable, person: Person, receiverId: string): Promise<void> {
    if (receiverId === person.id) throw successorUnfit('接手人不能是交接人本人，请另选');
    const receiver = await findPerson(db, { id: receiverId });
    if (!receiver?.active) throw successorUnfit('没有找到这位接手人，或其已离岗，请另选');
  }

  #record(change: Change, handOver: HandOverRow, step: string, detail: Readonly<Record<string, unknown>> = {}): void {
    change.record({
      action: 'handOver',
      kind: 'person',
      subjectId: handOver.person_id,
      unitId: handOver.unit_id,
      detail: { handOverId: handOver.id, step, successorId: handOver.successor_id, ...detail },
    });
  }
}

function demandHandOver(actor: Actor, handOver: HandOverRow): void {
  demand(actor, 'handOver', { kind: 'person', unitIds: [handOver.unit_id], personId: handOver.person_id });
}

function subjectOf(handOver: HandOverRow) {
  return { id: handOver.id, personId: handOver.person_id, successorId: handOver.successor_id };
}
