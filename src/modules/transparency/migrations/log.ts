import type { Migration } from '../../../platform/db/migrate.ts';

/**
 * A leaf waits with its order of arrival until it has its index for good. Of a tile the longest state is kept: shorter ones are its
 * beginning. Nothing that is in the tree ever changes again, whoever asks.
 */
export const log: Migration = {
  name: '2026-11-21-60-transparency-log',
  sql: `
    create schema transparency;

    create sequence transparency.arrival;

    create table transparency.leaf (
      hash bytea primary key check (length(hash) = 32),
      entry bytea not null check (length(entry) <= 65535),
      index bigint unique check (index >= 0),
      arrival bigint default nextval('transparency.arrival'),
      waiting_since timestamptz,
      check ((index is null) = (arrival is not null)),
      check ((index is null) = (waiting_since is not null))
    );

    create index leaf_waiting on transparency.leaf (arrival) where index is null;

    create table transparency.tile (
      level integer not null check (level between 0 and 63),
      index bigint not null check (index >= 0),
      hashes bytea not null check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0),
      primary key (level, index)
    );

    create table transparency.tree (
      singleton boolean primary key default true check (singleton),
      size bigint not null check (size >= 0)
    );

    insert into transparency.tree (size) values (0);

    create table transparency.checkpoint (
      number bigint primary key check (number > 0),
      size bigint not null unique check (size >= 0),
      note text not null
    );

    create table transparency.identity (
      singleton boolean primary key default true check (singleton),
      verifier_key text not null
    );

    create table transparency.alarm (
      code text primary key,
      message text not null,
      since timestamptz not null
    );

    create function transparency.refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'the public log is append-only';
    end $$;

    create function transparency.keep_leaf() returns trigger language plpgsql as $$
    begin
      if old.index is not null or new.hash <> old.hash or new.entry <> old.entry then
        raise exception 'the public log is append-only';
      end if;
      return new;
    end $$;

    create function transparency.keep_tile() returns trigger language plpgsql as $$
    begin
      if substring(new.hashes from 1 for length(old.hashes)) <> old.hashes
        or new.level <> old.level or new.index <> old.index then
        raise exception 'the public log is append-only';
      end if;
      return new;
    end $$;

    create trigger keep_leaf before update on transparency.leaf
      for each row execute function transparency.keep_leaf();
    create trigger keep_leaf_rows before delete on transparency.leaf
      for each row execute function transparency.refuse_change();
    create trigger keep_tile before update on transparency.tile
      for each row execute function transparency.keep_tile();
    create trigger keep_tile_rows before delete on transparency.tile
      for each row execute function transparency.refuse_change();
    create trigger keep_checkpoint before update or delete on transparency.checkpoint
      for each row execute function transparency.refuse_change();
    create trigger keep_identity before update or delete on transparency.identity
      for each row execute function transparency.refuse_change();
  `,
};
