import type { Migration } from '../../../platform/db/migrate.ts';

/** What surrounds the ledger: import drafts, reminders, calendars, meetings, issues, key fields, look-back, parameters. */
export const planWork: Migration = {
  name: '2026-11-21-31-plan-work',
  sql: `
    create table plans.import_draft (
      id uuid primary key default gen_random_uuid(),
      state text not null default 'open' check (state in ('open', 'confirmed', 'discarded')),
      file_hash text not null,
      file_name text not null,
      media_type text not null,
      head jsonb not null,
      doubts jsonb not null,
      owner_unit_id uuid,
      plan_id uuid references plans.plan,
      created_by uuid,
      created_by_name text not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null default 1
    );

    create table plans.import_row (
      id uuid primary key default gen_random_uuid(),
      draft_id uuid not null references plans.import_draft on delete cascade,
      position integer not null,
      row jsonb not null,
      doubts jsonb not null,
      place jsonb,
      edited boolean not null default false,
      removed boolean not null default false,
      edited_by_name text,
      edited_at timestamptz,
      version integer not null default 1
    );

    create index import_row_by_draft on plans.import_row (draft_id, position);

    create table plans.reminder (
      id uuid primary key default gen_random_uuid(),
      assignment_id uuid not null references plans.assignment on delete cascade,
      task_id uuid not null references plans.task on delete cascade,
      unit_id uuid not null,
      kind text not null check (kind in ('before', 'dueDay', 'overdue', 'manual', 'returned')),
      for_day date not null,
      due_on date,
      text text not null,
      created_at timestamptz not null
    );

    -- The job may run twice, in two processes, after a pause: one reminder each.
    create unique index one_reminder on plans.reminder
      (assignment_id, kind, for_day, coalesce(due_on, '0001-01-01'));
    create index reminder_by_unit on plans.reminder (unit_id, created_at desc);

    create table plans.reminder_read (
      reminder_id uuid not null references plans.reminder on delete cascade,
      person_id uuid not null,
      read_at timestamptz not null,
      primary key (person_id, reminder_id)
    );

    create table plans.reminder_mail (
      person_id uuid not null,
      for_day date not null,
      sent_at timestamptz not null,
      reminder_count integer not null,
      primary key (person_id, for_day)
    );

    create table plans.calendar_feed (
      id uuid primary key default gen_random_uuid(),
      person_id uuid not null,
      token_hash text not null unique,
      created_at timestamptz not null,
      last_used_at timestamptz,
      revoked_at timestamptz
    );

    create index calendar_feed_by_person on plans.calendar_feed (person_id) where revoked_at is null;

    create table plans.meeting (
      id uuid primary key default gen_random_uuid(),
      plan_id uuid references plans.plan,
      kind text not null,
      title text not null,
      held_on date not null,
      place text,
      chaired_by text,
      agenda text not null,
      minutes text not null,
      unit_ids uuid[] not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      updated_by_name text not null,
      version integer not null default 1
    );

    create table plans.action_item (
      id uuid primary key default gen_random_uuid(),
      meeting_id uuid not null references plans.meeting on delete cascade,
      position integer not null,
      text text not null,
      task_id uuid references plans.task on delete set null,
      unit_id uuid,
      due_on date,
      done boolean not null default false,
      done_at timestamptz,
      done_note text,
      version integer not null default 1
    );

    create index action_item_by_meeting on plans.action_item (meeting_id, position);
    create index action_item_by_task on plans.action_item (task_id) where task_id is not null;
    create index action_item_open on plans.action_item (unit_id, due_on) where not done;

    create table plans.issue (
      id uuid primary key default gen_random_uuid(),
      plan_id uuid references plans.plan,
      task_id uuid references plans.task on delete set null,
      unit_id uuid,
      raised_on date not null,
      title text not null,
      question text not null,
      state text not null default 'raised' check (state in ('raised', 'decided', 'settled')),
      decision text,
      decided_on date,
      outcome text,
      settled_on date,
      updated_at timestamptz not null,
      updated_by_name text not null,
      version integer not null default 1
    );

    create table plans.key_field (
      id uuid primary key default gen_random_uuid(),
      year integer not null,
      unit_id uuid not null,
      name text not null,
      content text not null,
      requirement text not null,
      origin text not null check (origin in ('declared', 'assigned')),
      state text not null check (state in ('declared', 'confirmed', 'returned')),
      reason text,
      task_id uuid references plans.task on delete set null,
      updated_at timestamptz not null,
      updated_by_name text not null,
      version integer not null default 1,
      unique (year, unit_id, name)
    );

    create table plans.look_back (
      id uuid primary key default gen_random_uuid(),
      plan_id uuid not null unique references plans.plan,
      due_on date not null,
      opened_at timestamptz not null
    );

    create table plans.look_back_item (
      id uuid primary key default gen_random_uuid(),
      look_back_id uuid not null references plans.look_back on delete cascade,
      task_id uuid not null,
      snapshot jsonb not null,
      verdict text not null default 'pending' check (verdict in ('pending', 'verified', 'unfinished', 'rectified')),
      finding text,
      order_number text,
      order_text text,
      order_due_on date,
      order_unit_ids uuid[],
      rectified_on date,
      outcome text,
      decided_by_name text,
      decided_at timestamptz,
      version integer not null default 1,
      unique (look_back_id, task_id)
    );

    create table plans.breakdown_submission (
      plan_id uuid not null references plans.plan on delete cascade,
      unit_id uuid not null,
      submitted_at timestamptz not null,
      by_person uuid,
      by_name text not null,
      share_count integer not null,
      primary key (plan_id, unit_id)
    );

    create table plans.parameter (
      id uuid primary key default gen_random_uuid(),
      key text not null,
      level text,
      year integer,
      unit_id uuid,
      value text not null,
      basis text not null
    );

    create unique index one_parameter on plans.parameter
      (key, coalesce(level, ''), coalesce(year, 0), coalesce(unit_id, '00000000-0000-0000-0000-000000000000'));
  `,
};
