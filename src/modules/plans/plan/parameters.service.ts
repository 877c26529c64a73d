import { type Actor, demand } from '../../../kernel/permissions.ts';
import type { PlansContext } from '../plans.context.ts';
import { notFound } from '../plans.errors.ts';
import { listParameters, putParameter, removeParameter } from './parameters.store.ts';
import { checkParameter, PARAMETERS, type ParameterKey } from './parameters.ts';
import type { Parameter } from './plans.contract.ts';

/** IX-10: limits as data, with the defaults beside what has been set. */
export class ParametersService {
  readonly #context: PlansContext;

  constructor(context: PlansContext) {
    this.#context = context;
  }

  async list() {
    const set = await listParameters(this.#context.platform.database.kysely);
    const defaults = (Object.keys(PARAMETERS) as ParameterKey[]).map((key) => ({
      id: null,
      key,
      level: null,
      year: null,
      unitId: null,
      value: PARAMETERS[key].value,
      basis: PARAMETERS[key].basis,
      label: PARAMETERS[key].label,
    }));
    return { items: [...defaults, ...set.map((row) => ({ ...row, label: PARAMETERS[row.key].label }))] };
  }

  async set(actor: Actor, input: Parameter) {
    await this.#context.platform.changes.run(actor, async (change) => {
      demand(actor, 'edit', { kind: 'planParameter' });
      checkParameter(input.key, input.value);
      const id = await putParameter(change.tx, input);
      change.record({
        action: 'edit',
        kind: 'planParameter',
        subjectId: id,
        unitId: input.unitId,
        detail: { ...input },
      });
    });
    return this.list();
  }

  async remove(actor: Actor, id: string) {
    await this.#context.platform.changes.run(actor, async (change) => {
      demand(actor, 'edit', { kind: 'planParameter' });
      if (!(await removeParameter(change.tx, id))) throw notFound('个参数');
      change.record({ action: 'remove', kind: 'planParameter', subjectId: id });
    });
    return this.list();
  }
}
