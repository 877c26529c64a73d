import type { Migration } from '../../../platform/db/migrate.ts';

/** What witnesses said of our checkpoints, and what we, as a witness, have seen of other logs. */
export const witness: Migration = {
  name: '2026-11-21-61-transparency-witness',
  sql: `
    create table transparency.cosignature (
      number bigint not null references transparency.checkpoint (number),
      verifier_key text not null,
      line text not null,
      primary key (number, verifier_key)
    );

    create table transparency.witnessed (
      origin text primary key,
      size bigint not null check (size >= 0),
      note text not null,
      seen_at timestamptz not null
    );

    create trigger keep_cosignature before update or delete on transparency.cosignature
      for each row execute function transparency.refuse_change();
  `,
};
