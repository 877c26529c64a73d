import type { Unit } from '../../organisations/index.ts';

/**
 * Where remedies are sought, told by the installation: reconsideration against departments and streets goes to the government at the same
 * level, against that government to the next higher one (reconsideration law art 24).
 */
export interface RemedyBody {
  /** `government`: decisions of the government itself; `others`: of its departments, streets and towns; else the id of one unit. */
  readonly scope: string;
  readonly reconsiderationBody: string;
  readonly reconsiderationAddress: string;
  readonly reconsiderationPhone: string | null;
  /** Web address for filing over the internet. */
  readonly internetChannel: string | null;
  readonly court: string;
  readonly courtAddress: string | null;
  /** What the office ruled for 行政查询事项, where the law is not clear. */
  readonly administrativeQuery: 'either' | 'reconsiderationFirst';
}

/** A row of the unit's own stands before that of its kind: units under vertical leadership have another body (art 27). */
export function remedyBodyOf(
  unit: { readonly id: string; readonly kind: Unit['kind'] },
  bodies: readonly RemedyBody[],
): RemedyBody | undefined {
  const general = unit.kind === 'government' ? 'government' : 'others';
  return bodies.find(({ scope }) => scope === unit.id) ?? bodies.find(({ scope }) => scope === general);
}
