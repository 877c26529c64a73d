import type { Migration } from '../../../platform/db/migrate.ts';

/** States of documents that never were rules: a call by its last day, others by whether they were repealed. What stands so far is told anew. */
export const callDeadlines: Migration = {
  name: '2026-11-22-50-library-call-deadlines',
  sql: `
    alter table library.document add column closes_on date;
    alter table library.document drop constraint document_validity_check;
    alter table library.document add constraint document_validity_check check
      (validity in ('notYetInForce', 'inForce', 'amended', 'expired', 'repealed', 'accepting', 'closed', 'notRepealed'));
    update library.document set validity = 'notRepealed' where not normative and expires_on is null and validity = 'inForce';
  `,
};
