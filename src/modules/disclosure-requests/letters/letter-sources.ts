import { AppError } from '../../../kernel/app-error.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { feeRuleOn } from '../fees/fee-rules.ts';
import type { Remedy } from '../remedies/remedy-of.ts';
import { spokenDate } from '../results/spoken-date.ts';
import type { DecisionView, RequestView } from '../viewing/request-view.contract.ts';
import { requestedOf } from './decision-letters.service.ts';
import { letterKindOf, requestValues } from './decision-values.ts';
import type { LetterFrame, LetterValues } from './letter-text.ts';
import { LETTER_LABELS, type LetterKind } from './letter-words.ts';

/** What the file of a request gives to a letter. */
export interface LetterSource {
  readonly values: LetterValues;
  readonly frame: Omit<LetterFrame, 'agency'>;
}

/** What a letter needs besides the file. */
export interface LetterHelp {
  /** Day on which a consultation's term ends, from the day on which it began to run. */
  readonly opinionUntil: (from: LocalDate) => LocalDate;
  readonly remedy: (decidedOn: LocalDate) => Pick<Remedy, 'text'>;
}

/**
 * Values of the letters of the procedure, all from the record.
 * @param of id of the decision or consultation; undefined: the last one
 * @throws AppError `letter-not-due` (409) when the file has not come so far
 */
export function noticeSource(
  file: RequestView,
  kind: LetterKind,
  of: string | undefined,
  help: LetterHelp,
): LetterSource {
  const { case: view } = file;
  const request = requestValues({ number: view.number, requested: requestedOf(view), receivedOn: view.receivedOn });
  const lookUp = '凭编号和查询码在本网站查询';
  const signed = (signedOn: LocalDate, values: LetterValues): LetterSource => ({
    values: { ...request, ...values },
    frame: { documentNumber: null, signedOn },
  });
  switch (kind) {
    case 'receipt':
      if (file.confirmedOn === null) throw notDue(kind, '收到申请的日期还没有确认');
      return signed(file.confirmedOn, { lookUp, ...(view.dueOn ? { replyDue: spokenDate(view.dueOn) } : {}) });
    case 'correctionNotice': {
      const { correction } = file;
      if (!correction) throw notDue(kind, '还没有告知补正');
      return signed(correction.noticedOn, {
        corrections: correction.text,
        correctionUntil: spokenDate(correction.until),
      });
    }
    case 'extensionNotice': {
      const extension = file.extensions.findLast(({ decision }) => decision === 'approved');
      if (!extension) throw notDue(kind, '还没有批准延期');
      return signed(extension.proposedAt.slice(0, 10) as LocalDate, {
        extensionReason: extension.reason.replace(/。$/, ''),
        extensionDays: String(extension.workdays),
        ...(view.dueOn ? { extendedDue: spokenDate(view.dueOn) } : {}),
      });
    }
    case 'feeNotice': {
      const { fee } = file;
      if (!fee) throw notDue(kind, '还没有作出收费决定');
      const rule = feeRuleOn(fee.noticedOn);
      return signed(fee.noticedOn, {
        feeBasis: (fee.way === 'item' ? rule?.byItem.basis : rule?.byVolume.basis) ?? '',
        feeSteps: fee.explanation.join('\n'),
        feeYuan: String(fee.amount),
        payUntil: spokenDate(fee.until),
        payHow: '凭本通知书通过政府非税收入收缴渠道缴纳，并索取财政票据。',
      });
    }
    case 'consultation':
    case 'thirdPartyNotice':
      return thirdPartySource(file, kind, of, help);
    default:
      throw notDue(kind, '答复决定另行生成');
  }
}

/** Of what others get nothing says who applied: what the officer asked them stands for the applicant's own words. */
function thirdPartySource(
  file: RequestView,
  kind: 'consultation' | 'thirdPartyNotice',
  of: string | undefined,
  help: LetterHelp,
): LetterSource {
  const asked = file.consultations.filter(({ whom }) => whom === 'thirdParty');
  const one = of ? asked.find(({ id }) => id === of) : asked.at(-1);
  if (!one) throw notDue(kind, '没有征求第三方意见的记录');
  const values = { thirdParty: one.name, requested: one.asked };
  if (kind === 'consultation')
    return {
      values: { ...values, opinionUntil: spokenDate(help.opinionUntil(one.receivedOn ?? one.sentOn)) },
      frame: { documentNumber: null, signedOn: one.sentOn },
    };
  const decision = file.decisions.findLast(
    ({ sentOn, result }) => sentOn && (result === 'open' || result === 'partial'),
  );
  if (one.opinion !== 'objects' || !decision?.sentOn)
    throw notDue(kind, '第三方不同意公开而本机关决定公开的，作出决定后才发这一告知书');
  const { items, publicInterest, reasons } = decision.content;
  return {
    values: {
      ...values,
      decision: `本机关决定公开下列政府信息：${items.map(({ name }) => name).join('；')}。`,
      reasons: publicInterest || reasons,
      remedy: help.remedy(decision.sentOn).text,
    },
    frame: { documentNumber: decision.documentNumber, signedOn: decision.sentOn },
  };
}

/** The decision that a letter of that kind is of. @throws AppError `letter-not-due` (409) */
export function decisionOf(file: RequestView, kind: LetterKind, of: string | undefined): DecisionView {
  const fitting = file.decisions.filter(({ content }) => letterKindOf(content) === kind);
  const found = of ? fitting.find(({ id }) => id === of) : fitting.at(-1);
  if (!found) throw notDue(kind, '没有这一类答复决定');
  return found;
}

function notDue(kind: LetterKind, why: string): AppError {
  return new AppError('letter-not-due', 409, `${why}，不能制作${LETTER_LABELS[kind]}。`);
}
