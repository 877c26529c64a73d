import { AppError } from '../../../kernel/app-error.ts';
import { type Actor, demand } from '../../../kernel/permissions.ts';
import type { Change } from '../../../platform/change/change.ts';
import { blocks } from '../blocking/blocking-reasons.ts';
import { publicNumbers, readiness } from '../blocking/readiness.service.ts';
import { hold, look, type WorkedOn, worked } from '../held-publication.service.ts';
import { addEvent } from '../history.store.ts';
import { publicationSubject } from '../publication-subject.ts';
import { type Lookups, lookups, type PublicationsContext } from '../publications.context.ts';
import type { BlockingReason, ScheduleInput } from '../publications.contract.ts';
import { blocked, contentChanged } from '../publications.errors.ts';
import { lockPublications, updatePublication } from '../publications.store.ts';
import { summarise } from '../versions/save-content.service.ts';
import { nextState } from '../versions/version-state.ts';
import { updateVersion } from '../versions/versions.store.ts';
import { lockPublicOrder, numberChange } from './projection.store.ts';
import { publishForms } from './publish-form.service.ts';
import { publishedTogether, reasonsTogether } from './together.service.ts';

const LATEST_DAYS = 366;

/** The door out: now, or at the instant pinned; what belongs together goes together. */
export class PublishingService {
  readonly #context: PublicationsContext;

  constructor(context: PublicationsContext) {
    this.#context = context;
  }

