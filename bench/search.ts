// node bench/search.ts [documents] [queries] [folder]: search with facets over documents of 1,500 characters, words drawn by their frequency in
// Chinese; those beyond the first 100,000 repeat the texts of these. DATABASE_URL: a PostgreSQL database of its own; absent: embedded, in
// `folder` or a temporary one. A database that holds that many documents already is used as it is.
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { putEntries } from '../src/modules/search/entries/entries.store.ts';
import { wordsOf } from '../src/modules/search/entries/search-entry.ts';
import { SearchService } from '../src/modules/search/finding/search.service.ts';
import { search as searchSchema } from '../src/modules/search/migrations/search.ts';
import { topicsInRow } from '../src/modules/search/migrations/topics-in-row.ts';
import { wordBeginnings } from '../src/modules/search/migrations/word-beginnings.ts';
import { countTellingWords, replaceWords } from '../src/modules/search/suggestions/words.store.ts';
import { Segmenter } from '../src/modules/search/words/segmenter.ts';
import { openEmbedded } from '../src/platform/db/embedded.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { openPostgres } from '../src/platform/db/postgres.ts';
import { drawnEntry, sequence } from './search-texts.ts';

const documents = Number(process.argv[2] ?? 100_000);
const queries = Number(process.argv[3] ?? 200);
const kept = process.argv[4];
const BATCH = 200;
/** Beyond these, texts repeat: drawing and cutting a million of them takes longer than all that is measured. */
const DRAWN = 100_000;
/** Words that people look for are rarer than these. */
const MOST_USUAL = 0.3;
const COMMON = 0.05;

const random = sequence(20261121);
const folder = kept ?? (await mkdtemp(join(tmpdir(), 'mingchuang-bench-')));
const url = process.env.DATABASE_URL;
const database = url ? openPostgres(url) : await openEmbedded(folder);
const segmenter = new Segmenter();
try {
  await migrate(database, [searchSchema, topicsInRow, wordBeginnings]);
  await fill();
  const office = { current: async () => ({ synonyms: [], bestFor: () => [] }) };
  const search = new SearchService({ database, segmenter, office, documentNumberOf: () => null });
  const usual = await usualWords();
  const common = usual.filter(({ share }) => share >= COMMON);
  console.log(
    `${usual.length} words, ${common.length} of them common; milliseconds p50 / p95, five facets, first page with passages`,
  );
  const all: number[] = [];
  for (const words of [1, 2, 3]) {
    all.push(...(await measure(`${words} of any`, search, () => drawn(usual, words))));
    all.push(...(await measure(`${words} common`, search, () => drawn(common, words))));
    all.push(...(await measure(`${words} of one text`, search, () => ofOneText(usual, words))));
  }
  console.log(`all: ${shares(all)}, load ${loadavg()[0]?.toFixed(1)}`);
} finally {
  await database.close();
  if (!kept) await rm(folder, { recursive: true });
}

async function fill(): Promise<void> {
  const { rows } = await sql<{ there: number }>`select count(*)::integer as there from search.entry`.execute(
    database.kysely,
  );
  const there = rows[0]?.there ?? 0;
  if (there >= documents) return console.log(`${database.kind}: ${there} documents are there`);
  const started = performance.now();
  const indexes = await dropWordIndexes();
  const drawn = Math.min(documents, DRAWN);
  for (let at = there; at < drawn; at += BATCH) {
    const entries = Array.from({ length: Math.min(BATCH, drawn - at) }, (_, i) => drawnEntry(at + i, drawn));
    await putEntries(
      database.kysely,
      entries.map((entry) => ({ entry, words: wordsOf(segmenter, entry) })),
    );
  }
  for (let at = Math.max(there, drawn); at < documents; at += DRAWN) await repeat(at, Math.min(DRAWN, documents - at));
  await database.kysely.transaction().execute(async (tx) => {
    await sql`select set_config('statement_timeout', '0', true), set_config('maintenance_work_mem', '128MB', true)`.execute(
      tx,
    );
    for (const definition of indexes) await sql.raw(definition).execute(tx);
    const words = (await countTellingWords(tx)).map((word) => ({ ...word, pinyin: '' }));
    await replaceWords(tx, words, new Date(0));
  });
  await sql`vacuum analyze search.entry`.execute(database.kysely);
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `${database.kind}: ${documents} documents in ${seconds.toFixed(0)} s, ${(documents / seconds).toFixed(0)} a second`,
  );
}

