import { localDateAt } from '../../../kernel/local-date.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import type { Change } from '../../../platform/change/change.ts';
import { demandAct, type Held, hold, look } from '../held-publication.service.ts';
import { addEvent, nameOf, personIdOf } from '../history.store.ts';
import { ATTRIBUTE_LABELS } from '../publication-words.ts';
import { type PublicationsContext, unitsIn } from '../publications.context.ts';
import type { Determination, DetermineInput } from '../publications.contract.ts';
import { invalidContent, staleEdit } from '../publications.errors.ts';
import { updatePublication } from '../publications.store.ts';
import { voidReviews } from '../reviews/reviews.store.ts';
import { summarise } from '../versions/save-content.service.ts';
import { currentVersionOf, updateVersion } from '../versions/versions.store.ts';
import { determinationFaults, nextReviewOn, occasionOf } from './determination.ts';
import {
  type DeterminationRow,
  determinationsOf,
  insertDetermination,
  latestDetermination,
} from './determinations.store.ts';
import { legalBasis } from './legal-basis.ts';

const OCCASIONS = { first: '认定', change: '变更', review: '复核后维持', conversion: '转化为' } as const;

/** The disclosure attribute of each document, decided with reason and legal basis, kept for ever (REV-1, REV-3..5, REV-9). */
export class DeterminationsService {
  readonly #context: PublicationsContext;

  constructor(context: PublicationsContext) {
    this.#context = context;
  }

  determine(actor: Actor, id: string, input: DetermineInput): Promise<void> {
    return this.#context.platform.changes.run(actor, (change) => this.determineIn(change, id, input));
  }

  /** The same inside another change. A new attribute or manner voids the reviews: they were given for another one. */
  async determineIn(change: Change, id: string, input: DetermineInput): Promise<void> {
    const units = await unitsIn(this.#context, change);
    const held = await hold(this.#context, change, id, units.officeId);
    demandAct(change.actor, 'determine', held);
    const today = localDateAt(change.at);
    const faults = determinationFaults(input, today);
    if (faults.length > 0) throw invalidContent(faults);
    const previous = await latestDetermination(change.tx, id);
    const occasion = occasionOf(previous, input);
    await insertDetermination(change.tx, {
      publication_id: id,
      attribute: input.attribute,
      manner: input.manner,
      occasion,
      reason: input.reason,
      legal_basis: input.legalBasis,
      audience: input.audience ?? null,
      by_person: personIdOf(change.actor),
      by_name: nameOf(change.actor),
      at: change.at,
      next_review_on: nextReviewOn(input, today),
    });
    if (previous && occasion !== 'review') await this.#voidReviews(change, held);
    await updatePublication(change.tx, id, { updated_at: change.at });
    await this.#summarise(change, held);
    const manner = input.manner === 'targeted' ? '（定点定向公开）' : '';
    await addEvent(change, {
      publicationId: id,
      versionId: held.open?.id ?? null,
      kind: `determine.${occasion}`,
      text: `${OCCASIONS[occasion]}“${ATTRIBUTE_LABELS[input.attribute]}”${manner}，依据${legalBasis(input.legalBasis)?.text ?? ''}。理由：${input.reason}`,
    });
    change.record({
      action: 'determine',
      kind: 'publication',
      subjectId: id,
      unitId: held.row.unit_id,
      detail: { attribute: input.attribute, manner: input.manner, occasion, legalBasis: input.legalBasis },
    });
    await change.emit('publications.determined', { publicationId: id, unitId: held.row.unit_id, occasion });
  }

  /** DOC-8: what was handed to the national archives is out of the conversion's scope. */
  archive(actor: Actor, id: string, input: { version: number; archivedOn: string | null }): Promise<void> {
    return this.#context.platform.changes.run(actor, async (change) => {
      const units = await unitsIn(this.#context, change);
      const held = await hold(this.#context, change, id, units.officeId);
      demandAct(actor, 'archive', held);
      if (held.row.version !== input.version) throw staleEdit({ version: held.row.version }, ['archivedOn'], undefined);
      await updatePublication(change.tx, id, { archived_on: input.archivedOn as never, updated_at: change.at });
      const text = input.archivedOn ? `登记于 ${input.archivedOn} 移交国家档案馆。` : '取消移交国家档案馆的登记。';
      await addEvent(change, { publicationId: id, versionId: null, kind: 'archive', text });
      change.record({ action: 'archive', kind: 'publication', subjectId: id, unitId: held.row.unit_id });
    });
  }

  async list(actor: Actor, id: string): Promise<Determination[]> {
    const { kysely } = this.#context.platform.database;
    const units = await unitsIn(this.#context, kysely);
    await look(this.#context, kysely, actor, id, units.officeId);
    return (await determinationsOf(kysely, id)).map(determinationView);
  }

  async #voidReviews(change: Change, held: Held): Promise<void> {
    if (!held.open) return;
    const reason = '公开属性或公开方式已变更';
    await voidReviews(change.tx, held.open.id, { at: change.at, reason });
    if (held.open.state === 'draft') return;
    await updateVersion(change.tx, held.open.id, {
      state: 'draft',
      scheduled_for: null,
      scheduled_hash: null,
      updated_at: change.at,
    });
  }

  async #summarise(change: Change, held: Held): Promise<void> {
    const content = held.open?.content ?? (await currentVersionOf(change.tx, held.row.id))?.content;
    if (content) await summarise(change, held.kind, held.row.id, content);
  }
}

export function determinationView(row: DeterminationRow): Determination {
  return {
    id: row.id,
    attribute: row.attribute,
    manner: row.manner,
    occasion: row.occasion,
    reason: row.reason,
    legalBasis: row.legal_basis,
    legalBasisText: legalBasis(row.legal_basis)?.text ?? row.legal_basis,
    audience: row.audience,
    decidedBy: row.by_person ? { id: row.by_person, name: row.by_name } : null,
    decidedAt: row.at.toISOString(),
    nextReviewOn: row.next_review_on,
  };
}
