import type { FieldCondition } from '../kinds/publication-kind.ts';
import type { FieldValue } from './content.contract.ts';

/** Whether the content says so; booleans are written `true` and `false`. */
export function holds(condition: FieldCondition | undefined, fields: Readonly<Record<string, FieldValue>>): boolean {
  if (!condition) return true;
  const value = fields[condition.field] ?? null;
  const values = Array.isArray(value) ? value : [String(value)];
  return values.some((one) => condition.oneOf.includes(one));
}