/** The first so many documents once more, with the numbers after `at`. */
async function repeat(at: number, count: number): Promise<void> {
  await database.kysely.transaction().execute(async (tx) => {
    await sql`select set_config('statement_timeout', '0', true)`.execute(tx);
    await sql`insert into search.entry
      select number + ${at}, kind, unit_id, year, validity, topics, dated_on, document_number, telling, words
      from search.entry where number <= ${count}`.execute(tx);
    await sql`insert into search.passage select number + ${at}, title, body from search.passage where number <= ${count}`.execute(
      tx,
    );
  });
}

/** Made at once at the end they take a fraction of the time. @returns how to make them again */
async function dropWordIndexes(): Promise<string[]> {
  const { rows } = await sql<{
    name: string;
    definition: string;
  }>`select indexname as name, indexdef as definition from pg_indexes
    where schemaname = 'search' and tablename = 'entry' and indexdef like '% USING gin %'`.execute(database.kysely);
  for (const { name } of rows) await sql`drop index search.${sql.id(name)}`.execute(database.kysely);
  return rows.map((row) => row.definition);
}

interface UsualWord {
  readonly word: string;
  /** Of the documents that hold it. */
  readonly share: number;
}

/** What people type is rarer than function words: words of two characters and more that stand in 0.05 % to 30 % of the documents. */
async function usualWords(): Promise<UsualWord[]> {
  const step = Math.max(1, Math.floor(documents / 2000));
  const looked = Math.floor(documents / step);
  const { rows } = await sql<{ word: string; ndoc: number }>`
    select word, ndoc from ts_stat(${`select words from search.entry where number % ${step} = 0`})
    where length(word) between 2 and 4 and word ~ '^[一-龥]+$' and ndoc between 1 and ${Math.ceil(looked * MOST_USUAL)}
    order by word`.execute(database.kysely);
  return rows.map(({ word, ndoc }) => ({ word, share: ndoc / looked }));
}

async function drawn(words: readonly UsualWord[], count: number): Promise<string> {
  return Array.from({ length: count }, () => words[Math.floor(random() * words.length)]?.word).join(' ');
}

/** As somebody asks who remembers a document. */
async function ofOneText(usual: readonly UsualWord[], count: number): Promise<string> {
  const known = new Set(usual.map(({ word }) => word));
  const number = 1 + Math.floor(random() * documents);
  const { rows } = await sql<{ words: string[] }>`
    select tsvector_to_array(words) as words from search.entry where number = ${number}`.execute(database.kysely);
  const there = (rows[0]?.words ?? []).filter((word) => known.has(word));
  return Array.from({ length: count }, () => there[Math.floor(random() * there.length)]).join(' ');
}

async function measure(name: string, search: SearchService, query: () => Promise<string>): Promise<number[]> {
  const times: number[] = [];
  let [total, relaxed] = [0, 0];
  for (let i = 0; i < queries; i += 1) {
    const written = await query();
    const begun = performance.now();
    const answer = await search.search({ written, filters: {}, newestFirst: false, page: 1, pageSize: 10 });
    times.push(performance.now() - begun);
    total += answer.total;
    if (answer.relaxed) relaxed += 1;
  }
  console.log(
    `${name}: ${shares(times)}, ${(total / queries).toFixed(0)} found on average, ${relaxed} held no text with all`,
  );
  return times;
}

function shares(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
  return `${at(0.5)} / ${at(0.95)}`;
}
