import type { Reason } from '../../../kernel/app-error.ts';
import type { DecisionContent, DecisionFacts } from './decision-content.contract.ts';
import { type DecisionElement, REFUSAL_GROUNDS, RESULT_RULES } from './result-rules.ts';
import { spokenDate } from './spoken-date.ts';

const REFUSING: ReadonlySet<string> = new Set(REFUSAL_GROUNDS);
/** A reason shorter than this names no fact of the case. */
const SHORTEST_REASON = 10;

/**
 * Everything that the decision lacks, at once, in words (FOI-4, FOI-C3; regulation arts 30, 32, 35 to 39). Empty: it may be submitted.
 */
export function missingOf(decision: DecisionContent, facts: DecisionFacts): Reason[] {
  const rule = RESULT_RULES[decision.result];
  return elementsOf(decision, rule.must).flatMap((element) => {
    const message = CHECKS[element](decision, facts);
    return message === null ? [] : [{ field: element, message }];
  });
}

/** What a class asks depends on how it is meant: public already or supplied, not there or with another agency. */
function elementsOf(decision: DecisionContent, must: readonly DecisionElement[]): readonly DecisionElement[] {
  const more: DecisionElement[] = [];
  if (decision.result === 'open' && decision.way === 'alreadyPublic') more.push('placePublished');
  if (decision.result === 'open' && decision.way === 'supplied') more.push('supply');
  if (decision.result === 'open' || decision.result === 'partial') more.push('publicInterest');
  if (decision.result === 'notHeld' && decision.because === 'doesNotExist') more.push('search');
  if (decision.result === 'notHeld' && decision.because === 'otherAgency') more.push('rightAgency');
  if (decision.result === 'partial' && decision.grounds.includes('thirdParty')) more.push('thirdPartyAsked');
  if (decision.result === 'partial' && decision.grounds.includes('forbiddenByLaw')) more.push('forbiddingLaw');
  return [...must, ...more];
}

type Check = (decision: DecisionContent, facts: DecisionFacts) => string | null;
const isBlank = (text: string | undefined) => text === undefined || text.trim() === '';
const unless = (isGiven: boolean, message: string) => (isGiven ? null : message);

