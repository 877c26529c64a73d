import { AppError } from '../../../kernel/app-error.ts';
import { type Actor, demand } from '../../../kernel/permissions.ts';
import type { Change } from '../../../platform/change/change.ts';
import { demandRead } from '../case-subject.ts';
import type { CaseRow } from '../case-tables.store.ts';
import { lookUpKnown } from '../cases.context.ts';
import { caseMissing, staleCase } from '../cases.errors.ts';
import { type CaseSet, findCase, lockCase, moveCase } from '../cases.store.ts';
import type { CaseDesk } from '../handling/case-desk.ts';
import { addHistory, nameOf, personIdOf } from '../history.store.ts';
import { passOn } from '../holding/holdings.store.ts';
import { draftOf, dropDraft, editorsOf, renewDraft, reviewsOf } from '../replies/replies.store.ts';
import type { LiftRecusalInput, RecuseInput } from './recusals.contract.ts';
import { insertRecusal, liftRecusal } from './recusals.store.ts';

/**
 * Who stands aside from a case (回避): the person neither sees nor handles it, and what he did of an answer that is not sent counts no more.
 * The office alone decides it, with a reason, and never of the one who decides.
 */
export class RecusalsService {
  readonly #desk: CaseDesk;

  constructor(desk: CaseDesk) {
    this.#desk = desk;
  }

  /** @throws AppError `case-missing` (404), `forbidden` (403), `recuse-self` (422), `already-recused` (409) */
  async recuse(actor: Actor, caseId: string, { personId, reason }: RecuseInput): Promise<void> {
    const person = await this.#person(personId);
    await this.#act(actor, caseId, async (change, row) => {
      if (personIdOf(actor) === personId)
        throw new AppError('recuse-self', 422, '您本人需要回避的，请主管部门的其他人登记，以免这一来件无人查看。', {
          reasons: [{ field: 'personId', message: '请选择他人' }],
        });
      const one = { personId, personName: person.name, reason, byPerson: personIdOf(actor), byName: nameOf(actor) };
      if (!(await insertRecusal(change.tx, caseId, one, change.at)))
        throw new AppError('already-recused', 409, `${person.name}已经回避，不需要再登记。`);
      const says = await takeOff(change, row, personId);
      await addHistory(change, caseId, { event: 'recuse', text: `${person.name}回避：${reason}${says}` });
      change.record({
        action: 'recuse',
        kind: 'case',
        subjectId: caseId,
        unitId: row.unit_id,
        detail: { personId },
      });
      await change.emit('cases.recused', { caseId, kind: row.kind, unitId: row.unit_id, personId });
    });
  }

  /** @throws AppError `case-missing` (404), `forbidden` (403), `recusal-missing` (404) */
  async lift(actor: Actor, caseId: string, id: string, { reason }: LiftRecusalInput): Promise<void> {
    await this.#act(actor, caseId, async (change, row) => {
      const lifted = await liftRecusal(change.tx, { caseId, id, reason, byName: nameOf(actor), at: change.at });
      if (!lifted) throw new AppError('recusal-missing', 404, '没有这条回避，可能已经解除。请刷新后查看。');
      await addHistory(change, caseId, { event: 'liftRecusal', text: `解除${lifted.person_name}的回避：${reason}` });
      change.record({
        action: 'liftRecusal',
        kind: 'case',
        subjectId: caseId,
        unitId: row.unit_id,
        detail: { personId: lifted.person_id },
      });
    });
  }

  async #act(actor: Actor, caseId: string, work: (change: Change, row: CaseRow) => Promise<void>): Promise<void> {
    const known = await lookUpKnown(this.#desk.context);
    await this.#desk.context.platform.changes.run(actor, async (change) => {
      const row = await lockCase(change.tx, caseId);
      if (!row) throw caseMissing();
      demandRead(actor, await this.#desk.placeOf(change.tx, row, known));
      demand(actor, 'manage', { kind: 'caseRecusal' });
      await work(change, row);
    });
  }

  async #person(id: string) {
    const [person] = await this.#desk.context.organisations.people.getMany([id]);
    if (person) return person;
    throw new AppError('person-missing', 422, '没有这个人，请重新选择。', {
      reasons: [{ field: 'personId', message: '请重新选择人员' }],
    });
  }
}

/** The case goes back to the unit, and an answer in hand that he wrote or approved is to be written or approved anew. */
async function takeOff(change: Change, row: CaseRow, personId: string): Promise<string> {
  const { tx, at } = change;
  const draft = await draftOf(tx, row.id);
  const wrote = draft !== undefined && (await editorsOf(tx, draft.id)).includes(personId);
  const reviews = draft ? ((await reviewsOf(tx, [draft.id])).get(draft.id) ?? []) : [];
  const reviewed = draft !== undefined && reviews.some((one) => one.edit === draft.edit && one.byPerson === personId);
  const isInReview = row.state === 'replyDrafted' || row.state === 'replyApproved';
  if (wrote) await dropDraft(tx, row.id, at);
  else if (reviewed) await renewDraft(tx, draft, at);
  const set: CaseSet = {
    ...(row.person_id === personId ? { person_id: null, person_name: null } : {}),
    ...((wrote || reviewed) && isInReview ? { state: 'assigned', waiting_for: [] } : {}),
  };
  if (Object.keys(set).length > 0 && !(await moveCase(tx, row, { ...set, updated_at: at })))
    throw staleCase((await findCase(tx, row.id)) ?? row);
  if (row.person_id === personId) await leaveWithUnit(change, row);
  if (wrote) return '；其起草的答复作废，由他人重新起草。';
  return reviewed ? '；其审核意见作废，答复重新提交审核。' : '';
}

async function leaveWithUnit({ tx, at }: Change, row: CaseRow): Promise<void> {
  await passOn(tx, {
    case_id: row.id,
    unit_id: row.unit_id,
    person_id: null,
    person_name: null,
    way: 'assigned',
    reason: '回避',
    at,
  });
}
