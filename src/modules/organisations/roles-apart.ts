import { AppError } from '../../kernel/app-error.ts';
import type { Role } from '../../kernel/roles.ts';

/** A role for some days, YYYY-MM-DD; `toOn` null: until it is ended. */
interface RoleOfDays {
  readonly role: Role;
  readonly fromOn: string;
  readonly toOn: string | null;
}

/** Who looks over what others do does nothing himself: administrators and auditors are different people (GB/T 22239, level 3). */
export function staysApart(wanted: RoleOfDays, held: RoleOfDays): boolean {
  return (wanted.role === 'auditor') !== (held.role === 'auditor') && areAtOnce(wanted, held);
}

export function areAtOnce(one: Omit<RoleOfDays, 'role'>, other: Omit<RoleOfDays, 'role'>): boolean {
  return (one.toOn === null || one.toOn >= other.fromOn) && (other.toOn === null || other.toOn >= one.fromOn);
}

export function auditorAlone(): AppError {
  return new AppError(
    'auditor-alone',
    422,
    '安全审计员查看其他人员的操作记录，不能在同一时间担任其他角色。请指定另一人，或先结束原来的角色。',
  );
}
