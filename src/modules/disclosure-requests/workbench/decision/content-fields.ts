import type { DecisionContent, DecisionFacts } from '../../results/decision-content.contract.ts';
import { suggestedArticles } from '../../results/decision-sentence.ts';
import { type DecisionElement, RESULT_RULES } from '../../results/result-rules.ts';

/** Parts of a decision that somebody fills in, in the order of the form. */
export const CONTENT_FIELDS = [
  'way',
  'because',
  'items',
  'supply',
  'refusedPart',
  'grounds',
  'forbiddingLaw',
  'specialProcedure',
  'search',
  'rightAgency',
  'earlierReply',
  'explanation',
  'withdrawnOn',
  'channel',
  'publicInterest',
  'reasons',
  'articles',
] as const satisfies readonly (keyof DecisionContent)[];
export type ContentField = (typeof CONTENT_FIELDS)[number];

export const FIELD_LABELS: Readonly<Record<ContentField, string>> = {
  way: '公开方式',
  because: '不掌握的情形',
  items: '公开的信息',
  supply: '提供的方式、途径和时间',
  refusedPart: '不予公开的内容',
  grounds: '不予公开部分的依据',
  forbiddingLaw: '禁止公开的法律、行政法规',
  specialProcedure: '特别规定和查询途径',
  search: '检索情况',
  rightAgency: '负责公开的行政机关',
  earlierReply: '原答复',
  explanation: '要求说明理由的情况',
  withdrawnOn: '申请人撤回的日期',
  channel: '可以办理的渠道',
  publicInterest: '第三方不同意而决定公开的理由',
  reasons: '理由',
  articles: '法律依据',
};

const FIELD_OF: Readonly<Partial<Record<DecisionElement, ContentField>>> = {
  placePublished: 'items',
  explanationAsked: 'explanation',
};
/** What other records hold: told as missing, filled in by the steps of the procedure. */
const OF_RECORDS: ReadonlySet<DecisionElement> = new Set([
  'thirdPartyAsked',
  'correctionNotice',
  'correctionAnswered',
  'correctionOverdue',
  'feeNotice',
  'feeOverdue',
]);

/** The field in which what is missing is filled in; null: by a step of the procedure. */
export function fieldOf(element: DecisionElement): ContentField | null {
  if (OF_RECORDS.has(element)) return null;
  return FIELD_OF[element] ?? (element as ContentField);
}

/** Fields that have a sense for what is decided, and no others. */
export function fieldsFor(
  content: DecisionContent,
  { thirdParties }: Pick<DecisionFacts, 'thirdParties'>,
): ContentField[] {
  const { result, way, because, grounds } = content;
  const shown = new Set<ContentField>(
    RESULT_RULES[result].must.flatMap((element) => {
      const field = fieldOf(element);
      return field === null ? [] : [field];
    }),
  );
  if (result === 'open' && way === 'supplied') shown.add('supply');
  if (result === 'notHeld' && because === 'doesNotExist') shown.add('search');
  if (result === 'notHeld' && because === 'otherAgency') shown.add('rightAgency');
  if (result === 'partial' && grounds.includes('forbiddenByLaw')) shown.add('forbiddingLaw');
  if (result === 'petition' || result === 'publicPublication') shown.add('channel');
  if (result === 'otherwise') shown.add('withdrawnOn').add('articles');
  const isAgainst = thirdParties.some(({ answer }) => answer === 'objects');
  if ((result === 'open' || result === 'partial') && isAgainst) shown.add('publicInterest');
  return CONTENT_FIELDS.filter((field) => shown.has(field));
}

/** Another choice: articles that were suggested give way to those of the new choice, typed ones stay. */
export function withChoice(
  content: DecisionContent,
  choice: Partial<Pick<DecisionContent, 'result' | 'way' | 'because' | 'grounds'>>,
): DecisionContent {
  const next = { ...content, ...choice };
  const before = suggestedArticles(content);
  const isSuggested = content.articles.length === 0 || content.articles.join() === before.join();
  return isSuggested ? { ...next, articles: suggestedArticles(next) } : next;
}

/** What is kept and put into the letter: nothing of a choice that was given up stays hidden in it. */
export function relevant(content: DecisionContent, facts: Pick<DecisionFacts, 'thirdParties'>): DecisionContent {
  const shown: readonly string[] = fieldsFor(content, facts);
  const { result, isRightAgencyUnknown, isSuppliedElsewhere } = content;
  const filled = Object.fromEntries(
    Object.entries(content).filter(([field, value]) => shown.includes(field) && value !== undefined),
  );
  return {
    ...blank(),
    ...filled,
    articles: content.articles.map((one) => one.trim()).filter((one) => one !== ''),
    result,
    isRightAgencyUnknown: shown.includes('rightAgency') && isRightAgencyUnknown,
    ...(shown.includes('supply') && isSuppliedElsewhere && { isSuppliedElsewhere }),
  };
}

function blank(): Pick<DecisionContent, 'articles' | 'reasons' | 'items' | 'grounds' | 'isRightAgencyUnknown'> {
  return { articles: [], reasons: '', items: [], grounds: [], isRightAgencyUnknown: false };
}

export function emptyContent(): DecisionContent {
  return withChoice({ ...blank(), result: 'open' }, { way: 'supplied' });
}
