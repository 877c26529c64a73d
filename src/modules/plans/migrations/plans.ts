import type { Migration } from '../../../platform/db/migrate.ts';

/** Plans, their tasks, and each unit's share of a task. */
export const plans: Migration = {
  name: '2026-11-21-30-plans',
  sql: `
    create schema plans;

    create table plans.plan (
      id uuid primary key default gen_random_uuid(),
      level text not null check (level in ('city', 'district', 'unit')),
      unit_id uuid,
      year integer not null,
      title text not null,
      document_number text,
      issuer text,
      issued_on date,
      approval text,
      narrative jsonb not null default '[]',
      parent_plan_id uuid references plans.plan,
      original jsonb,
      state text not null default 'draft' check (state in ('draft', 'published', 'closed')),
      published_at timestamptz,
      closed_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null default 1,
      check (level <> 'unit' or unit_id is not null)
    );

    -- One plan in force per owner and year, so that an address of a year means one plan.
    create unique index one_plan_in_force on plans.plan
      (level, year, coalesce(unit_id, '00000000-0000-0000-0000-000000000000')) where state <> 'draft';
    create index plan_by_parent on plans.plan (parent_plan_id);

    create table plans.task (
      id uuid primary key default gen_random_uuid(),
      plan_id uuid not null references plans.plan on delete cascade,
      number integer not null,
      category text,
      name text,
      content text not null,
      units_text text not null,
      deadline_text text not null,
      deadline jsonb not null,
      deadline_kind text not null,
      content_due_on date,
      due_on date,
      due jsonb not null,
      due_provisional boolean not null,
      priority boolean not null default false,
      priority_note text,
      requirement_text text,
      parent_task_id uuid references plans.task on delete set null,
      previous_task_id uuid references plans.task on delete set null,
      -- Facts of its shares, derived again from them with every write that touches one.
      share_count integer not null default 0,
      accepted_count integer not null default 0,
      reported_count integer not null default 0,
      returned_count integer not null default 0,
      started_count integer not null default 0,
      percent integer not null default 0,
      done_milestones integer not null default 0,
      open_due_on date,
      next_due_on date,
      last_report_at timestamptz,
      evidence_count integer not null default 0,
      accepted_on date,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null default 1,
      unique (plan_id, number)
    );

    create index task_by_parent on plans.task (parent_task_id) where parent_task_id is not null;
    create index task_by_due on plans.task (plan_id, next_due_on);
    create index task_provisional on plans.task (plan_id) where due_provisional;

    create table plans.task_unit (
      task_id uuid not null references plans.task on delete cascade,
      position integer not null,
      name text not null,
      role text not null check (role in ('lead', 'support', 'responsible')),
      unit_id uuid,
      group_id uuid,
      is_group boolean not null,
      -- What the name stood for when it was resolved; empty: the office has still to choose.
      unit_ids uuid[] not null,
      primary key (task_id, position)
    );

    create table plans.assignment (
      id uuid primary key default gen_random_uuid(),
      task_id uuid not null references plans.task on delete cascade,
      plan_id uuid not null references plans.plan on delete cascade,
      unit_id uuid not null,
      role text not null check (role in ('lead', 'support', 'responsible')),
      via_group text,
      section_id uuid,
      person_id uuid,
      own_due_on date,
      due_on date,
      redo_by date,
      -- The unit's own earlier date reminds its people; lateness is judged by the plan's date alone.
      alert_on date generated always as (least(own_due_on, due_on)) stored,
      milestone integer not null default 0,
      milestone_count integer not null default 1,
      state text not null default 'open' check (state in ('open', 'reported', 'returned', 'accepted')),
      percent integer not null default 0 check (percent between 0 and 100),
      last_text text,
      last_report_at timestamptz,
      reported_on date,
      accepted_on date,
      evidence_count integer not null default 0,
      -- The unit was taken off the task after it had reported: kept as a record, counted nowhere.
      removed boolean not null default false,
      version integer not null default 1,
      unique (task_id, unit_id)
    );

    create index assignment_by_unit on plans.assignment (unit_id, state, due_on) where not removed;
    create index assignment_by_plan on plans.assignment (plan_id, unit_id) include (state, due_on, percent) where not removed;
    create index assignment_owed on plans.assignment (alert_on) where state in ('open', 'returned') and not removed;
    create index assignment_waiting on plans.assignment (last_report_at) where state = 'reported' and not removed;
    create index assignment_by_person on plans.assignment (person_id) where person_id is not null;

    create table plans.report (
      id uuid primary key default gen_random_uuid(),
      assignment_id uuid not null references plans.assignment on delete cascade,
      form_id uuid not null,
      kind text not null check (kind in ('progress', 'completion')),
      milestone integer not null,
      text text not null,
      percent integer not null,
      by_person uuid,
      by_name text not null,
      at timestamptz not null,
      decision text check (decision in ('accepted', 'returned')),
      decision_reason text,
      decided_by uuid,
      decided_by_name text,
      decided_at timestamptz,
      -- Order of arrival, also within one instant.
      seq bigint generated always as identity,
      unique (assignment_id, form_id)
    );

    create table plans.upload (
      id uuid primary key default gen_random_uuid(),
      hash text not null,
      name text not null,
      size bigint not null,
      media_type text not null,
      by_person uuid,
      at timestamptz not null
    );

    create table plans.evidence (
      id uuid primary key default gen_random_uuid(),
      report_id uuid not null references plans.report on delete cascade,
      assignment_id uuid not null references plans.assignment on delete cascade,
      position integer not null,
      kind text not null check (kind in ('record', 'file', 'address')),
      title text not null,
      record_ref text,
      address text,
      file_hash text,
      file_name text,
      file_size bigint,
      media_type text,
      address_state text check (address_state in ('unchecked', 'reachable', 'unreachable', 'refused')),
      address_note text,
      failures integer not null default 0,
      checked_at timestamptz,
      check_at timestamptz
    );

    create index evidence_by_report on plans.evidence (report_id);
    create index evidence_by_assignment on plans.evidence (assignment_id);
    create index evidence_to_check on plans.evidence (check_at) where check_at is not null;

    create table plans.event (
      id bigint generated always as identity primary key,
      plan_id uuid not null references plans.plan on delete cascade,
      task_id uuid references plans.task on delete cascade,
      assignment_id uuid references plans.assignment on delete cascade,
      unit_id uuid,
      at timestamptz not null,
      by_person uuid,
      by_name text not null,
      kind text not null,
      text text not null,
      changes jsonb not null default '[]',
      -- Version of the changed row after this event: tells a second editor what has changed since.
      version integer
    );

    create index event_by_plan on plans.event (plan_id, id) where task_id is null;
    create index event_by_task on plans.event (task_id, id);
    create index event_by_assignment on plans.event (assignment_id, id);
  `,
};
