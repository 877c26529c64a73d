import { AppError } from '../../../kernel/app-error.ts';
import { type Actor, demand } from '../../../kernel/permissions.ts';
import type { Applicant } from '../case-acts.contract.ts';
import { caseSubject, demandRead } from '../case-subject.ts';
import { lookUpKnown } from '../cases.context.ts';
import { caseMissing, invalidCase } from '../cases.errors.ts';
import { findCase } from '../cases.store.ts';
import type { CaseDesk } from '../handling/case-desk.ts';
import { addHistory, nameOf } from '../history.store.ts';
import { APPLICANT_KEY, unsealApplicant } from './applicants.store.ts';
import { lookReasonFault } from './look-reason.ts';

/** The one place where a seal is opened; who looked, when and why stands in the case's history and in the audit log. */
export class ApplicantsService {
  readonly #desk: CaseDesk;

  constructor(desk: CaseDesk) {
    this.#desk = desk;
  }

  /**
   * For the sender himself, who has just shown number and secret: his own name on his own letter. The audit log tells of it; the history,
   * which speaks of the staff, does not.
   */
  ownName(caseId: string): Promise<string | null> {
    const { changes, secrets } = this.#desk.context.platform;
    return changes.run({ type: 'visitor' }, async (change) => {
      const row = await findCase(change.tx, caseId);
      const data = row && (await unsealApplicant(change.tx, secrets.key(APPLICANT_KEY), caseId));
      if (!data) return null;
      const detail = { reason: '来信人本人查询' };
      change.record({ action: 'openApplicant', kind: 'case', subjectId: caseId, unitId: row.unit_id, detail });
      return data.name;
    });
  }

  /**
   * @param done what the history says that he did, in words after his name
   * @throws AppError `case-missing` (404), `forbidden` (403), `anonymous` (404), `case-invalid` (422) when the reason tells who it is
   */
  async open(actor: Actor, caseId: string, reason: string, done = '查看来信人联系方式'): Promise<Applicant> {
    const known = await lookUpKnown(this.#desk.context);
    const { changes, secrets } = this.#desk.context.platform;
    return changes.run(actor, async (change) => {
      const row = await findCase(change.tx, caseId);
      if (!row) throw caseMissing();
      const place = await this.#desk.placeOf(change.tx, row, known);
      demandRead(actor, place);
      demand(actor, 'openApplicant', caseSubject(place, 'openApplicant'));
      const data = await unsealApplicant(change.tx, secrets.key(APPLICANT_KEY), caseId);
      if (!data) throw new AppError('anonymous', 404, '这一来件没有留下来信人信息。');
      const fault = actor.type === 'person' ? lookReasonFault(reason, data) : null;
      if (fault) throw invalidCase([fault]);
      const text = actor.type === 'person' ? `${nameOf(actor)}${done}。` : '按预留方式通知来信人。';
      await addHistory(change, caseId, { event: 'openApplicant', text });
      change.record({
        action: 'openApplicant',
        kind: 'case',
        subjectId: caseId,
        unitId: row.unit_id,
        detail: { reason },
      });
      return data;
    });
  }
}
