import { createHash, createHmac } from 'node:crypto';
import { AppError } from '../../../kernel/app-error.ts';
import { addDays, type LocalDate, localDateAt } from '../../../kernel/local-date.ts';
import { type Actor, demand } from '../../../kernel/permissions.ts';
import { staleError } from '../../../kernel/stale.ts';
import type { Change } from '../../../platform/change/change.ts';
import type { Platform } from '../../../platform/platform.ts';
import { knownWords } from '../suggestions/words.store.ts';
import { fold } from '../words/fold.ts';
import type { Segmenter } from '../words/segmenter.ts';
import { type KeptQuery, keptQuery } from './kept-query.ts';
import type { BestAnswerInput, SynonymsInput } from './office-words.contract.ts';
import {
  countQuery,
  deleteBestAnswer,
  deleteSynonyms,
  forgetQueries,
  insertBestAnswer,
  insertSynonyms,
  isIndexed,
  listBestAnswers,
  listQueries,
  listSynonyms,
  lockSynonyms,
  noteUnclear,
  settleQuery,
  updateSynonyms,
} from './office-words.store.ts';
import type { CurrentWords, OfficeWords } from './office-words.ts';

const QUERIES_A_DAY = 5000;
const LONGEST_KEPT_QUERY = 40;
const KEPT_DAYS = 180;
/** What may name a person is kept once so many days have seen it: then many ask for it, and hardly for themselves. */
const COMMON_DAYS = 3;
const SHOWN_DAYS = 90;
const FRESH_MS = 5000;
const SUBJECT = { kind: 'searchWord' } as const;

interface KeptWords extends CurrentWords {
  readonly version: string;
  /** Those with an answer chosen by hand. */
  readonly queries: readonly string[];
}

/** Words that the office keeps so that people find what is there, and what people looked for in vain (SRCH-C1). */
export class OfficeWordsService implements OfficeWords {
  readonly #platform: Platform;
  readonly #segmenter: Segmenter;
  #remembered: { at: number; words: KeptWords } | undefined;

  constructor(platform: Platform, segmenter: Segmenter) {
    this.#platform = platform;
    this.#segmenter = segmenter;
  }

