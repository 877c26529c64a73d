import { AppError } from '../../../kernel/app-error.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import type { Change } from '../../../platform/change/change.ts';
import { searchText } from '../findings/search-text.ts';
import { demandAct, type Held, hold } from '../held-publication.service.ts';
import { addEvent } from '../history.store.ts';
import type { LifeState, PublicEvent } from '../publication-words.ts';
import { type PublicationsContext, unitsIn } from '../publications.context.ts';
import type { EndInput, MergeInput } from '../publications.contract.ts';
import { invalidContent, staleEdit } from '../publications.errors.ts';
import { findByNumber, lockPublications, updatePublication } from '../publications.store.ts';
import { currentVersionOf } from '../versions/versions.store.ts';
import { eraseForms } from './erase.service.ts';
import { leafOf } from './freeze.ts';
import { addPublicEvent, clearItem, forwardMerged, lockMerging, markItem, numberChange } from './projection.store.ts';
import { bringBack } from './restore.service.ts';

/** From which lives an end, or the way back, is possible. */
const FROM: Readonly<Record<'withdrawn' | 'removed' | 'merged' | 'restored' | 'erased', readonly LifeState[]>> = {
  withdrawn: ['public'],
  removed: ['public', 'withdrawn'],
  merged: ['public', 'withdrawn'],
  restored: ['withdrawn', 'removed'],
  erased: ['withdrawn', 'removed'],
};

type End = keyof typeof FROM;
type Ended = Held & { readonly number: number };

/** What happens to a publication after it was public; each is told to everybody, with its reason, in history and log. */
export class EndsService {
  readonly #context: PublicationsContext;

  constructor(context: PublicationsContext) {
    this.#context = context;
  }

  /** The text stays readable under a notice with the reason. */
  withdraw(actor: Actor, id: string, input: EndInput): Promise<void> {
    return this.#ending(actor, id, 'withdraw', 'withdrawn', input, async (change, { number }) => {
      const set = { status: 'withdrawn' as const, reason: input.reason, ended_at: change.at, changed_at: change.at };
      await markItem(change.tx, number, set);
      return { life: 'withdrawn' };
    });
  }

  /** Published in error: text, title, files and earlier forms are gone from the public side; address and reason stay. */
  remove(actor: Actor, id: string, input: EndInput): Promise<void> {
    return this.#ending(actor, id, 'remove', 'removed', input, async (change, { number }) => {
      await clearItem(change.tx, number);
      const set = { status: 'removed' as const, reason: input.reason, ended_at: change.at, changed_at: change.at };
      await markItem(change.tx, number, set);
      return { life: 'removed' };
    });
  }

  restore(actor: Actor, id: string, input: EndInput): Promise<void> {
    return this.#ending(actor, id, 'restore', 'restored', input, async (change, held) => {
      await bringBack(change, held, held.number);
      return { life: 'public' };
    });
  }

  /**
   * The address leads to another publication from now on. That one must be public, and what is merged is not; merging goes one at a time: so
   * no circle can come about.
   */
  merge(actor: Actor, id: string, input: MergeInput): Promise<void> {
    return this.#ending(actor, id, 'merge', 'merged', input, async (change, { number }) => {
      const found = input.intoNumber === number ? undefined : await findByNumber(change.tx, input.intoNumber);
      const [into] = found ? await lockPublications(change.tx, [found.id]) : [];
      if (into?.life !== 'public') {
        const message = '合并的去向应是另一份已公开的信息，请核对其编号';
        throw new AppError('merge-target', 422, `${message}。`, { reasons: [{ field: 'intoNumber', message }] });
      }
      await markItem(change.tx, number, {
        status: 'merged',
        reason: input.reason,
        ended_at: change.at,
        merged_into: input.intoNumber,
        changed_at: change.at,
      });
      await forwardMerged(change.tx, number, input.intoNumber, change.at);
      return { life: 'merged', mergedInto: into.id };
    });
  }

  /** By law, for ever: content, bytes and salts are destroyed; the log stays whole and says nothing that could be guessed. */
  erase(actor: Actor, id: string, input: EndInput): Promise<void> {
    return this.#ending(actor, id, 'erase', 'erased', input, async (change, held) => {
      await eraseForms(change, held);
      await clearItem(change.tx, held.number);
      const set = { status: 'removed' as const, reason: input.reason, ended_at: change.at, changed_at: change.at };
      await markItem(change.tx, held.number, set);
      return { life: 'removed' };
    });
  }

  #ending(
    actor: Actor,
    id: string,
    action: string,
    end: End,
    input: EndInput,
    act: (change: Change, held: Ended) => Promise<{ life: LifeState; mergedInto?: string }>,
  ): Promise<void> {
    return this.#context.platform.changes.run(actor, async (change) => {
      const units = await unitsIn(this.#context, change);
      if (end === 'merged') await lockMerging(change.tx);
      const held = await hold(this.#context, change, id, units.officeId);
      demandAct(actor, action, held);
      refusePersonalData(input.reason);
      const { row } = held;
      if (row.version !== input.version) {
        throw staleEdit({ version: row.version, life: row.life, title: row.title }, ['life'], undefined);
      }
      if (row.number === null || !FROM[end].includes(row.life)) throw notPossible();
      const { life, mergedInto } = await act(change, { ...held, number: row.number });
      const isPublic = life === 'public';
      await updatePublication(change.tx, id, {
        life,
        end_reason: isPublic ? null : input.reason,
        ended_at: isPublic ? null : change.at,
        merged_into: mergedInto ?? null,
        updated_at: change.at,
      });
      await this.#tell(change, held, row.number, end, input.reason);
    });
  }

  async #tell(change: Change, held: Held, number: number, what: PublicEvent & End, reason: string): Promise<void> {
    const { row, kind } = held;
    const ordinal = (await currentVersionOf(change.tx, row.id))?.ordinal ?? null;
    const leaf = leafOf({ event: what, number, ordinal, at: change.at, manifest: [] });
    const { leafId } = await this.#context.log.append(change, leaf);
    await addPublicEvent(change.tx, { number, ordinal, what, at: change.at, changeKind: null, note: reason, leafId });
    await numberChange(change.tx, [number]);
    await addEvent(change, { publicationId: row.id, versionId: null, kind: what, text: `${WORDS[what]}：${reason}` });
    change.record({ action: what, kind: 'publication', subjectId: row.id, unitId: row.unit_id, detail: { number } });
    await change.emit('publications.changed', { publicationId: row.id, number, kind: kind.code, what });
  }
}

/** The reason is public at once, with no review between. */
function refusePersonalData(reason: string): void {
  const [found] = searchText(reason, { kind: 'body' });
  if (!found) return;
  throw invalidContent([{ field: 'reason', message: `理由会公开，其中“${found.masked}”像是个人信息，请删去` }]);
}

const WORDS: Readonly<Record<End, string>> = {
  withdrawn: '撤回',
  removed: '移除',
  merged: '合并',
  restored: '恢复公开',
  erased: '依法删除',
};

function notPossible(): AppError {
  return new AppError('life-state', 409, '这份信息现在的公开状态不能这样办理，可能已被他人办理。请刷新后查看。');
}
