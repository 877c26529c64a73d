import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { CaseReach } from '../../cases/index.ts';

/** On `cases.case as c`: what the person may read. */
export function reachCondition({ unitIds, shutIds }: CaseReach): RawBuilder<SqlBool> {
  const units = unitIds === null ? sql<SqlBool>`true` : sql<SqlBool>`c.unit_id = any(${unitIds}::uuid[])`;
  return shutIds.length === 0 ? units : sql<SqlBool>`(${units} and not (c.id = any(${shutIds}::uuid[])))`;
}
