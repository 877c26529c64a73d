import { createHmac } from 'node:crypto';
import { AppError } from '../../../kernel/app-error.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import {
  AnswerInput,
  type LookUpInput,
  RateInput,
  type SenderView,
  SenderWordInput,
} from '../case-senders.contract.ts';
import type { CaseRow } from '../case-tables.store.ts';
import type { CaseEvent } from '../case-words.ts';
import { type CasesContext, lookUpKnown } from '../cases.context.ts';
import { invalidCase } from '../cases.errors.ts';
import { findCase, lockCase, touchCase } from '../cases.store.ts';
import type { Origin } from '../cases-door.ts';
import { clockEventsOf } from '../clocks/clock.store.ts';
import { endQuestion, questionsOf } from '../handling/handling.store.ts';
import { type ClockStep, HeldCase } from '../handling/held-case.ts';
import { nextState } from '../life/life-table.ts';
import { demandKnown } from '../life/procedures.ts';
import { plain, readCaseNumber } from '../numbers/case-number.ts';
import { LOOK_UP_KEY, lookUpHash } from '../numbers/look-up-secret.ts';
import { cleaned } from '../receiving/check-submission.ts';
import type { ReceivedFile } from '../receiving/received-file.ts';
import { takeFiles } from '../receiving/take-files.service.ts';
import { countTries, findByLookUp, forgetTries, insertRating, lockTries } from './look-up.store.ts';
import { QUIET_MS, waitUntil } from './look-up-wait.ts';
import { addWords, askOn, demandSayable, moreKnown } from './say-more.ts';
import { senderView } from './sender-view.service.ts';

const PLACE_KEY = 'case-look-up-place';
const STOPPING: readonly string[] = ['correctionNoticed', 'feeNoticed'];
const VISITOR = { type: 'visitor' } as const;

/** What the sender does with number and secret: follow, add what was asked, say whether the answer helped. */
export class LookUpService {
  readonly #context: CasesContext;

  constructor(context: CasesContext) {
    this.#context = context;
  }

