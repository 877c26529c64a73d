import type { Reason } from '../../../kernel/app-error.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { RequestResult } from '../request-words.ts';
import type { RemedyBody } from './remedy-body.ts';
import { type RemedyRule, remedyRuleOn } from './remedy-rules.ts';

export type RemedyRoute = 'reconsiderationFirst' | 'either' | 'both';

export interface RemedyQuestion {
  readonly result: RequestResult;
  /** Classes of the refused part of a partial disclosure. */
  readonly grounds: readonly RequestResult[];
  /** Whose law holds: the day on which the decision is sent. */
  readonly decidedOn: LocalDate;
  /** The letter reaches the applicant over the internet. */
  readonly isOnline: boolean;
  readonly body: RemedyBody | undefined;
}

export interface Remedy {
  /** `both`: of a partial disclosure, whose refused part goes to reconsideration first and whose open part either way. */
  readonly route: RemedyRoute;
  /** Paragraph of the letter, Chinese. */
  readonly text: string;
  readonly basis: readonly string[];
  /** What the installation has to tell before such a letter may leave; empty: nothing. */
  readonly missing: readonly Reason[];
}

/**
 * The paragraph on remedies of a decision letter (law section 9.4). Notices of correction, extension and fee carry none: they decide nothing
 * that can be challenged by itself.
 */
export function remedyOf(question: RemedyQuestion, rules?: readonly RemedyRule[]): Remedy {
  const rule = remedyRuleOn(question.decidedOn, rules);
  const route = routeOf(question, rule);
  const missing = missingOf(question, rule);
  const { body } = question;
  if (!body) return { route, text: '', basis: basisOf(rule, route), missing };
  const words = new RemedyWords(rule, body);
  const text =
    route === 'either'
      ? words.either('本告知')
      : route === 'both'
        ? `${words.first('本告知中不予公开的部分')}${words.either('本告知的其他部分')}`
        : words.first('本告知');
  return { route, text, basis: basisOf(rule, route), missing };
}

export function routeOf(
  { result, grounds, body }: Pick<RemedyQuestion, 'result' | 'grounds' | 'body'>,
  rule: RemedyRule,
): RemedyRoute {
  const comesFirst = (one: RequestResult) => rule.reconsiderationFirst.includes(one);
  if (result === 'partial') return grounds.some(comesFirst) ? 'both' : 'either';
  if (
    result === 'administrativeQuery' &&
    body?.administrativeQuery === 'reconsiderationFirst' &&
    rule.firstBasis !== null
  )
    return 'reconsiderationFirst';
  return comesFirst(result) ? 'reconsiderationFirst' : 'either';
}

function basisOf(rule: RemedyRule, route: RemedyRoute): readonly string[] {
  const direct = route === 'reconsiderationFirst' ? [] : [rule.directSuit.basis];
  const first = route === 'either' ? [] : [rule.firstBasis, rule.suitAfterwards.basis];
  return [rule.reconsideration.basis, ...first, ...direct].filter((one) => one !== null);
}

function missingOf({ body, isOnline }: RemedyQuestion, rule: RemedyRule): Reason[] {
  if (!body)
    return [
      {
        field: 'remedyBody',
        message: '还没有设置行政复议机关和管辖法院，请主管部门在“文书模板—救济途径”中设置。',
      },
    ];
  const reasons: Reason[] = [];
  if (body.reconsiderationAddress.trim() === '')
    reasons.push({ field: 'reconsiderationAddress', message: '行政复议机关的地址还没有设置。' });
  if (isOnline && rule.internetBasis !== null && !body.internetChannel)
    reasons.push({
      field: 'internetChannel',
      message: `通过互联网答复的，应当同时告知提交行政复议申请的互联网渠道（${rule.internetBasis}），请主管部门先设置。`,
    });
  return reasons;
}

class RemedyWords {
  readonly #rule: RemedyRule;
  readonly #body: RemedyBody;

  constructor(rule: RemedyRule, body: RemedyBody) {
    this.#rule = rule;
    this.#body = body;
  }

  either(what: string): string {
    const { reconsideration, directSuit } = this.#rule;
    return `对${what}不服的，可以自收到本告知书之日起${reconsideration.days}日内向${this.#authority()}申请行政复议，也可以自收到本告知书之日起${directSuit.months}个月内向${this.#court()}提起行政诉讼。`;
  }

  first(what: string): string {
    const { reconsideration, suitAfterwards, firstBasis } = this.#rule;
    return `对${what}不服的，应当依照${firstBasis}的规定，自收到本告知书之日起${reconsideration.days}日内先向${this.#authority()}申请行政复议；对行政复议决定不服，或者行政复议机关决定不予受理、驳回申请、逾期不作答复的，可以自收到决定书之日起或者行政复议期限届满之日起${suitAfterwards.days}日内向${this.#court()}提起行政诉讼。`;
  }

  #authority(): string {
    const { reconsiderationBody, reconsiderationAddress, reconsiderationPhone, internetChannel } = this.#body;
    const details = [
      reconsiderationAddress === '' ? null : `地址：${reconsiderationAddress}`,
      reconsiderationPhone ? `电话：${reconsiderationPhone}` : null,
      internetChannel ? `网上申请渠道：${internetChannel}` : null,
    ].filter((one) => one !== null);
    return details.length > 0 ? `${reconsiderationBody}（${details.join('；')}）` : reconsiderationBody;
  }

  #court(): string {
    const { court, courtAddress } = this.#body;
    return courtAddress ? `${court}（地址：${courtAddress}）` : court;
  }
}
