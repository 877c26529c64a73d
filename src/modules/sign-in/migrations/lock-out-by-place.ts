import type { Migration } from '../../../platform/db/migrate.ts';

export const lockOutByPlace: Migration = {
  name: '2026-11-21-26-lock-out-by-place',
  sql: `
    drop table sign_in.throttle;

    -- Keyed by hashes of what was typed as account, known or not, and of where from; an empty place is all unknown places together.
    create table sign_in.throttle (
      account_key text not null,
      place_key text not null,
      failures integer not null,
      rounds integer not null,
      last_at timestamptz not null,
      locked_until timestamptz,
      primary key (account_key, place_key)
    );

    -- A browser in which the person has signed in before; the cookie holds the token, this its hash.
    create table sign_in.known_device (
      person_id uuid not null,
      token_hash text not null,
      seen_at timestamptz not null,
      primary key (person_id, token_hash)
    );
  `,
};
