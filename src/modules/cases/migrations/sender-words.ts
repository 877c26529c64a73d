import type { Migration } from '../../../platform/db/migrate.ts';

/** What senders say unasked: further questions after a reply (追问), once each, and what they add while it is worked on (补充). */
export const senderWords: Migration = {
  name: '2026-11-23-71-case-sender-words',
  sql: `
    create table cases.sender_word (
      id uuid primary key default gen_random_uuid(),
      seq bigint generated always as identity,
      case_id uuid not null references cases."case" (id),
      way text not null check (way in ('askOn', 'supplement')),
      after_reply integer not null,
      text text not null,
      at timestamptz not null
    );
    create index sender_word_of on cases.sender_word (case_id, seq);
    create unique index sender_word_once on cases.sender_word (case_id, after_reply) where way = 'askOn';
  `,
};