  /** Read by every search, so kept for some seconds. */
  async current(): Promise<KeptWords> {
    const now = this.#platform.clock.now().getTime();
    if (this.#remembered && now - this.#remembered.at < FRESH_MS) return this.#remembered.words;
    const [synonyms, answers] = await Promise.all([listSynonyms(this.#db), listBestAnswers(this.#db)]);
    const byQuery = Map.groupBy(answers, (answer) => fold(answer.query));
    const words = {
      version: createHash('sha256')
        .update(JSON.stringify([synonyms, answers]))
        .digest('base64url')
        .slice(0, 12),
      synonyms: synonyms.map((group) => group.words),
      bestFor: (query: string) => byQuery.get(query) ?? [],
      queries: [...new Set(answers.map((answer) => answer.query))],
    };
    this.#remembered = { at: now, words };
    return words;
  }

  /** Part of the version of public pages. */
  async dataVersion(): Promise<string> {
    return (await this.current()).version;
  }

  synonyms() {
    return listSynonyms(this.#db);
  }

  addSynonyms(actor: Actor, { words }: SynonymsInput) {
    return this.#change(actor, async (change) => {
      const row = await insertSynonyms(change.tx, words);
      change.record({ action: 'create', kind: 'searchWord', subjectId: row.id });
      return row;
    });
  }

  /** @throws AppError `stale` (409) with the words as they are now */
  editSynonyms(actor: Actor, id: string, { words, version }: SynonymsInput & { version: number }) {
    return this.#change(actor, async (change) => {
      const row = await lockSynonyms(change.tx, id);
      if (!row) throw gone();
      if (row.version !== version) throw staleError(row, { words });
      change.record({ action: 'edit', kind: 'searchWord', subjectId: id });
      return updateSynonyms(change.tx, id, words);
    });
  }

  removeSynonyms(actor: Actor, id: string) {
    return this.#change(actor, async (change) => {
      await deleteSynonyms(change.tx, id);
      change.record({ action: 'delete', kind: 'searchWord', subjectId: id });
      return {};
    });
  }

  bestAnswers() {
    return listBestAnswers(this.#db);
  }

  /** @throws AppError `invalid` (422) when nothing public has this number or the answer stands already */
  async addBestAnswer(actor: Actor, input: BestAnswerInput) {
    const id = await this.#change(actor, async (change) => {
      if (!(await isIndexed(change.tx, input.number)))
        throw new AppError('invalid', 422, `没有编号为${input.number}的公开信息，请核对该信息网址末尾的数字。`);
      const added = await insertBestAnswer(change.tx, { ...input, query: fold(input.query) });
      if (added === undefined) throw new AppError('duplicate', 422, '这个检索词已经有这条推荐结果，不用重复添加。');
      change.record({ action: 'create', kind: 'searchWord', subjectId: added });
      return added;
    });
    const all = await listBestAnswers(this.#db);
    return all.find((answer) => answer.id === id) ?? Promise.reject(gone());
  }

  removeBestAnswer(actor: Actor, id: string) {
    return this.#change(actor, async (change) => {
      await deleteBestAnswer(change.tx, id);
      change.record({ action: 'delete', kind: 'searchWord', subjectId: id });
      return {};
    });
  }

  async queries(query: { found: 'nothing' | 'something'; page: number; pageSize: number }) {
    const since = addDays(localDateAt(this.#platform.clock.now()), -SHOWN_DAYS);
    const { items, total } = await listQueries(this.#db, query.found, since, query);
    return { items, total, page: query.page, pageSize: query.pageSize };
  }

  /** What was looked for in vain since that day and is not settled, the most frequent first. */
  async inVain(since: LocalDate, limit: number) {
    const { items } = await listQueries(this.#db, 'nothing', since, { page: 1, pageSize: limit });
    return items.filter((one) => !one.settled);
  }

  settle(actor: Actor, query: string) {
    return this.#change(actor, async (change) => {
      if (actor.type === 'person') await settleQuery(change.tx, query, change.at, actor.personId);
      return {};
    });
  }

  /** Counts what was looked for, never who. Personal data is not stored, nor what may be some until it is common. */
  async count(written: string, results: number): Promise<void> {
    const length = fold(written).length;
    if (length === 0 || length > LONGEST_KEPT_QUERY) return;
    const kept = keptQuery(written, this.#segmenter);
    const day = localDateAt(this.#platform.clock.now());
    if ((await this.isUnclear(kept)) && !(await this.#isCommon(kept.text, day))) return;
    await countQuery(this.#db, kept.text, day, results, QUERIES_A_DAY);
  }

  /** Whether what somebody wrote may name a person or a home: no rule can settle it. */
  async isUnclear({ isUnclear, perhapsNames }: KeptQuery): Promise<boolean> {
    if (isUnclear || perhapsNames.length === 0) return isUnclear;
    const known = await knownWords(this.#db, perhapsNames);
    return perhapsNames.some((word) => !known.has(word));
  }

  /** Pages are said again from memory, so that it is not known who asked: days stand for different people. */
  async #isCommon(text: string, day: LocalDate): Promise<boolean> {
    const digest = createHmac('sha256', this.#platform.secrets.key('search queries')).update(text).digest();
    return (await noteUnclear(this.#db, digest, day, QUERIES_A_DAY)) >= COMMON_DAYS;
  }

  async forgetOld(): Promise<void> {
    await forgetQueries(this.#db, addDays(localDateAt(this.#platform.clock.now()), -KEPT_DAYS));
  }

  async #change<T>(actor: Actor, act: (change: Change) => Promise<T>): Promise<T> {
    const result = await this.#platform.changes.run(actor, (change) => {
      demand(actor, 'edit', SUBJECT);
      return act(change);
    });
    this.#remembered = undefined;
    return result;
  }

  get #db() {
    return this.#platform.database.kysely;
  }
}

function gone(): AppError {
  return new AppError('not-found', 404, '这一条已经被删除，请刷新页面。');
}
