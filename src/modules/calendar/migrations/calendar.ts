import type { Migration } from '../../../platform/db/migrate.ts';
import { OFFICIAL_YEARS_SOURCE, officialYears } from '../official-years.ts';

/** The calendar, with the years announced when this version was made; later years are imported in the workbench. */
export const calendar: Migration = {
  name: '2026-11-21-10-calendar',
  sql: `
    create schema calendar;

    create table calendar.notice (
      id uuid primary key default gen_random_uuid(),
      year integer not null check (year between 1990 and 2200),
      document_number text,
      source text not null,
      imported_at timestamptz not null,
      imported_by uuid,
      replaced_at timestamptz
    );

    create unique index one_notice_in_force_a_year on calendar.notice (year) where replaced_at is null;

    create table calendar.day (
      notice_id uuid not null references calendar.notice,
      date date not null,
      kind text not null check (kind in ('off', 'work')),
      name text not null,
      primary key (notice_id, date)
    );

    insert into calendar.notice (year, source, imported_at)
      select year, '${OFFICIAL_YEARS_SOURCE}', now() from unnest(array[${officialYears()
        .map(({ year }) => year)
        .join(', ')}]) year;

    insert into calendar.day (notice_id, date, kind, name)
      select notice.id, seed.date, seed.kind, seed.name
      from (values ${officialYears()
        .flatMap(({ year, days }) => days.map((d) => `(${year}, date '${d.date}', '${d.kind}', '${d.name}')`))
        .join(', ')}) seed (year, date, kind, name)
      join calendar.notice on notice.year = seed.year;
  `,
};
