import type { Reason } from '../../../kernel/app-error.ts';
import { blanksOf, blankText, partsOf } from './blanks.ts';
import { BLANKS, type Blank, isDecisionLetter, LETTER_LABELS, type LetterKind } from './letter-words.ts';
import type { LetterTemplate } from './template.ts';
import { TEMPLATE_RULES } from './template-rules.ts';

const MOST_TITLE = 40;
const MOST_BODY = 5000;

/**
 * Why a template cannot be used, all reasons at once (law section 9.4): a letter without them would be open to correction in reconsideration.
 */
export function lintTemplate({ kind, title, body }: Pick<LetterTemplate, 'kind' | 'title' | 'body'>): Reason[] {
  const at = (field: 'title' | 'body') => (message: string) => ({ field, message });
  return [...titleFaults(title).map(at('title')), ...bodyFaults(kind, body).map(at('body'))];
}

function titleFaults(title: string): string[] {
  if (title.trim() === '') return ['请填写标题。'];
  if (title.length > MOST_TITLE) return [`标题最多 ${MOST_TITLE} 字，现在 ${title.length} 字。`];
  return /[【】\n]/.test(title) ? ['标题里不能有【】和换行。'] : [];
}

function bodyFaults(kind: LetterKind, body: string): string[] {
  if (body.length > MOST_BODY) return [`正文最多 ${MOST_BODY} 字，现在 ${body.length} 字。`];
  return [
    ...bracketFaults(body),
    ...addresseeFaults(kind, body),
    ...missingFaults(kind, body),
    ...foreignFaults(kind, body),
    ...TEMPLATE_RULES[kind].cites.filter(({ words }) => !words.test(body)).map(({ message }) => message),
    // The regulation of 2019 asks for no purpose any more (art 29).
    ...(/(申请用途|说明用途|特殊需要|三需要)/.test(body)
      ? ['不能要求申请人说明用途或者特殊需要（条例第二十九条）。']
      : []),
  ];
}

function bracketFaults(body: string): string[] {
  const faults: string[] = [];
  for (const line of body.split('\n')) {
    const parts = partsOf(line);
    for (const part of parts)
      if ('unknown' in part) faults.push(`没有“【${part.unknown}】”这一栏，请从可用的栏目中选择。`);
    const loose = parts.some((part) => 'text' in part && /[【】]/.test(part.text));
    if (loose) faults.push(`“${line.slice(0, 20)}”一行的【】没有成对。`);
  }
  return [...new Set(faults)];
}

function addresseeFaults(kind: LetterKind, body: string): string[] {
  const whom: Blank = isToThirdParty(kind) ? 'thirdParty' : 'applicant';
  const first = body.split('\n')[0]?.trim() ?? '';
  const isGood = first.endsWith('：') && blanksOf(first).includes(whom);
  return isGood ? [] : [`第一行应当是称谓：“${blankText(whom)}：”。`];
}

function missingFaults(kind: LetterKind, body: string): string[] {
  const held = new Set(blanksOf(body));
  return TEMPLATE_RULES[kind].must
    .filter((blank) => !held.has(blank))
    .map((blank) => `缺少${blankText(blank)}：${WHY[blank] ?? `${LETTER_LABELS[kind]}应当写明${BLANKS[blank]}`}。`);
}

/** Why the most forgotten ones are needed. */
const WHY: Readonly<Partial<Record<Blank, string>>> = {
  reasons: '不提供信息的，应当说明理由',
  articles: '决定应当写明所依据的法律条款',
  remedy: '应当告知行政复议、行政诉讼的途径和期限，机关名称和地址随单位自动填写',
  receivedOn: '应当写明收到申请的日期，期限由此起算',
  requested: '应当写明所答复的是哪一项申请内容',
  agency: '应当写明作出答复的机关',
};

function foreignFaults(kind: LetterKind, body: string): string[] {
  const { must, may } = TEMPLATE_RULES[kind];
  const known = new Set<Blank>([...must, ...may]);
  return blanksOf(body)
    .filter((blank) => !known.has(blank))
    .map((blank) => `${LETTER_LABELS[kind]}不能有${blankText(blank)}${foreignReason(kind, blank)}。`);
}

function foreignReason(kind: LetterKind, blank: Blank): string {
  if (isToThirdParty(kind) && ['applicant', 'requestNumber', 'lookUp'].includes(blank))
    return '：发给第三方的文书不能透露申请人';
  if (blank === 'remedy' && !isDecisionLetter(kind)) return '：这一文书是办理中的告知，不能单独申请复议或者起诉';
  return '';
}

export function isToThirdParty(kind: LetterKind): boolean {
  return kind === 'consultation' || kind === 'thirdPartyNotice';
}
