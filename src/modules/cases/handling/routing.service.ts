import { AppError } from '../../../kernel/app-error.ts';
import { type Actor, can, refusal } from '../../../kernel/permissions.ts';
import { ROLES } from '../../../kernel/roles.ts';
import type { Person } from '../../organisations/index.ts';
import type { AssignInput, CaseReasonInput, TransferInput } from '../case-acts.contract.ts';
import { mustStandAside, staysWithOffice, unitMissing, unitUnstaffed } from '../cases.errors.ts';
import { nameOf, personIdOf } from '../history.store.ts';
import { unitBefore } from '../holding/before-holding.ts';
import { holdingsOf, passOn } from '../holding/holdings.store.ts';
import { dropDraft } from '../replies/replies.store.ts';
import { recusedFrom } from '../seeing/recusals.store.ts';
import type { CaseDesk } from './case-desk.ts';
import type { HeldCase } from './held-case.ts';
import { ACCEPTING } from './who-accepts.ts';

/** Who has a case: taking it, giving it to a person or a unit, handing it on and back. The clock goes on through all of it. */
export class RoutingService {
  readonly #desk: CaseDesk;

  constructor(desk: CaseDesk) {
    this.#desk = desk;
  }

  /** After somebody looked at it: it goes its way like any other. */
  admit(actor: Actor, id: string, version: number): Promise<void> {
    return this.#desk.act(actor, { id, event: 'admit', version }, async (held) => {
      await held.move();
      await held.tell({ text: '核对后收下。' });
    });
  }

  /** The person who accepts does it himself. */
  accept(actor: Actor, id: string, version: number): Promise<void> {
    return this.#desk.act(actor, { id, event: 'accept', version }, async (held) => {
      const unit = held.known.units.nameOf(held.row.unit_id);
      await this.#give(held, { unitId: held.row.unit_id, personId: personIdOf(actor), personName: nameOf(actor) });
      await held.tell({ text: `${nameOf(actor)}受理。`, senderText: `${unit}已受理，正在办理。` });
    });
  }

  /** @throws AppError `person-elsewhere`, `unit-missing`, `unit-unstaffed` (422), `forbidden` (403) for another unit without that right */
  async assign(actor: Actor, id: string, input: AssignInput): Promise<void> {
    const worker = await this.#worker(input);
    const belongsTo = await this.#unitsOf(input.personId);
    return this.#desk.act(actor, { id, event: 'assign', version: input.version }, async (held) => {
      const isOther = input.unitId !== held.row.unit_id;
      if (isOther && !can(actor, 'route', { kind: 'case' })) throw refusal(actor);
      if (isOther) demandReceiving(held, input.unitId);
      if (worker === 'elsewhere') throw personElsewhere();
      const person = worker;
      if (person) await this.#demandUnbarred(held, person, belongsTo);
      const unit = held.known.units.nameOf(input.unitId);
      const from = held.known.units.nameOf(held.row.unit_id);
      await this.#give(
        held,
        { unitId: input.unitId, personId: person?.id ?? null, personName: person?.name ?? null },
        isOther ? { from, to: unit } : undefined,
      );
      if (isOther) await dropDraft(held.change.tx, id, held.change.at);
      const text = `分派${isOther ? `到${unit}` : ''}${person ? `，由${person.name}办理` : ''}。`;
      await held.tell({ text, senderText: `${unit}正在办理。` }, { unitId: input.unitId, personId: input.personId });
    });
  }

  /** @throws AppError `unit-missing`, `unit-unstaffed`, `same-unit` (422) */
  transfer(actor: Actor, id: string, input: TransferInput): Promise<void> {
    return this.#desk.act(actor, { id, event: 'transfer', version: input.version }, async (held) => {
      if (input.unitId === held.row.unit_id)
        throw new AppError('same-unit', 422, '这一来件已在该单位，请选择其他单位。', {
          reasons: [{ field: 'unitId', message: '请选择其他单位' }],
        });
      demandReceiving(held, input.unitId);
      await this.#handOn(held, input.unitId, 'transferred', input.reason);
    });
  }

  /** @throws AppError `nowhere-to-return` (409), `unit-unstaffed` (422) */
  transferBack(actor: Actor, id: string, input: CaseReasonInput): Promise<void> {
    return this.#desk.act(actor, { id, event: 'transferBack', version: input.version }, async (held) => {
      const before = unitBefore(await holdingsOf(held.change.tx, id));
      if (!before || !held.known.units.isActive(before))
        throw new AppError(
          'nowhere-to-return',
          409,
          '这一来件不是其他单位转来的，或已被退回过，不能退回；可以转其他单位办理。',
        );
      demandReceiving(held, before);
      await this.#handOn(held, before, 'returned', input.reason);
    });
  }

  async #handOn(held: HeldCase, unitId: string, way: 'transferred' | 'returned', reason: string): Promise<void> {
    const { row, known, change } = held;
    const [from, to] = [known.units.nameOf(row.unit_id), known.units.nameOf(unitId)];
    await held.move({ unit_id: unitId, person_id: null, person_name: null }, [
      (on) => ({ type: 'transferred', on, from, to }),
    ]);
    await passOn(change.tx, {
      case_id: row.id,
      unit_id: unitId,
      person_id: null,
      person_name: null,
      way,
      reason,
      at: change.at,
    });
    await dropDraft(change.tx, row.id, change.at);
    const verb = way === 'returned' ? '退回' : '转';
    await held.tell(
      { text: `${from}${verb}${to}办理：${reason}`, senderText: `由${from}转${to}办理，办理期限不变。` },
      { from: row.unit_id, to: unitId },
    );
  }

  async #give(
    held: HeldCase,
    to: { readonly unitId: string; readonly personId: string | null; readonly personName: string | null },
    transferred?: { readonly from: string; readonly to: string },
  ): Promise<void> {
    const { row, change } = held;
    await held.move(
      { unit_id: to.unitId, person_id: to.personId, person_name: to.personName },
      transferred ? [(on) => ({ type: 'transferred', on, ...transferred })] : [],
    );
    await passOn(change.tx, {
      case_id: row.id,
      unit_id: to.unitId,
      person_id: to.personId,
      person_name: to.personName,
      way: 'assigned',
      reason: null,
      at: change.at,
    });
  }

  async #unitsOf(personId: string | null): Promise<readonly string[]> {
    if (personId === null) return [];
    const holders = await this.#desk.context.organisations.people.holders(ROLES);
    return holders.filter((one) => one.personId === personId).map((one) => one.unitId);
  }

  /** Nobody gets what he stands aside from, nor what complains of a unit of his. */
  async #demandUnbarred(held: HeldCase, { id, name }: Person, belongsTo: readonly string[]): Promise<void> {
    if (belongsTo.some((unitId) => unitId === held.row.against_unit_id)) throw mustStandAside(name);
    const recused = await recusedFrom(held.change.tx, held.row.id);
    if (recused.includes(id)) throw mustStandAside(name);
  }

  /** Somebody of the unit who works on cases there. */
  async #worker({ personId, unitId }: AssignInput): Promise<Person | 'elsewhere' | null> {
    if (personId === null) return null;
    const { people } = this.#desk.context.organisations;
    const holders = await people.holders(ACCEPTING);
    const works = holders.some((one) => one.personId === personId && one.unitId === unitId);
    return works ? people.get(personId) : 'elsewhere';
  }
}

function personElsewhere(): AppError {
  return new AppError('person-elsewhere', 422, '所选人员不在该单位办理来件，请重新选择。', {
    reasons: [{ field: 'personId', message: '请选择该单位的联络员或经办人' }],
  });
}

function demandReceiving({ kind, known: { units } }: HeldCase, unitId: string): void {
  if (kind.heldBy === 'office') throw staysWithOffice(kind);
  if (!units.isActive(unitId)) throw unitMissing();
  if (!units.takes(unitId, kind)) throw unitUnstaffed(units.nameOf(unitId), kind);
}
