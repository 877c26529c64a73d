import type { Migration } from '../../db/migrate.ts';

export const outbox: Migration = {
  name: '2026-11-21-02-outbox',
  sql: `
    create schema outbox;

    create table outbox.event (
      id bigint generated always as identity primary key,
      name text not null,
      payload jsonb not null,
      happened_at timestamptz not null,
      delivered_at timestamptz
    );

    create index event_undelivered on outbox.event (id) where delivered_at is null;
  `,
};
