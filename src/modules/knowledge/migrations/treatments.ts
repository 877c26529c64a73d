import type { Migration } from '../../../platform/db/migrate.ts';

export const treatments: Migration = {
  name: '2026-11-24-85-knowledge-treatments',
  sql: `
    create table knowledge.treatment (
      id uuid primary key default gen_random_uuid(),
      -- Made by the form that opens it: sent twice, it is one.
      request_id uuid not null unique,
      title text not null,
      unit_id uuid not null,
      -- The group of questions that it was opened from, while that group stands.
      cluster_id uuid references knowledge.cluster on delete set null,
      state text not null default 'inquiry' check (state in ('inquiry', 'acting', 'done', 'verified', 'dropped')),
      inquiry text not null default '',
      cause text not null default '',
      measure_kind text,
      measure text not null default '',
      due_on date,
      effective_on date,
      result text not null default '',
      proofs bigint[] not null default '{}',
      opened_at timestamptz not null,
      opened_on date not null,
      opened_by text not null,
      finished_at timestamptz,
      finished_by_id uuid,
      finished_by text,
      verified_at timestamptz,
      verified_by text,
      verdict text,
      drop_reason text,
      version integer not null default 1,
      check (state not in ('acting', 'done', 'verified') or (due_on is not null and measure_kind is not null and cause <> '' and measure <> '')),
      check (state not in ('done', 'verified') or (effective_on is not null and finished_at is not null)),
      check ((state = 'verified') = (verified_at is not null)),
      check ((state = 'dropped') = (drop_reason is not null))
    );
    create index treatment_unit on knowledge.treatment (unit_id, state);
    create index treatment_state on knowledge.treatment (state, due_on);
    create index treatment_opened on knowledge.treatment (opened_on);
    -- One group is treated once, whoever presses the button first; what comes back is treated again there.
    create unique index treatment_cluster on knowledge.treatment (cluster_id)
      where cluster_id is not null and state <> 'dropped';

    -- The cases of its kind, by their ids alone: what they are is asked where they lie.
    create table knowledge.treatment_case (
      treatment_id uuid not null references knowledge.treatment on delete cascade,
      case_id uuid not null,
      way text not null check (way in ('opened', 'added', 'grouped')),
      added_at timestamptz not null,
      added_by text not null,
      -- Somebody said that it is of another kind; it does not come back by itself.
      left_out_at timestamptz,
      left_out_by text,
      left_out_reason text,
      primary key (treatment_id, case_id),
      check ((left_out_at is null) = (left_out_reason is null))
    );
    create index treatment_case_case on knowledge.treatment_case (case_id);

    create table knowledge.treatment_history (
      id bigint generated always as identity primary key,
      treatment_id uuid not null references knowledge.treatment on delete cascade,
      at timestamptz not null,
      by_name text not null,
      act text not null,
      text text not null
    );
    create index treatment_history_treatment on knowledge.treatment_history (treatment_id, id);
  `,
};
