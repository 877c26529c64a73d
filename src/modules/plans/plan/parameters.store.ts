import type { Generated } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import type { PlanLevel } from '../plan-words.ts';
import type { ParameterKey } from './parameters.ts';
import type { Parameter } from './plans.contract.ts';

type ParameterTables = {
  'plans.parameter': {
    id: Generated<string>;
    key: ParameterKey;
    level: PlanLevel | null;
    year: number | null;
    unit_id: string | null;
    value: string;
    basis: string;
  };
};

export type StoredParameter = Parameter & { readonly id: string };

export async function listParameters(db: Queryable): Promise<StoredParameter[]> {
  const rows = await db
    .withTables<ParameterTables>()
    .selectFrom('plans.parameter')
    .selectAll()
    .orderBy('key')
    .execute();
  return rows.map(({ unit_id, ...row }) => ({ ...row, unitId: unit_id }));
}

/** Sets the value of one scope, replacing what stood there. */
export async function putParameter(db: Queryable, parameter: Parameter): Promise<string> {
  const table = db.withTables<ParameterTables>();
  await table
    .deleteFrom('plans.parameter')
    .where('key', '=', parameter.key)
    .where('level', 'is not distinct from', parameter.level)
    .where('year', 'is not distinct from', parameter.year)
    .where('unit_id', 'is not distinct from', parameter.unitId)
    .execute();
  const { unitId, ...rest } = parameter;
  const { id } = await table
    .insertInto('plans.parameter')
    .values({ ...rest, unit_id: unitId })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function removeParameter(db: Queryable, id: string): Promise<boolean> {
  const row = await db
    .withTables<ParameterTables>()
    .deleteFrom('plans.parameter')
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
