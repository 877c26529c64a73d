import type { Migration } from '../../../platform/db/migrate.ts';

/**
 * Who may see a case that is for few is asked of every case of a unit or a person when they are counted; their indexes answer it alone, and
 * the few that wait for somebody's review are found by theirs.
 */
export const namedLists: Migration = {
  name: '2026-11-24-84-case-named-lists',
  sql: `
    set local statement_timeout = 0;
    drop index cases.case_of_unit;
    create index case_of_unit on cases."case" (unit_id, received_at, id) include (kind, person_id);
    drop index cases.case_of_person;
    create index case_of_person on cases."case" (person_id, received_at, id) include (unit_id, kind) where person_id is not null;
    create index case_waits on cases."case" using gin (waiting_for) where waiting_for <> '{}';
    set local statement_timeout to default;
  `,
};
