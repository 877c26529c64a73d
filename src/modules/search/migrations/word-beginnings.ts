import type { Migration } from '../../../platform/db/migrate.ts';

/** Words are looked for by how they begin, and for corrections by how they end: without these every word is read, for each word of a query. */
export const wordBeginnings: Migration = {
  name: '2026-11-24-63-search-word-beginnings',
  sql: `
    create index word_beginning on search.word (word text_pattern_ops);
    create index word_ending on search.word (reverse(word) text_pattern_ops);
    drop index search.word_pinyin;
    create index word_pinyin on search.word (pinyin text_pattern_ops);
  `,
};
