import type { Migration } from '../../db/migrate.ts';

/**
 * Entries join the chain while their transaction commits, and not before: a deferred trigger takes the chain's head, so that nobody waits
 * for it longer than the commit itself takes. `audit.waiting` is empty for everybody but the transaction that fills it.
 */
export const chainAtCommit: Migration = {
  name: '2026-11-22-30-chain-at-commit',
  sql: `
    create table audit.waiting (
      id bigint generated always as identity primary key,
      at timestamptz not null,
      actor_type text not null,
      actor_id uuid,
      action text not null,
      kind text not null,
      subject_id text not null,
      unit_id uuid,
      outcome text not null,
      detail jsonb not null,
      hashed_text text not null
    );

    create function audit.chain() returns trigger language plpgsql as $$
    declare
      last audit.head;
      next_hash text;
    begin
      select * into strict last from audit.head for update;
      next_hash := encode(
        sha256(convert_to('[' || last.seq + 1 || ',"' || last.hash || '",' || new.hashed_text, 'UTF8')), 'hex');
      insert into audit.entry
        (seq, at, actor_type, actor_id, action, kind, subject_id, unit_id, outcome, detail, previous_hash, hash)
      values
        (last.seq + 1, new.at, new.actor_type, new.actor_id, new.action, new.kind, new.subject_id, new.unit_id,
         new.outcome, new.detail, last.hash, next_hash);
      update audit.head set seq = last.seq + 1, hash = next_hash;
      delete from audit.waiting where id = new.id;
      return null;
    end
    $$;

    create constraint trigger chain after insert on audit.waiting deferrable initially deferred
      for each row execute function audit.chain();
  `,
};
