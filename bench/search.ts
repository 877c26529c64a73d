// node bench/search.ts [documents] [queries]: search with facets over documents of 1,500 characters, words drawn by their frequency in
// Chinese. DATABASE_URL: an empty PostgreSQL database; absent: embedded, in a temporary folder.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { localDate } from '../src/kernel/local-date.ts';
import { putEntries } from '../src/modules/search/entries/entries.store.ts';
import { type SearchEntry, wordsOf } from '../src/modules/search/entries/search-entry.ts';
import { SearchService } from '../src/modules/search/finding/search.service.ts';
import { search as searchSchema } from '../src/modules/search/migrations/search.ts';
import { Segmenter } from '../src/modules/search/words/segmenter.ts';
import { openEmbedded } from '../src/platform/db/embedded.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { openPostgres } from '../src/platform/db/postgres.ts';

const documents = Number(process.argv[2] ?? 100_000);
const queries = Number(process.argv[3] ?? 200);
const CHARACTERS = 1500;
const BATCH = 200;
const UNITS = Array.from({ length: 66 }, (_, i) => `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`);
const VALIDITIES = ['inForce', 'inForce', 'inForce', 'expired', 'repealed', 'amended'];
const TOPICS = Array.from({ length: 15 }, (_, i) => `主题${i + 1}`);

/** The same sequence in every run, so that runs can be compared. */
let seed = 20261121;
function random(): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
}

const dictionary = readFileSync(fileURLToPath(import.meta.resolve('@node-rs/jieba/dict.txt')), 'utf8')
  .split('\n')
  .map((line) => line.split(' '))
  .filter(([word]) => /^\p{Script=Han}{1,4}$/u.test(word ?? ''))
  .map(([word, times]) => ({ word: word ?? '', times: Number(times) }))
  .sort((a, b) => b.times - a.times)
  .slice(0, 60_000);
const sums: number[] = [];
for (const { times } of dictionary) sums.push((sums.at(-1) ?? 0) + times ** 0.9);

function drawnWord(): string {
  const aim = random() * (sums.at(-1) ?? 0);
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) < aim) low = middle + 1;
    else high = middle;
  }
  return dictionary[low]?.word ?? '';
}

function textOf(characters: number): string {
  let text = '';
  while (text.length < characters) text += drawnWord() + (random() < 0.1 ? '，' : '');
  return text;
}

function entryOf(at: number): SearchEntry {
  const year = 2000 + Math.floor((at / documents) * 27);
  return {
    number: at + 1,
    kind: at % 5 === 0 ? 'interpretation' : 'policyDocument',
    unitId: UNITS[at % UNITS.length] ?? '',
    year,
    validity: VALIDITIES[at % VALIDITIES.length] ?? null,
    topics: [TOPICS[at % TOPICS.length] ?? ''],
    datedOn: localDate(`${year}-06-01`),
    documentNumber: `明府办〔${year}〕${at + 1}号`,
    title: `关于${textOf(14)}的通知`,
    names: ['明湖区教育局'],
    body: textOf(CHARACTERS),
  };
}

const folder = await mkdtemp(join(tmpdir(), 'mingchuang-bench-'));
const url = process.env.DATABASE_URL;
const database = url ? openPostgres(url) : await openEmbedded(folder);
try {
  await migrate(database, [searchSchema]);
  const segmenter = new Segmenter();
  const started = performance.now();
  for (let at = 0; at < documents; at += BATCH) {
    const entries = Array.from({ length: Math.min(BATCH, documents - at) }, (_, i) => entryOf(at + i));
    await putEntries(
      database.kysely,
      entries.map((entry) => ({ entry, words: wordsOf(segmenter, entry) })),
    );
  }
  await sql`vacuum analyze search.entry`.execute(database.kysely);
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `${database.kind}: ${documents} documents in ${seconds.toFixed(0)} s, ${(documents / seconds).toFixed(0)} a second`,
  );
  const office = { current: async () => ({ synonyms: [], bestFor: () => [] }) };
  const search = new SearchService({ database, segmenter, office, documentNumberOf: () => null });
  console.log('search with five facets, first page with passages; milliseconds p50 / p95');
  const usual = await usualWords();
  for (const words of [1, 2, 3]) {
    const times: number[] = [];
    let total = 0;
    for (let i = 0; i < queries; i += 1) {
      const written = Array.from({ length: words }, () => usual[Math.floor(random() * usual.length)]).join(' ');
      const begun = performance.now();
      const answer = await search.search({ written, filters: {}, newestFirst: false, page: 1, pageSize: 10 });
      times.push(performance.now() - begun);
      total += answer.total;
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
    console.log(`${words} word(s): ${at(0.5)} / ${at(0.95)}, ${(total / queries).toFixed(0)} found on average`);
  }
} finally {
  await database.close();
  await rm(folder, { recursive: true });
}

/** What people type is rarer than function words: words of two characters and more that stand in 0.05 % to 30 % of the documents. */
async function usualWords(): Promise<string[]> {
  const step = Math.max(1, Math.floor(documents / 2000));
  const { rows } = await sql<{ word: string }>`
    select word from ts_stat(${`select words from search.entry where number % ${step} = 0`})
    where length(word) between 2 and 4 and word ~ '^[一-龥]+$' and ndoc between 1 and ${Math.ceil((documents / step) * 0.3)}
    order by word`.execute(database.kysely);
  return rows.map((row) => row.word);
}
