import type { Role } from '../../../../kernel/roles.ts';
import { ROLE_NAMES } from '../../../../workbench/api/session.ts';
import type { StepProgress } from '../../publications.contract.ts';

type Lacking = Pick<StepProgress, 'name' | 'unit' | 'lack'> & { readonly roles: readonly string[] };

/** Why a step would wait for ever, and what to do about it; null when somebody can do it. */
export function lackText(
  { name, unit, roles, lack }: Lacking,
  whose = unit === 'office' ? '主管部门' : '本单位',
): string | null {
  const wanted = roles.map((role) => ROLE_NAMES[role as Role] ?? role).join('、');
  const give = `请主管部门在“人员与角色”中给${whose}有关人员授予角色（${wanted}），或者在“审查环节”中调整这一环节`;
  if (lack === 'nobody') return `${whose}没有人能办理“${name}”。${give}。`;
  if (lack === 'editors') return `${whose}能办理“${name}”的人都参与了起草，不能审核自己起草的内容。${give}。`;
  if (lack === 'otherStep')
    return `${whose}能办理“${name}”的人已经办理了同类的其他环节，这一环节须由另一人办理。${give}。`;
  if (lack === 'tooFew') return `${whose}的人手不够：同类环节须由不同的人办理，“${name}”会没有人办理。${give}。`;
  return null;
}
