import { addDays, type LocalDate, localDateAt } from '../../../kernel/local-date.ts';
import type { CaseState } from '../case-words.ts';
import type { CaseKind } from '../kinds/case-kind.ts';

/** What a sender said unasked: 追问 after a reply, 补充 while it is worked on. */
export interface SenderWord {
  readonly way: 'askOn' | 'supplement';
  /** Ordinal of the reply that was the last one then; 0: there was none. */
  readonly after_reply: number;
  readonly text: string;
  readonly at: Date;
}

export interface SentReply {
  readonly ordinal: number | null;
  readonly sent_at: Date | null;
}

/** Longest text of either, in characters. */
export const LONGEST_WORD = 2000;
const WORKED_ON: readonly CaseState[] = ['awaitingCheck', 'received', 'assigned', 'replyDrafted', 'replyApproved'];

export function lastReply<R extends SentReply>(replies: readonly R[]): R | undefined {
  return replies.findLast((reply) => reply.sent_at !== null);
}

/**
 * Last day on which the sender may ask on: once after each reply, and only where the answer was given by his own case; null: he may not.
 * @param today in Shanghai
 */
export function mayAskOnUntil(
  { senderMay }: Pick<CaseKind, 'senderMay'>,
  of: { readonly state: CaseState; readonly replies: readonly SentReply[]; readonly words: readonly SenderWord[] },
  today: LocalDate,
): LocalDate | null {
  const reply = lastReply(of.replies);
  if (!senderMay || !reply?.sent_at || !(of.state === 'replied' || of.state === 'closed')) return null;
  if (of.words.some((one) => one.way === 'askOn' && one.after_reply === reply.ordinal)) return null;
  const until = addDays(localDateAt(reply.sent_at), senderMay.askOnDays);
  return until >= today ? until : null;
}

/** How often the sender may still add something; 0 when nothing is worked on. What is asked of him is answered, not added. */
export function supplementsLeft(
  { senderMay }: Pick<CaseKind, 'senderMay'>,
  { state, words }: { readonly state: CaseState; readonly words: readonly SenderWord[] },
): number {
  if (!senderMay || !WORKED_ON.includes(state)) return 0;
  return Math.max(0, senderMay.supplements - words.filter((one) => one.way === 'supplement').length);
}
