import type { Migration } from '../../../platform/db/migrate.ts';

export const signIn: Migration = {
  name: '2026-11-21-25-sign-in',
  sql: `
    create schema sign_in;

    create table sign_in.credential (
      person_id uuid primary key,
      hash text not null,
      changed_at timestamptz not null,
      must_change boolean not null
    );

    create table sign_in.old_password (
      id bigint generated always as identity primary key,
      person_id uuid not null,
      hash text not null
    );

    create index old_password_by_person on sign_in.old_password (person_id, id);

    -- Keyed by a hash of what was typed as account, known or not: both are locked alike.
    create table sign_in.throttle (
      account_key text primary key,
      failures integer not null,
      first_at timestamptz not null,
      locked_until timestamptz
    );

    create table sign_in.session (
      id uuid primary key default gen_random_uuid(),
      token_hash text not null unique,
      person_id uuid not null,
      method text not null check (method in ('password', 'oidc')),
      device text not null,
      created_at timestamptz not null,
      seen_at timestamptz not null
    );

    create index session_by_person on sign_in.session (person_id);

    create table sign_in.identity (
      issuer text not null,
      subject text not null,
      person_id uuid not null,
      label text,
      linked_at timestamptz not null,
      linked_by uuid,
      primary key (issuer, subject)
    );

    create unique index one_identity_a_person_and_issuer on sign_in.identity (issuer, person_id);

    -- Verified by the provider, but nobody of ours yet: an administrator says whose it is.
    create table sign_in.unlinked_identity (
      id uuid primary key default gen_random_uuid(),
      issuer text not null,
      subject text not null,
      label text,
      seen_at timestamptz not null,
      unique (issuer, subject)
    );

    create table sign_in.oidc_attempt (
      state_hash text primary key,
      nonce text not null,
      verifier text not null,
      return_to text not null,
      link_person_id uuid,
      created_at timestamptz not null
    );
  `,
};
