import type { SenderView } from '../case-senders.contract.ts';
import type { AttachmentRow, CaseRow } from '../case-tables.store.ts';
import { CASE_STATE_LABELS, REJECTION_LABELS } from '../case-words.ts';
import type { CasesContext, Known } from '../cases.context.ts';
import { clockOf } from '../clocks/clock.store.ts';
import { questionsOf } from '../handling/handling.store.ts';
import { historyOf } from '../history.store.ts';
import { filesOf } from '../receiving/received-files.store.ts';
import { repliesOf } from '../replies/replies.store.ts';
import { ownProgress } from './own-progress.ts';
import { senderWordsOf } from './sender-words.store.ts';
import { mayAskOnUntil, supplementsLeft } from './sender-words.ts';

/** What the sender reads: the way it went with its days, never who of the staff did what, nor what they noted. */
export async function senderView(context: CasesContext, row: CaseRow, known: Known): Promise<SenderView> {
  const db = context.platform.database.kysely;
  const kind = context.kinds.get(row.kind);
  const history = await historyOf(db, row.id);
  const clock = await clockOf(db, row.id);
  const files = await filesOf(db, row.id);
  const questions = await questionsOf(db, row.id);
  const question = questions.find((one) => one.ended_at === null);
  // A case that was merged is answered where it went.
  const replies = await repliesOf(db, row.merged_into ?? row.id);
  const words = await senderWordsOf(db, row.id);
  const isAnswered = row.answered_on !== null;
  const shownState = row.state === 'merged' ? (isAnswered ? 'replied' : 'assigned') : row.state;
  return {
    number: row.number,
    kind: row.kind,
    kindLabel: kind.label,
    title: row.title,
    text: row.text,
    state: row.state,
    stateLabel: CASE_STATE_LABELS[shownState],
    unit: known.units.ref(row.unit_id),
    against: row.against_unit_id === null ? null : known.units.ref(row.against_unit_id),
    receivedAt: row.received_at.toISOString(),
    dueOn: row.due_on,
    dueSentences: [...(clock?.explanation.sentences ?? [])],
    publicationNumber: row.publication_number,
    progress: ownProgress(history).flatMap((line) =>
      line.sender_text === null
        ? []
        : [{ at: line.at.toISOString(), label: PROGRESS_LABELS[line.event] ?? '办理', text: line.sender_text }],
    ),
    question: question ? { question: question.question, askedAt: question.asked_at.toISOString() } : null,
    added: questions.flatMap(({ question: asked, answer, answered_at: at }) =>
      answer === null || at === null ? [] : [{ question: asked, answer, answeredAt: at.toISOString() }],
    ),
    words: words.map(({ way, text, at }) => ({ way, text, at: at.toISOString() })),
    mayAskOnUntil: mayAskOnUntil(kind, { state: row.state, replies, words }, known.today),
    supplementsLeft: supplementsLeft(kind, { state: row.state, words }),
    attachments: files.filter((file) => file.brought_by === 'sender').map(ownFile),
    replies: replies
      .filter((reply) => reply.state === 'sent' && (row.merged_into === null || isAnswered))
      .map((reply) => ({
        ordinal: reply.ordinal ?? 0,
        text: reply.text,
        unit: known.units.ref(reply.unit_id),
        sentAt: (reply.sent_at ?? reply.updated_at).toISOString(),
      })),
    rejection:
      row.rejection_reason === null
        ? null
        : { label: REJECTION_LABELS[row.rejection_reason], text: row.rejection_text ?? '' },
    isRepeated: row.merged_into !== null,
    mayRate: kind.asksSatisfaction && isAnswered && row.rejection_reason === null && row.stars === null,
    stars: row.stars,
  };
}

function ownFile({ name, problems, inspected_at: at }: AttachmentRow): SenderView['attachments'][number] {
  if (problems.length > 0) return { name, state: 'refused' };
  return { name, state: at === null ? 'inspecting' : 'received' };
}

const PROGRESS_LABELS: Readonly<Record<string, string>> = {
  receive: '收到',
  import: '收到',
  accept: '受理',
  assign: '办理',
  transfer: '转办',
  transferBack: '转办',
  askSender: '请您补充',
  senderAnswered: '收到补充',
  senderAdded: '收到补充',
  resume: '办理',
  sendReply: '答复',
  reject: '不予受理',
  close: '办结',
  reopen: '重新办理',
  merge: '并案',
  separate: '单独办理',
  rate: '评价',
  confirmReceipt: '确认收到',
  askCorrection: '请您补正',
  takeCorrection: '收到补正',
  consult: '征求意见',
  endConsultation: '征求意见结束',
  extend: '延长期限',
  delay: '另定期限',
  noticeFee: '收费通知',
  takeFee: '收到缴费',
  deliver: '送达',
  askWithdrawal: '您申请撤回',
};