  /**
   * @throws AppError `case-not-found` (404), the same for a wrong number and a wrong secret; `look-up-wait` (429) after many wrong ones
   */
  async view(input: LookUpInput, origin: Origin): Promise<SenderView> {
    const row = await this.#find(input, origin);
    return senderView(this.#context, row, await lookUpKnown(this.#context));
  }

  /** The case itself with what its sender sees, for a business that has more to show of it. @throws like `view` */
  async open(input: LookUpInput, origin: Origin): Promise<{ readonly id: string; readonly view: SenderView }> {
    const row = await this.#find(input, origin);
    return { id: row.id, view: await senderView(this.#context, row, await lookUpKnown(this.#context)) };
  }

  /** The same words again are the same answer: a hand that pressed twice. @throws AppError `case-state` (409) when nothing is asked */
  async answer(input: AnswerInput, files: readonly ReceivedFile[], origin: Origin): Promise<SenderView> {
    const text = cleaned(AnswerInput.parse(input).text);
    const row = await this.#find(input, origin);
    return this.#act(
      row.id,
      'senderAnswered',
      async (held) => {
        await held.move({}, await correction(held));
        await takeFiles(this.#context, held, files);
        await endQuestion(held.change.tx, row.id, held.change.at, text);
        await held.tell({ text: '来信人已补充。', senderText: '收到您补充的情况。' });
      },
      (tx, locked) => isAnswered(tx, locked, text),
    );
  }

  /** 追问 after a reply: taken up again. The same words again: the same answer. @throws like `view`; `ask-on-over` (409) */
  async askOn(input: SenderWordInput, origin: Origin): Promise<SenderView> {
    const text = wordOf(input);
    const row = await this.#find(input, origin);
    const more = await moreKnown(this.#context, row, text);
    const kindOf = ({ kind }: CaseRow) => this.#context.kinds.get(kind);
    return this.#act(
      row.id,
      'reopen',
      (held) => askOn(held, text, more),
      (tx, locked) => demandSayable(tx, locked, { way: 'askOn', text }, kindOf(locked)),
    );
  }

  /** 补充 while it is worked on. The same words again: the same answer. @throws like `view`; `supplement-over` (409) */
  async add(input: SenderWordInput, files: readonly ReceivedFile[], origin: Origin): Promise<SenderView> {
    const text = wordOf(input);
    const row = await this.#find(input, origin);
    const more = await moreKnown(this.#context, row, text);
    const kindOf = ({ kind }: CaseRow) => this.#context.kinds.get(kind);
    return this.#act(
      row.id,
      'senderAdded',
      (held) => addWords(this.#context, held, { text, files }, more),
      (tx, locked) => demandSayable(tx, locked, { way: 'supplement', text }, kindOf(locked)),
    );
  }

  /** Once. @throws AppError `already-rated` (409), `case-state` (409) before there is an answer */
  async rate(input: RateInput, origin: Origin): Promise<SenderView> {
    const parsed = RateInput.safeParse(input);
    if (!parsed.success) throw invalidCase([{ field: 'stars', message: '请选择一项评价' }]);
    const { stars, comment } = parsed.data;
    const row = await this.#find(input, origin);
    return this.#act(row.id, 'rate', async (held) => {
      const { tx, at } = held.change;
      if (!this.#context.kinds.get(held.row.kind).asksSatisfaction || held.row.answered_on === null)
        throw new AppError('case-state', 409, '这一来件还没有答复，或不需要评价。');
      if (!(await insertRating(tx, { caseId: row.id, stars, comment: comment && cleaned(comment), at })))
        throw new AppError('already-rated', 409, '您已经评价过，谢谢。');
      await touchCase(tx, row.id, { stars, updated_at: at });
      await held.tell({ text: `来信人评价：${stars} 分。`, senderText: '已评价。' }, { stars });
    });
  }

  /** What the sender does by the procedure of a business, which keeps it in `within`. @throws like `view`; `case-state` (409) */
  async act(
    input: LookUpInput,
    origin: Origin,
    event: CaseEvent,
    within: (held: HeldCase) => Promise<void>,
  ): Promise<SenderView> {
    const row = await this.#find(input, origin);
    return this.#act(row.id, event, within);
  }

  /** @param isDone true when the very same was done before, so that nothing is left to do */
  async #act(
    id: string,
    event: CaseEvent,
    work: (held: HeldCase) => Promise<void>,
    isDone?: (tx: Queryable, locked: CaseRow) => Promise<boolean>,
  ) {
    const known = await lookUpKnown(this.#context);
    const row = await this.#context.platform.changes.run(VISITOR, async (change) => {
      const locked = await lockCase(change.tx, id);
      if (!locked) throw notFound();
      if (await isDone?.(change.tx, locked)) return locked;
      const kind = this.#context.kinds.get(locked.kind);
      demandKnown(kind, event);
      const to = nextState(['sender'], locked.state, event);
      const held = new HeldCase({ change, row: locked, kind, known, event, to });
      await work(held);
      return (await findCase(change.tx, id)) ?? held.row;
    });
    return senderView(this.#context, row, known);
  }

  /**
   * The same work for every wrong pair: waits are held and looked up, one row is asked for, the try is counted. All of it is one step, so
   * that tries sent at once are decided one after another: none is heard beyond those that are free, and a right one is never counted.
   */
  async #find(input: LookUpInput, origin: Origin): Promise<CaseRow> {
    const { database, clock, secrets } = this.#context.platform;
    const now = clock.now();
    const number = readCaseNumber(input.number) ?? plain(input.number).slice(0, 40);
    const keys = this.#keys(number, origin);
    const hash = lookUpHash(secrets.key(LOOK_UP_KEY), number, input.secret);
    const row = await database.kysely.transaction().execute((tx) => decide(tx, keys, hash, now));
    if (!row) throw notFound();
    return row;
  }

  /** Neither addresses nor numbers stand in the table, only what the installation's key makes of them. */
  #keys(number: string, { connection }: Origin): TryKeys {
    const keyed = (text: string) =>
      createHmac('sha256', this.#context.platform.secrets.key(PLACE_KEY)).update(text).digest('base64url');
    return {
      connection: keyed(`connection ${connection}`),
      connectionAtNumber: keyed(`connection ${connection} at ${number}`),
      number: keyed(`number ${number}`),
    };
  }
}

interface TryKeys {
  readonly connection: string;
  readonly connectionAtNumber: string;
  readonly number: string;
}

/** @returns undefined: nothing is opened by it, and that is counted. @throws AppError `look-up-wait` (429), which leaves all as it was */
async function decide(tx: Queryable, keys: TryKeys, hash: string, now: Date): Promise<CaseRow | undefined> {
  const all = Object.values(keys);
  const tries = await lockTries(tx, all, now);
  const before = {
    connection: tries.get(keys.connection),
    connectionAtNumber: tries.get(keys.connectionAtNumber),
    number: tries.get(keys.number),
  };
  const until = waitUntil(before, now);
  if (until) throw mustWait(until.getTime() - now.getTime());
  const row = await findByLookUp(tx, hash);
  if (row) await forgetTries(tx, all, keys.connectionAtNumber);
  else await countTries(tx, all, now, new Date(now.getTime() - QUIET_MS));
  return row;
}

/** @throws AppError `case-invalid` (422) */
function wordOf(input: SenderWordInput): string {
  const parsed = SenderWordInput.safeParse({ ...input, text: cleaned(input.text) });
  if (parsed.success) return parsed.data.text;
  throw invalidCase(parsed.error.issues.map(({ message }) => ({ field: 'text', message })));
}

/** What the applicant was asked to correct starts the count anew; a fee is paid, not answered (regulation arts 30, 42). */
async function correction({ kind, change, row }: HeldCase): Promise<readonly ClockStep[]> {
  if (kind.procedure === 'message') return [];
  const stopped = (await clockEventsOf(change.tx, row.id)).findLast(({ type }) => STOPPING.includes(type));
  if (stopped?.type === 'correctionNoticed') return [(on) => ({ type: 'corrected', on })];
  throw new AppError('case-state', 409, '正在等待缴纳信息处理费，请按收费通知书办理，不需要补充内容。');
}

/** @throws AppError `case-state` (409) when nothing is asked and the last question was not answered by these words */
async function isAnswered(tx: Queryable, { id, state }: CaseRow, text: string): Promise<boolean> {
  if (state === 'awaitingSender') return false;
  if ((await questionsOf(tx, id)).at(-1)?.answer === text) return true;
  throw new AppError(
    'case-state',
    409,
    '现在没有需要您补充的内容，请查看下面的办理经过；另有情况要反映的，请重新提交。',
  );
}

/** The same words whatever was wrong. */
function notFound(): AppError {
  return new AppError('case-not-found', 404, '没有查到：编号或查询码不对。请核对后再试，字母不分大小写。');
}

function mustWait(ms: number): AppError {
  const seconds = Math.ceil(ms / 1000);
  const wait = seconds < 120 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`;
  return new AppError(
    'look-up-wait',
    429,
    `多次没有查到，请在 ${wait}后再试；编号和查询码在提交成功的页面或通知邮件中。`,
    {
      details: { retryAfterSeconds: seconds },
    },
  );
}
