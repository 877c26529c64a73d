import type { Generated } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Role } from '../../kernel/roles.ts';

export type PersonTables = {
  'organisations.person': {
    id: Generated<string>;
    account: string;
    name: string;
    initials: string;
    email: string | null;
    phone: string | null;
    unit_id: string;
    section_id: string | null;
    position: string | null;
    skills: string | null;
    reserve: boolean;
    active: Generated<boolean>;
    left_on: LocalDate | null;
    access_changed_at: Date;
    version: Generated<number>;
  };
};

export type GrantTables = {
  'organisations.role_grant': {
    id: Generated<string>;
    person_id: string;
    unit_id: string;
    role: Role;
    from_on: LocalDate;
    to_on: LocalDate | null;
    acting_for: string | null;
    granted_at: Date;
    granted_by: string | null;
    ended_at: Generated<Date | null>;
    ended_by: Generated<string | null>;
    end_reason: Generated<string | null>;
  };
};
