import type { Migration } from '../../../platform/db/migrate.ts';

export const organisations: Migration = {
  name: '2026-11-21-15-organisations',
  sql: `
    create schema organisations;

    create table organisations.unit (
      id uuid primary key default gen_random_uuid(),
      code text not null unique check (code ~ '^[a-z][a-z0-9-]*$'),
      name text not null unique,
      short_name text not null,
      kind text not null check (kind in ('government', 'department', 'street', 'town', 'park', 'institution', 'enterprise')),
      parent_id uuid references organisations.unit,
      is_office boolean not null default false,
      initials text not null,
      sort integer not null default 1000,
      from_on date,
      to_on date,
      version integer not null default 1,
      check (to_on is null or from_on is null or from_on <= to_on)
    );

    create table organisations.unit_alias (
      unit_id uuid not null references organisations.unit on delete cascade,
      alias text not null,
      primary key (unit_id, alias)
    );

    create table organisations.unit_group (
      id uuid primary key default gen_random_uuid(),
      name text not null unique,
      aliases text[] not null default '{}',
      rule text not null check (rule in ('kinds', 'list', 'open')),
      kinds text[] not null default '{}',
      note text,
      version integer not null default 1
    );

    create table organisations.unit_group_member (
      group_id uuid not null references organisations.unit_group on delete cascade,
      unit_id uuid not null references organisations.unit on delete cascade,
      primary key (group_id, unit_id)
    );

    -- How plans of cities and districts commonly name groups; the office may change them.
    insert into organisations.unit_group (name, aliases, rule, kinds, note) values
      ('各街镇', '{各街道（镇）,各街道、镇,各镇街}', 'kinds', '{street,town}', '全部街道和镇'),
      ('区政府各部门', '{各委办局,各部门,区各部门}', 'kinds', '{department}', '全部委办局'),
      ('各园区', '{园区}', 'kinds', '{park}', '全部园区'),
      ('各单位', '{全体单位,区属各单位}', 'kinds', '{department,street,town,park,institution}', '全部委办局、街镇、园区和事业单位'),
      ('各相关单位', '{相关单位,各有关单位,有关单位,各相关部门,相关部门,有关部门}', 'open', '{}', '由主管部门按任务逐项确定');

    create table organisations.section (
      id uuid primary key default gen_random_uuid(),
      unit_id uuid not null references organisations.unit on delete cascade,
      name text not null,
      active boolean not null default true,
      unique (unit_id, name)
    );

    create table organisations.person (
      id uuid primary key default gen_random_uuid(),
      account text not null check (account = lower(account)),
      name text not null,
      initials text not null,
      email text,
      phone text,
      unit_id uuid not null references organisations.unit,
      section_id uuid references organisations.section,
      position text,
      skills text,
      reserve boolean not null default false,
      active boolean not null default true,
      left_on date,
      access_changed_at timestamptz not null,
      version integer not null default 1,
      unique (account)
    );

    create index person_by_unit on organisations.person (unit_id, initials);

    create table organisations.role_grant (
      id uuid primary key default gen_random_uuid(),
      person_id uuid not null references organisations.person,
      unit_id uuid not null references organisations.unit,
      role text not null,
      from_on date not null,
      to_on date,
      acting_for uuid references organisations.person,
      granted_at timestamptz not null,
      granted_by uuid,
      ended_at timestamptz,
      ended_by uuid,
      end_reason text,
      check (to_on is null or from_on <= to_on),
      check (acting_for is null or to_on is not null)
    );

    create index role_grant_by_person on organisations.role_grant (person_id);
    create index role_grant_by_unit on organisations.role_grant (unit_id, role);
  `,
};
