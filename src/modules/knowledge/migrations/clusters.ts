import type { Migration } from '../../../platform/db/migrate.ts';

export const clusters: Migration = {
  name: '2026-11-23-81-knowledge-clusters',
  sql: `
    create table knowledge.cluster (
      id uuid primary key default gen_random_uuid(),
      -- Masked words of the question nearest to all others.
      label text not null,
      -- The unit most of whose letters stand in it; null: searches alone.
      unit_id uuid,
      policy_number bigint,
      times integer not null,
      first_on date not null,
      last_on date not null,
      state text not null default 'open' check (state in ('open', 'entered', 'dismissed')),
      publication_id uuid,
      reason text,
      -- How often it had been asked when it was dismissed: asked as often again, it comes back.
      dismissed_times integer,
      decided_at timestamptz,
      decided_by text,
      version integer not null default 1,
      check ((state = 'entered') = (publication_id is not null)),
      check ((state = 'dismissed') = (reason is not null))
    );
    create index cluster_state on knowledge.cluster (state, times desc);

    -- Letters stand here by their id alone: their words stay where they are.
    create table knowledge.cluster_question (
      source text not null check (source in ('case', 'search', 'asked')),
      key text not null,
      cluster_id uuid not null references knowledge.cluster on delete cascade,
      times integer not null,
      first_on date not null,
      last_on date not null,
      unit_id uuid,
      primary key (source, key)
    );
    create index cluster_question_cluster on knowledge.cluster_question (cluster_id);
  `,
};
