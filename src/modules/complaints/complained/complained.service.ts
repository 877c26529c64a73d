import { AppError } from '../../../kernel/app-error.ts';
import { type Actor, demand } from '../../../kernel/permissions.ts';
import type { Organisations } from '../../organisations/index.ts';
import type { ComplaintsContext } from '../complaints.context.ts';

/** Of whom it complains, when the complainant did not know or named another: from then on that unit's people are shut out. */
export class ComplainedService {
  readonly #context: ComplaintsContext;
  readonly #people: Organisations['people'];

  constructor(context: ComplaintsContext, { people }: Organisations) {
    this.#context = context;
    this.#people = people;
  }

  /** @throws AppError `forbidden` (403), `unit-missing` (422), `is-office` (422), `worker-of-unit` (409), `stale` (409) */
  async set(actor: Actor, id: string, input: { readonly version: number; readonly unitId: string }): Promise<void> {
    await this.#context.complaint(actor, id);
    demand(actor, 'route', { kind: 'case' });
    const { unitId, version } = input;
    const members = await this.#people.holders(['officer', 'handler', 'reviewer', 'deputyHead', 'head', 'supervisor']);
    await this.#context.cases.desk.act(actor, { id, event: 'note', version }, async (held) => {
      const { units } = held.known;
      if (!units.isKnown(unitId)) throw wrong('unit-missing', '没有这个单位，请重新选择。');
      if (unitId === units.officeId)
        throw wrong('is-office', '本级主管部门不能核查自己，请转告来信人向上一级政府信息公开工作主管部门提出。');
      const isOf = (personId: string | null) =>
        members.some((one) => one.unitId === unitId && one.personId === personId);
      if (isOf(held.row.person_id))
        throw new AppError('worker-of-unit', 409, `经办人也在${units.nameOf(unitId)}任职，请先改派他人办理。`);
      if (actor.type === 'person' && isOf(actor.personId))
        throw new AppError('worker-of-unit', 409, `您也在${units.nameOf(unitId)}任职，请由主管部门的其他人确定。`);
      await held.move({ against_unit_id: unitId });
      await held.tell({ text: `确定被投诉举报的单位为${units.nameOf(unitId)}。` }, { against: unitId });
    });
  }
}

function wrong(code: string, message: string): AppError {
  return new AppError(code, 422, message, { reasons: [{ field: 'unitId', message }] });
}
