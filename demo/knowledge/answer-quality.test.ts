import { beforeAll, describe, expect, it } from 'vitest';
import { bodyText, renderBody } from '../../src/kernel/document-body.ts';
import { readDocumentNumber } from '../../src/kernel/document-number.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { AnswerFinder, type ReadDocument } from '../../src/modules/knowledge/index.ts';
import { searchMigrations } from '../../src/modules/search/index.ts';
import { searchOver } from '../../src/modules/search/search.fixtures.ts';
import { describeDatabases } from '../../src/platform/db/database.fixtures.ts';
import { LIBRARY_DOCUMENTS } from '../library/all-documents.ts';
import { bodyOf } from '../library/body.ts';
import { issuerOf, titleOf } from '../library/library-document.ts';
import { DEMO_SYNONYMS } from '../library/search-words.ts';
import { ANSWERABLE, ANSWERABLE_LATER, UNANSWERABLE, UNANSWERABLE_LATER } from './judged-questions.ts';

const UNIT = '00000000-0000-4000-8000-000000000001';
const DOCUMENTS: readonly ReadDocument[] = LIBRARY_DOCUMENTS.map((document, index) => ({
  number: index + 1,
  ordinal: 1,
  kind: 'policyDocument',
  unitId: UNIT,
  title: titleOf(document),
  names: [issuerOf(document), ...document.tags, ...(document.more.audiences ?? []), document.more.summary ?? ''],
  bodyHtml: renderBody(bodyOf(document)),
  datedOn: localDate(document.issuedOn),
}));
const ENTRIES = LIBRARY_DOCUMENTS.map((document, index) => ({
  number: index + 1,
  kind: 'policyDocument',
  unitId: UNIT,
  year: Number(document.issuedOn.slice(0, 4)),
  validity: null,
  topics: [document.topic],
  datedOn: localDate(document.issuedOn),
  documentNumber: document.documentNumber,
  title: titleOf(document),
  names: [issuerOf(document), ...document.tags, document.more.summary ?? ''],
  body: bodyText(bodyOf(document)),
}));
const NUMBERS = new Map(LIBRARY_DOCUMENTS.map((document, index) => [document.documentNumber, index + 1]));
/** Repealed or over: their passages answer nothing. */
const OVER = new Set(
  [
    '明府规〔2019〕2号',
    '明科规〔2021〕1号',
    '明卫规〔2023〕1号',
    '明府办规〔2019〕3号',
    '明教规〔2019〕1号',
    '明工信规〔2023〕1号',
    '明水规〔2020〕1号',
    '明建规〔2021〕1号',
  ].map((number) => NUMBERS.get(number)),
);

interface Figures {
  first: number;
  amongThree: number;
  silent: string[];
  wrong: string[];
}

describe('the judged questions', () => {
  it('are at least 100 that are answered and 40 that are not, each of the former in words that stand there', () => {
    expect(ANSWERABLE.length).toBeGreaterThanOrEqual(100);
    expect(UNANSWERABLE.length).toBeGreaterThanOrEqual(40);
    for (const [question, documents, quotes] of ANSWERABLE) {
      const texts = documents.split('=').map((one) => ENTRIES[(NUMBERS.get(one) ?? 0) - 1]?.body ?? '');
      expect(
        quotes.split('=').some((quote) => texts.some((text) => text.includes(quote))),
        question,
      ).toBe(true);
    }
  });
});

describeDatabases(searchMigrations, (database) => {
  let finder: AnswerFinder;

  beforeAll(async () => {
    const documentNumberOf = (text: string) => readDocumentNumber(text).value;
    const search = await searchOver(database(), ENTRIES, { synonyms: DEMO_SYNONYMS, documentNumberOf });
    const read = async (numbers: readonly number[]) =>
      numbers.flatMap((number) => (OVER.has(number) ? [] : (DOCUMENTS[number - 1] ?? [])));
    finder = new AnswerFinder({ search, read });
  });

  async function measure(questions: typeof ANSWERABLE): Promise<Figures> {
    const figures: Figures = { first: 0, amongThree: 0, silent: [], wrong: [] };
    for (const [question, documents, quotes] of questions) {
      const found = await finder.find(question);
      if (found.passages.length === 0) {
        figures.silent.push(question);
        continue;
      }
      const numbers = documents.split('=').map((one) => NUMBERS.get(one));
      const right = found.passages.map(
        ({ document, passage }) =>
          numbers.includes(document.number) && quotes.split('=').some((quote) => passage.text.includes(quote)),
      );
      if (right[0]) figures.first += 1;
      if (right.slice(0, 3).includes(true)) figures.amongThree += 1;
      else figures.wrong.push(`${question} → ${found.passages[0]?.passage.text.slice(0, 40)}`);
    }
    return figures;
  }

  async function falselyAnswered(questions: readonly string[]): Promise<string[]> {
    const wrong: string[] = [];
    for (const question of questions) {
      const { passages, cover } = await finder.find(question);
      const [best] = passages;
      if (best) wrong.push(`${question} → ${cover.toFixed(2)} ${best.passage.text.slice(0, 30)}`);
    }
    return wrong;
  }

  const share = (part: number, whole: readonly unknown[]) => part / whole.length;

  it('answers four of five questions with the right passage first, nine of ten among three', async () => {
    const figures = await measure(ANSWERABLE);
    expect(share(figures.first, ANSWERABLE), figures.wrong.join('\n')).toBeGreaterThanOrEqual(0.79);
    expect(share(figures.amongThree, ANSWERABLE), figures.silent.join('\n')).toBeGreaterThanOrEqual(0.87);
  });

  it('says that it does not know, but for one of twenty at most', async () => {
    const wrong = await falselyAnswered(UNANSWERABLE);
    expect(share(wrong.length, UNANSWERABLE), wrong.join('\n')).toBeLessThanOrEqual(0.04);
  });

  it('does no worse with questions for which nothing was chosen', async () => {
    const figures = await measure(ANSWERABLE_LATER);
    expect(share(figures.first, ANSWERABLE_LATER)).toBeGreaterThanOrEqual(0.8);
    expect(share(figures.amongThree, ANSWERABLE_LATER)).toBeGreaterThanOrEqual(0.9);
    expect((await falselyAnswered(UNANSWERABLE_LATER)).length).toBeLessThanOrEqual(1);
  });
});
