import { AppError } from '../../../kernel/app-error.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import type { CaseRow } from '../case-tables.store.ts';
import { type CasesContext, lookUpKnown } from '../cases.context.ts';
import { holdAgain } from '../handling/answer.ts';
import type { HeldCase } from '../handling/held-case.ts';
import { ACCEPTING } from '../handling/who-accepts.ts';
import type { CaseKind } from '../kinds/case-kind.ts';
import { moveOf } from '../life/life-table.ts';
import type { ReceivedFile } from '../receiving/received-file.ts';
import { takeFiles } from '../receiving/take-files.service.ts';
import { repliesOf } from '../replies/replies.store.ts';
import { asideFrom, recuseNamed } from '../seeing/recuse-named.ts';
import { insertSenderWord, senderWordsOf } from './sender-words.store.ts';
import { lastReply, mayAskOnUntil, type SenderWord, supplementsLeft } from './sender-words.ts';

/** Who works on cases in the unit still, and whom the words name: looked up before the change begins. */
export interface MoreKnown {
  readonly isPersonLeft: boolean;
  readonly aside: Awaited<ReturnType<typeof asideFrom>>['people'];
}

export async function moreKnown(context: CasesContext, row: CaseRow, text: string): Promise<MoreKnown> {
  const holders = await context.organisations.people.holders(ACCEPTING);
  const known = await lookUpKnown(context);
  const kind = context.kinds.get(row.kind);
  const { people } = await asideFrom(context, kind, [text], { unitId: row.unit_id, known });
  return {
    isPersonLeft: !holders.some((one) => one.personId === row.person_id && one.unitId === row.unit_id),
    aside: people,
  };
}

/** 追问: the case is taken up again, its clock anew, by whoever had it. @throws AppError `ask-on-over` (409) */
export async function askOn(held: HeldCase, text: string, { isPersonLeft, aside }: MoreKnown): Promise<void> {
  const { change, row, known, kind } = held;
  const replies = await repliesOf(change.tx, row.id);
  const words = await senderWordsOf(change.tx, row.id);
  if (mayAskOnUntil(kind, { state: row.state, replies, words }, known.today) === null) throw askOnOver();
  const word: SenderWord = { way: 'askOn', after_reply: lastReply(replies)?.ordinal ?? 0, text, at: change.at };
  if (!(await insertSenderWord(change.tx, row.id, word))) throw askOnOver();
  await held.move(isPersonLeft ? { person_id: null, person_name: null } : {}, [(on) => ({ type: 'reopened', on })]);
  await holdAgain(held, '来信人追问');
  await recuseNamed(change, row, aside);
  await held.tell({ text: '来信人追问，重新办理，期限重新计算。', senderText: '收到您的追问，重新办理。' });
}

/** 补充: nothing moves but the version, so that nobody sends a reply without having seen it. @throws AppError `supplement-over` (409) */
export async function addWords(
  context: CasesContext,
  held: HeldCase,
  given: { readonly text: string; readonly files: readonly ReceivedFile[] },
  { aside }: MoreKnown,
): Promise<void> {
  const { change, row, kind } = held;
  const words = await senderWordsOf(change.tx, row.id);
  if (supplementsLeft(kind, { state: row.state, words }) === 0) throw supplementOver(kind.senderMay?.supplements ?? 0);
  const replies = await repliesOf(change.tx, row.id);
  const after = lastReply(replies)?.ordinal ?? 0;
  await insertSenderWord(change.tx, row.id, { way: 'supplement', after_reply: after, text: given.text, at: change.at });
  await held.move();
  await takeFiles(context, held, given.files);
  await recuseNamed(change, row, aside);
  await held.tell({ text: '来信人主动补充了情况。', senderText: '收到您补充的情况。' });
}

/** @returns true when the very same words came last: a hand that pressed twice @throws AppError `ask-on-over`, `supplement-over` (409) */
export async function demandSayable(
  tx: Queryable,
  { id, state }: CaseRow,
  of: Pick<SenderWord, 'way' | 'text'>,
  { senderMay }: Pick<CaseKind, 'senderMay'>,
): Promise<boolean> {
  const last = (await senderWordsOf(tx, id)).at(-1);
  if (last?.way === of.way && last.text === of.text) return true;
  const event = of.way === 'askOn' ? 'reopen' : 'senderAdded';
  if (moveOf(['sender'], state, event) !== undefined) return false;
  throw of.way === 'askOn' ? askOnOver() : supplementOver(senderMay?.supplements ?? 0);
}

function askOnOver(): AppError {
  return new AppError(
    'ask-on-over',
    409,
    '现在不能追问：每次答复后可以追问一次，须在规定的日子内。另有情况要反映的，请重新提交。',
  );
}

function supplementOver(most: number): AppError {
  return new AppError(
    'supplement-over',
    409,
    `现在不能补充：答复之前最多补充 ${most} 次。另有情况要反映的，请重新提交。`,
  );
}
