import type { Blank, LetterKind } from './letter-words.ts';

/** What a template of a kind has to hold, and what it must not (law section 9.4; regulation arts 30, 32, 33, 36). */
export interface TemplateRule {
  readonly must: readonly Blank[];
  /** May be left out, or stay without value in a letter: a line that holds nothing else goes then. */
  readonly may: readonly Blank[];
  /** Articles that the fixed words themselves have to cite. */
  readonly cites: readonly { readonly words: RegExp; readonly message: string }[];
}

const HEAD: readonly Blank[] = ['applicant', 'agency', 'receivedOn', 'requested'];
const DECIDED: readonly Blank[] = [...HEAD, 'decision', 'articles', 'reasons', 'remedy'];
const cite = (words: RegExp, message: string) => ({ words, message });

export const TEMPLATE_RULES: Readonly<Record<LetterKind, TemplateRule>> = {
  receipt: { must: [...HEAD, 'requestNumber', 'replyDue'], may: ['lookUp', 'contact'], cites: [] },
  correctionNotice: {
    must: [...HEAD, 'corrections', 'correctionUntil'],
    may: ['requestNumber', 'contact', 'lookUp'],
    cites: [
      cite(/第三十条/, '请写明依据《政府信息公开条例》第三十条。'),
      cite(/视为放弃/, '请写明无正当理由逾期不补正的后果：视为放弃申请，不再处理。'),
    ],
  },
  extensionNotice: {
    must: [...HEAD, 'extensionReason', 'extensionDays', 'extendedDue'],
    may: ['requestNumber', 'contact', 'lookUp'],
    cites: [cite(/第三十三条/, '请写明依据《政府信息公开条例》第三十三条。')],
  },
  consultation: {
    must: ['thirdParty', 'agency', 'requested', 'opinionUntil'],
    may: ['contact'],
    cites: [
      cite(/第三十二条/, '请写明依据《政府信息公开条例》第三十二条。'),
      cite(/逾期未提出/, '请写明逾期未提出意见的后果：由本机关依照条例规定决定是否公开。'),
    ],
  },
  thirdPartyNotice: {
    must: ['thirdParty', 'agency', 'requested', 'decision', 'reasons', 'remedy'],
    may: ['articles', 'contact'],
    cites: [cite(/第三十二条/, '请写明依据《政府信息公开条例》第三十二条。')],
  },
  feeNotice: {
    must: [...HEAD, 'feeBasis', 'feeSteps', 'feeYuan', 'payUntil', 'payHow'],
    may: ['requestNumber', 'contact', 'lookUp'],
    cites: [cite(/不再处理/, '请写明逾期不缴费的后果：不再处理该申请。')],
  },
  open: {
    must: DECIDED.filter((blank) => blank !== 'reasons'),
    may: ['reasons', 'requestNumber', 'contact'],
    cites: [],
  },
  partial: { must: DECIDED, may: ['requestNumber', 'contact'], cites: [] },
  refused: { must: DECIDED, may: ['requestNumber', 'contact'], cites: [] },
  unavailable: { must: DECIDED, may: ['requestNumber', 'contact'], cites: [] },
  notProcessed: { must: DECIDED, may: ['requestNumber', 'contact'], cites: [] },
  otherHandling: { must: DECIDED, may: ['requestNumber', 'contact'], cites: [] },
};

/**
 * Blanks whose value may be missing in a letter though the template holds them: what is withdrawn rests on no article and what is public needs
 * no reasons.
 */
export const MAY_STAY_EMPTY: Readonly<Partial<Record<LetterKind, readonly Blank[]>>> = {
  open: ['reasons'],
  otherHandling: ['articles', 'reasons'],
};
