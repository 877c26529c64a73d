import type { Migration } from '../../../platform/db/migrate.ts';

/** Prints of public texts, to find the same text under two numbers (GIP-C4); the shelf follows from the beginning to take them. */
export const textPrints: Migration = {
  name: '2026-11-22-20-library-text-prints',
  sql: `
    create table library.text_print (
      number bigint primary key,
      hash text not null,
      signature integer[] not null,
      bands integer[] not null
    );
    create index text_print_hash on library.text_print (hash);
    update library.shelf_state set cursor = 0;
  `,
};
