import type { Migration } from '../../../platform/db/migrate.ts';

/** The public index: fed with what is public and nothing else, made anew from it at any time. */
export const search: Migration = {
  name: '2026-11-21-94-search',
  sql: `
    create schema search;

    -- Read row by row while counting, so it is kept narrow: the words of the text lie outside the row.
    create table search.entry (
      number bigint primary key,
      kind text not null,
      unit_id uuid not null,
      year integer not null,
      validity text,
      topics text[] not null,
      dated_on date not null,
      document_number text,
      -- Title, fields and the telling words of the text, with weights: what hits are ordered by.
      telling tsvector not null,
      words tsvector not null
    ) with (toast_tuple_target = 128);

    alter table search.entry alter column words set storage external;
    alter table search.entry alter column telling set storage main;
    create index entry_words on search.entry using gin (words);
    create index entry_telling on search.entry using gin (telling);
    create index entry_document_number on search.entry (document_number) where document_number is not null;

    create table search.passage (
      number bigint primary key references search.entry on delete cascade,
      title text not null,
      body text not null
    );

    -- Every word of the index and in how many entries it stands, for corrections and suggestions.
    create table search.word (
      word text primary key,
      pinyin text not null,
      entries integer not null
    );

    create index word_pinyin on search.word (pinyin);

    create table search.progress (
      only_row boolean primary key default true check (only_row),
      cursor bigint not null,
      words_counted_at timestamptz
    );

    insert into search.progress (cursor) values (0);

    create table search.synonyms (
      id uuid primary key default gen_random_uuid(),
      words text[] not null check (cardinality(words) between 2 and 20),
      version integer not null default 1
    );

    create table search.best_answer (
      id uuid primary key default gen_random_uuid(),
      query text not null,
      number bigint not null,
      note text,
      version integer not null default 1,
      unique (query, number)
    );

    -- Counts of what was looked for, masked and without who: a query is personal data when someone types a name.
    create table search.query_count (
      query text not null,
      day date not null,
      times integer not null,
      results integer not null,
      primary key (query, day)
    );

    create table search.settled_query (
      query text primary key,
      settled_at timestamptz not null,
      settled_by uuid not null
    );
  `,
};
