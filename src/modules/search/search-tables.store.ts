import type { Generated } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Queryable } from '../../platform/db/database.ts';

export type SearchTables = {
  'search.entry': {
    number: number;
    kind: string;
    unit_id: string;
    year: number;
    validity: string | null;
    topics: string[];
    dated_on: LocalDate;
    document_number: string | null;
    telling: string;
    words: string;
  };
  'search.passage': { number: number; title: string; body: string };
  'search.word': { word: string; pinyin: string; entries: number };
  'search.progress': { only_row: Generated<boolean>; cursor: number; words_counted_at: Date | null };
  'search.synonyms': { id: Generated<string>; words: string[]; version: Generated<number> };
  'search.best_answer': {
    id: Generated<string>;
    query: string;
    number: number;
    note: string | null;
    version: Generated<number>;
  };
  'search.query_count': { query: string; day: LocalDate; times: number; results: number };
  'search.unclear_query': { digest: Buffer; day: LocalDate };
  'search.settled_query': { query: string; settled_at: Date; settled_by: string };
};

export function searchTables(db: Queryable) {
  return db.withTables<SearchTables>();
}
