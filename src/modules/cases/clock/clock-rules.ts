import { AppError } from '../../../kernel/app-error.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';

/** A figure of law or of the plan with the days on which it holds; figures change, so they are data (law sections 1.5, 3, 6.1 and 9). */
export interface ClockRule {
  readonly id: ClockRuleId;
  /** What has to be done within the term, for people. */
  readonly what: string;
  readonly figure: number;
  readonly unit: 'workday' | 'day';
  /** Chinese, as cited in explanations. */
  readonly basis: string;
  readonly validFrom: LocalDate;
  /** Last day; null: until further notice. */
  readonly validTo: LocalDate | null;
}

export type ClockRuleId =
  | 'message.policy'
  | 'message.enquiry'
  | 'message.simple'
  | 'message.mailbox'
  | 'message.suggestion'
  | 'message.transferred'
  | 'siteError.reply'
  | 'complaint.reply'
  | 'request.reply'
  | 'request.extension'
  | 'request.correctionNotice'
  | 'request.thirdParty'
  | 'request.jointAgency'
  | 'request.feePayment'
  | 'reconsideration.answer'
  | 'reconsideration.answerSimple'
  | 'litigation.answer';

const REGULATION = '《政府信息公开条例》';
const SINCE_2019 = '2019-05-15' as LocalDate;
const PLAN = '政务公开工作要点';
const SINCE_2022 = '2022-01-01' as LocalDate;

function rule(
  id: ClockRuleId,
  what: string,
  figure: number,
  basis: string,
  validFrom: LocalDate,
  unit: ClockRule['unit'] = 'workday',
): ClockRule {
  return { id, what, figure, unit, basis, validFrom, validTo: null };
}

/** As shipped; an installation adds rows of its own with later days (MSG-3, MSG-4, MSG-12, SITE-3, FOI-3, LIT-1). */
export const SHIPPED_CLOCK_RULES: readonly ClockRule[] = [
  rule('message.policy', '答复政策文件页面留言', 5, `${PLAN}：5个工作日内答复`, SINCE_2022),
  rule('message.enquiry', '答复网上咨询', 5, `${PLAN}：5个工作日内答复`, SINCE_2022),
  rule('message.simple', '答复简单问题', 1, `${PLAN}：简单问题1个工作日内答复`, SINCE_2022),
  rule('message.mailbox', '答复领导信箱来信', 5, '本级政府互动交流渠道办理时限', SINCE_2022),
  rule('message.suggestion', '答复意见建议', 5, '本级政府互动交流渠道办理时限', SINCE_2022),
  rule('message.transferred', '答复上级转办留言', 5, '本级政府互动交流渠道办理时限', SINCE_2022),
  rule('siteError.reply', '答复网站纠错', 3, `${PLAN}：“我为政府网站找错”3个工作日内答复`, SINCE_2022),
  // No number of days stands in the regulation: the district's own.
  rule('complaint.reply', '告知投诉举报核查结论', 20, '本级政府政务公开投诉举报办理时限', SINCE_2022),
  rule('request.reply', '答复政府信息公开申请', 20, `${REGULATION}第三十三条第二款`, SINCE_2019),
  rule('request.extension', '延长答复期限', 20, `${REGULATION}第三十三条第二款`, SINCE_2019),
  rule('request.correctionNotice', '告知补正', 7, `${REGULATION}第三十条`, SINCE_2019),
  rule('request.thirdParty', '第三方提出意见', 15, `${REGULATION}第三十二条`, SINCE_2019),
  rule('request.jointAgency', '共同制作机关提出意见', 15, `${REGULATION}第三十四条`, SINCE_2019),
  rule('request.feePayment', '缴纳信息处理费', 20, '国办函〔2020〕109号', '2021-01-01' as LocalDate),
  rule(
    'reconsideration.answer',
    '提交行政复议答复书',
    10,
    '《行政复议法》第四十八条、第八十八条',
    '2024-01-01' as LocalDate,
  ),
  rule(
    'reconsideration.answerSimple',
    '提交行政复议答复书（简易程序）',
    5,
    '《行政复议法》第五十四条、第八十八条',
    '2024-01-01' as LocalDate,
  ),
  rule('litigation.answer', '提交行政诉讼答辩状', 15, '《行政诉讼法》第六十七条', '2017-07-01' as LocalDate, 'day'),
];

/** Rules by day. Of two rows that hold on a day the one that began later is the newer law. */
export class ClockRules {
  readonly #rules: ReadonlyMap<ClockRuleId, readonly ClockRule[]>;

  constructor(rules: readonly ClockRule[] = SHIPPED_CLOCK_RULES) {
    const byId = Map.groupBy(rules, (one) => one.id);
    for (const rows of byId.values()) rows.sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
    this.#rules = byId;
  }

  /**
   * The rule in force on that day; a case keeps the rule of the day on which it was received.
   * @throws AppError `clock-rule-missing`
   */
  on(id: ClockRuleId, day: LocalDate): ClockRule {
    const rows = this.#rules.get(id) ?? [];
    const found = rows.find((one) => one.validFrom <= day && (one.validTo === null || day <= one.validTo));
    if (found) return found;
    // Older cases that are brought in are judged by the oldest figure known.
    const oldest = rows.at(-1);
    if (oldest && day < oldest.validFrom) return oldest;
    throw new AppError('clock-rule-missing', 500, `${day} 没有可适用的办理时限（${id}），请联系主管部门补充时限规则。`);
  }
}