  /** @throws AppError `blocked` (422) with every reason at once; `stale` (409) when another content was seen */
  async publish(actor: Actor, id: string, contentHash: string): Promise<void> {
    const known = await lookups(this.#context);
    await this.#context.platform.changes.run(actor, async (change) => {
      const members = await this.#members(change, id, known, contentHash);
      for (const member of members) demandOut(actor, 'publish', member);
      await this.publishMembers(change, members, known);
    });
  }

  /**
   * Publishes what is due, if its pinned content still stands and nothing blocks it; nothing else happens to it otherwise.
   * @returns reasons that hold it back; empty: it is public, or was no longer scheduled
   */
  async publishScheduled(versionId: string, publicationId: string): Promise<readonly BlockingReason[]> {
    const known = await lookups(this.#context);
    return this.#context.platform.changes.run({ type: 'system' }, async (change) => {
      const held = await hold(this.#context, change, publicationId, known.units.officeId);
      const { open } = held;
      if (open?.id !== versionId || open.state !== 'scheduled') return [];
      if (!open.scheduled_for || open.scheduled_for > change.at) return [];
      if (open.scheduled_hash !== open.content_hash) return [pinnedChanged()];
      const members = await this.#members(change, publicationId, known, open.content_hash);
      const reasons = await this.#reasons(change, members, known);
      if (reasons.length > 0) return reasons;
      await this.#out(change, members, known);
      return [];
    });
  }

  /** Inside a change: refuses with all reasons, else everything becomes public. */
  async publishMembers(change: Change, members: readonly WorkedOn[], known: Lookups): Promise<void> {
    const reasons = await this.#reasons(change, members, known);
    if (reasons.length > 0) throw blocked('发布', reasons);
    await this.#out(change, members, known);
  }

  /** Pins the content and the instant for everything that goes out together. */
  async schedule(actor: Actor, id: string, input: ScheduleInput): Promise<void> {
    const known = await lookups(this.#context);
    await this.#context.platform.changes.run(actor, async (change) => {
      const members = await this.#members(change, id, known, input.contentHash);
      for (const member of members) demandOut(actor, 'schedule', member);
      const at = new Date(input.at);
      if (at <= change.at || at.getTime() > change.at.getTime() + LATEST_DAYS * 86_400_000) {
        const message = '定时发布的时间应在今后一年之内';
        throw new AppError('schedule-invalid', 422, `${message}。`, { reasons: [{ field: 'at', message }] });
      }
      const reasons = await this.#reasons(change, members, known);
      if (reasons.length > 0) throw blocked('定时发布', reasons);
      for (const member of members) {
        const state = member.open.state === 'scheduled' ? 'scheduled' : nextState(member.open.state, 'schedule');
        await updateVersion(change.tx, member.open.id, {
          state,
          scheduled_for: at,
          scheduled_hash: member.open.content_hash,
          updated_at: change.at,
          ...(input.releaseNote != null && member.row.id === id ? { release_note: input.releaseNote } : {}),
        });
        await this.#record(change, member, 'schedule', `定于 ${shanghaiTime(at)} 发布。`);
      }
    });
  }

  async unschedule(actor: Actor, id: string, contentHash: string): Promise<void> {
    const known = await lookups(this.#context);
    await this.#context.platform.changes.run(actor, async (change) => {
      const members = await this.#members(change, id, known, contentHash);
      for (const member of members) demandOut(actor, 'schedule', member);
      for (const member of members) {
        if (member.row.id !== id && member.open.state !== 'scheduled') continue;
        const state = nextState(member.open.state, 'unschedule');
        await updateVersion(change.tx, member.open.id, {
          state,
          scheduled_for: null,
          scheduled_hash: null,
          updated_at: change.at,
        });
        await this.#record(change, member, 'unschedule', '取消定时发布。');
      }
    });
  }

  /** Locks everything that goes out together, in the order of ids, the one asked for first in the answer. */
  async #members(change: Change, id: string, known: Lookups, contentHash: string): Promise<WorkedOn[]> {
    const { officeId } = known.units;
    const first = worked(await look(this.#context, change.tx, change.actor, id, officeId));
    const ids = await publishedTogether(this.#context, change.tx, first);
    await lockPublications(change.tx, ids);
    const members: WorkedOn[] = [];
    for (const one of ids) members.push(worked(await look(this.#context, change.tx, change.actor, one, officeId)));
    if (members[0]?.open.content_hash !== contentHash) throw contentChanged();
    return members;
  }

  async #reasons(change: Change, members: readonly WorkedOn[], known: Lookups): Promise<BlockingReason[]> {
    const [first] = members;
    if (!first) return [];
    const own = (await readiness(change.tx, first, known)).reasons;
    const { reasons } = await reasonsTogether(this.#context, change.tx, first, own, known);
    return blocks(reasons);
  }

  async #out(change: Change, members: readonly WorkedOn[], known: Lookups): Promise<void> {
    const numbers = await publishForms(this.#context, change, members);
    await this.#demandNumbersApart(change, members, known);
    await numberChange(change.tx, numbers);
  }

  /** Two units that publish one number at the same moment see nothing of each other before: the second is told now. */
  async #demandNumbersApart(change: Change, members: readonly WorkedOn[], known: Lookups): Promise<void> {
    await lockPublicOrder(change.tx);
    for (const member of members) {
      const [same] = await publicNumbers(change.tx, member, known);
      if (!same) continue;
      const label = member.kind.fields.find((field) => field.code === same.field)?.label ?? same.field;
      const message = `${label}刚刚用于另一份公开的信息《${same.title}》，请核对是否重复登记。`;
      const place = `field:${same.field}`;
      throw blocked('发布', [{ code: 'unique-number', place, severity: 'blocks', message }]);
    }
  }

  async #record(change: Change, held: WorkedOn, kind: string, text: string): Promise<void> {
    const { row, open } = held;
    await updatePublication(change.tx, row.id, { updated_at: change.at });
    await summarise(change, held.kind, row.id, open.content);
    await addEvent(change, { publicationId: row.id, versionId: open.id, kind, text });
    change.record({
      action: kind,
      kind: 'publication',
      subjectId: row.id,
      unitId: row.unit_id,
      detail: { versionId: open.id, contentHash: open.content_hash },
    });
  }
}

/** Who could let it out once it is ready is told what it still lacks; others are refused. */
function demandOut(actor: Actor, action: string, { row, facts }: WorkedOn): void {
  demand(actor, action, { ...publicationSubject(row, action, facts), state: 'approved' });
}

function pinnedChanged(): BlockingReason {
  return {
    code: 'pinned-changed',
    place: 'state',
    severity: 'blocks',
    message: '定时之后内容有改动，请重新审核并定时。',
  };
}

/** 2026-03-31 09:00, in Asia/Shanghai. */
export function shanghaiTime(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