const CHECKS: Readonly<Record<DecisionElement, Check>> = {
  articles: ({ articles }) =>
    unless(
      articles.some((one) => /第.+条|〔\d{4}〕\d+号/.test(one)),
      '请写明法律依据，精确到条，例如“《政府信息公开条例》第三十六条第（二）项”。',
    ),
  reasons: ({ reasons }) =>
    unless(
      reasons.trim().length >= SHORTEST_REASON,
      '请说明理由：结合本件申请写清事实和为什么适用该条款，不能只写结论。',
    ),
  way: ({ way }) => unless(way !== undefined, '请选择公开方式：随答复提供，还是告知已主动公开的获取途径。'),
  items: ({ items }) =>
    unless(items.length > 0 && items.every(({ name }) => name !== ''), '请列明公开的信息名称，至少一条。'),
  placePublished: ({ items }) =>
    unless(
      items.every(({ place }) => !isBlank(place)),
      '已经主动公开的，请逐条写明获取该信息的方式、途径（网址、公报期号或者查阅场所）。',
    ),
  supply: ({ supply, items, isSuppliedElsewhere }, { wantsOnline }) => {
    if (isBlank(supply)) return '请写明提供信息的方式、途径和时间。';
    const bare = items.find(({ files = [] }) => files.length === 0);
    return unless(
      !wantsOnline || isSuppliedElsewhere === true || bare === undefined,
      `申请人要求网上获取，“${bare?.name ?? ''}”还没有上传文件；不能在网上提供的，请勾选“另行提供”。`,
    );
  },
  refusedPart: ({ refusedPart }) => unless(!isBlank(refusedPart), '请写明哪些内容不予公开。'),
  grounds: ({ grounds }) => unless(grounds.length > 0, '请选择不予公开部分的依据（条例第十四条至第十六条）。'),
  forbiddingLaw: ({ forbiddingLaw }) =>
    unless(!isBlank(forbiddingLaw), '请写明禁止公开该信息的法律、行政法规名称和条款。'),
  thirdPartyAsked: (_, { thirdParties, decidedOn }) => {
    if (thirdParties.length === 0)
      return '以损害第三方合法权益为由不予公开的，应当先书面征求第三方意见（条例第三十二条）。';
    const isOpen = thirdParties.some(({ answer, until }) => answer === null && decidedOn <= until);
    if (isOpen) return '第三方答复意见的期限尚未届满，请收到意见或者期满后再作决定。';
    const allAgreed = thirdParties.every(({ answer }) => answer === 'agrees');
    return unless(!allAgreed, '第三方都同意公开，不能再以保护第三方合法权益为由不予公开（条例第十五条）。');
  },
  publicInterest: ({ publicInterest }, { thirdParties }) =>
    unless(
      !isBlank(publicInterest) || thirdParties.every(({ answer }) => answer !== 'objects'),
      '第三方不同意公开而决定公开的，请写明其理由为什么不合理，或者不公开会对公共利益造成什么重大影响（条例第三十二条）。',
    ),
  specialProcedure: ({ specialProcedure }) =>
    unless(!isBlank(specialProcedure), '请写明依照哪部法律、行政法规，到哪里、怎样查询该信息。'),
  because: ({ because }) =>
    unless(because !== undefined, '请选择不掌握的情形：经检索不存在，还是不属于本机关负责公开。'),
  search: ({ search }) => unless(!isBlank(search), '请写明检索的范围和方法（检索了哪些系统、档案，用了哪些关键词）。'),
  rightAgency: ({ rightAgency, isRightAgencyUnknown }) => {
    if (isRightAgencyUnknown) return null;
    const isGiven = rightAgency !== undefined && !isBlank(rightAgency.name) && !isBlank(rightAgency.contact);
    return unless(isGiven, '能够确定负责公开的行政机关的，请写明其名称和联系方式；不能确定的，请勾选“不能确定”。');
  },
  correctionNotice: (_, { correction }) => unless(correction !== null, '没有告知补正的记录，不能作这一类决定。'),
  correctionAnswered: (_, { correction }) =>
    unless(
      correction === null || correction.correctedOn !== null,
      '申请人还没有补正；逾期不补正的，请改选“逾期不补正”。',
    ),
  correctionOverdue: (_, { correction, decidedOn }) => {
    if (correction === null) return null;
    if (correction.correctedOn !== null)
      return `申请人已于${spokenDate(correction.correctedOn)}补正，不能按逾期不补正处理。`;
    return unless(
      decidedOn > correction.until,
      `补正期限到${spokenDate(correction.until)}，期满次日起才能按逾期不补正处理。`,
    );
  },
  earlierReply: ({ earlierReply }) =>
    unless(earlierReply !== undefined && !isBlank(earlierReply.number), '请写明原答复的编号和日期。'),
  explanationAsked: ({ explanation }) =>
    unless(
      explanation !== undefined,
      '以大量、反复申请为由不予处理的，应当先要求申请人说明理由（条例第三十五条），请登记要求说明的日期和申请人的说明。',
    ),
  feeNotice: (_, { fee }) => unless(fee !== null && fee.yuan > 0, '没有收费通知的记录，不能作这一类决定。'),
  feeOverdue: (_, { fee, decidedOn }) => {
    if (fee === null) return null;
    if (fee.paidOn !== null) return `申请人已于${spokenDate(fee.paidOn)}缴费，不能按逾期未缴费处理。`;
    return unless(decidedOn > fee.until, `缴费期限到${spokenDate(fee.until)}，期满次日起才能按逾期未缴费处理。`);
  },
};

/** Classes of articles 14 to 16 that the decision rests on, wholly or for its refused part. */
export function groundsOf(decision: Pick<DecisionContent, 'result' | 'grounds'>): readonly string[] {
  if (decision.result === 'partial') return decision.grounds;
  return REFUSING.has(decision.result) ? [decision.result] : [];
}
