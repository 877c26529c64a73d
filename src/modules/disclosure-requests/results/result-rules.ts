import type { RequestResult } from '../request-words.ts';

/** Which letter says it; the heads of the statutory table. */
export type ResultGroup = 'open' | 'partial' | 'refused' | 'unavailable' | 'notProcessed' | 'otherHandling';

export const RESULT_GROUP_LABELS: Readonly<Record<ResultGroup, string>> = {
  open: '予以公开',
  partial: '部分公开',
  refused: '不予公开',
  unavailable: '无法提供',
  notProcessed: '不予处理',
  otherHandling: '其他处理',
};

/** What a decision has to hold, one row each of missing-of.ts. */
export type DecisionElement =
  | 'articles'
  | 'reasons'
  | 'way'
  | 'items'
  | 'placePublished'
  | 'supply'
  | 'publicInterest'
  | 'refusedPart'
  | 'grounds'
  | 'forbiddingLaw'
  | 'thirdPartyAsked'
  | 'specialProcedure'
  | 'because'
  | 'search'
  | 'rightAgency'
  | 'correctionNotice'
  | 'correctionAnswered'
  | 'correctionOverdue'
  | 'earlierReply'
  | 'explanationAsked'
  | 'feeNotice'
  | 'feeOverdue';

/** One of the 21 leaves of part three of the annual report (国办公开办函〔2021〕30号). */
export interface ResultRule {
  /** Row of the statutory table. */
  readonly row: string;
  /** As the table prints it, its number left out. */
  readonly label: string;
  readonly group: ResultGroup;
  /** What is cited unless the office cites more; empty: the office names its own basis. */
  readonly articles: readonly string[];
  readonly must: readonly DecisionElement[];
}

const REGULATION = '《政府信息公开条例》';
const article = (text: string) => `${REGULATION}${text}`;

/** Elements and articles of each result (regulation arts 14 to 16, 30, 35 to 39; rows of law section 1.5). */
export const RESULT_RULES: Readonly<Record<RequestResult, ResultRule>> = {
  open: {
    row: '3.1',
    label: '予以公开',
    group: 'open',
    articles: [],
    must: ['way', 'items', 'articles'],
  },
  partial: {
    row: '3.2',
    label: '部分公开',
    group: 'partial',
    articles: [article('第三十七条')],
    must: ['items', 'supply', 'refusedPart', 'grounds', 'reasons', 'articles'],
  },
  stateSecret: refused('3.3.1', '属于国家秘密', ['第十四条']),
  forbiddenByLaw: refused('3.3.2', '其他法律行政法规禁止公开', ['第十四条'], ['forbiddingLaw']),
  threeSecurities: refused('3.3.3', '危及“三安全一稳定”', ['第十四条']),
  thirdParty: refused('3.3.4', '保护第三方合法权益', ['第十五条', '第三十二条'], ['thirdPartyAsked']),
  internalAffairs: refused('3.3.5', '属于三类内部事务信息', ['第十六条第一款']),
  processInformation: refused('3.3.6', '属于四类过程性信息', ['第十六条第二款']),
  enforcementFile: refused('3.3.7', '属于行政执法案卷', ['第十六条第二款']),
  administrativeQuery: {
    row: '3.3.8',
    label: '属于行政查询事项',
    group: 'refused',
    articles: [article('第三十六条第（七）项')],
    must: ['reasons', 'specialProcedure', 'articles'],
  },
  notHeld: {
    row: '3.4.1',
    label: '本机关不掌握相关政府信息',
    group: 'unavailable',
    articles: [],
    must: ['because', 'reasons', 'articles'],
  },
  needsCreating: {
    row: '3.4.2',
    label: '没有现成信息需要另行制作',
    group: 'unavailable',
    articles: [article('第三十八条')],
    must: ['reasons', 'articles'],
  },
  unclearAfterCorrection: {
    row: '3.4.3',
    label: '补正后申请内容仍不明确',
    group: 'unavailable',
    articles: [article('第二十九条'), article('第三十条')],
    must: ['correctionNotice', 'correctionAnswered', 'reasons', 'articles'],
  },
  petition: notProcessed('3.5.1', '信访举报投诉类申请', [article('第三十九条第一款')]),
  repeated: notProcessed('3.5.2', '重复申请', [article('第三十六条第（六）项')], ['earlierReply']),
  publicPublication: notProcessed('3.5.3', '要求提供公开出版物', [article('第三十九条第二款')]),
  unreasonableVolume: notProcessed('3.5.4', '无正当理由大量反复申请', [article('第三十五条')], ['explanationAsked']),
  // No article names this class by itself: the office cites what its case rests on.
  reconfirmation: notProcessed('3.5.5', '要求行政机关确认或重新出具已获取信息', []),
  notCorrected: {
    row: '3.6.1',
    label: '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    group: 'otherHandling',
    articles: [article('第三十条')],
    must: ['correctionNotice', 'correctionOverdue', 'articles'],
  },
  feeNotPaid: {
    row: '3.6.2',
    label: '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    group: 'otherHandling',
    articles: [article('第四十二条'), '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）'],
    must: ['feeNotice', 'feeOverdue', 'articles'],
  },
  otherwise: { row: '3.6.3', label: '其他', group: 'otherHandling', articles: [], must: ['reasons'] },
};

function refused(
  row: string,
  label: string,
  articles: readonly string[],
  more: readonly DecisionElement[] = [],
): ResultRule {
  return {
    row,
    label,
    group: 'refused',
    articles: [...articles, '第三十六条第（三）项'].map(article),
    must: ['reasons', ...more, 'articles'],
  };
}

function notProcessed(
  row: string,
  label: string,
  articles: readonly string[],
  more: readonly DecisionElement[] = [],
): ResultRule {
  return { row, label, group: 'notProcessed', articles, must: [...more, 'reasons', 'articles'] };
}

/** The seven classes of articles 14 to 16: what may ground the refused part of a partial disclosure. */
export const REFUSAL_GROUNDS = [
  'stateSecret',
  'forbiddenByLaw',
  'threeSecurities',
  'thirdParty',
  'internalAffairs',
  'processInformation',
  'enforcementFile',
] as const satisfies readonly RequestResult[];
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number];
