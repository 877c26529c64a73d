import type { LetterKind } from './letter-words.ts';
import type { LetterTemplate } from './template.ts';

const OPENING = `【申请人】：
【机关】于【收到日期】收到您提出的政府信息公开申请（编号：【申请编号】）。您申请公开的内容：【申请内容】`;
const CLOSING = `【救济途径】
联系方式：【联系方式】`;

/** Decision letters as shipped, one for each head of the statutory table. */
export const SHIPPED_DECISIONS: readonly LetterTemplate[] = [
  letter(
    'open',
    `经审查，依照【法律条款】的规定，本机关答复如下：
【决定】
说明：【理由】`,
  ),
  letter(
    'partial',
    `经审查，依照【法律条款】的规定，本机关答复如下：
【决定】
不予公开部分的理由：【理由】`,
  ),
  letter(
    'refused',
    `经审查，依照【法律条款】的规定，本机关答复如下：
【决定】
理由：【理由】`,
  ),
  letter(
    'unavailable',
    `经审查，依照【法律条款】的规定，本机关答复如下：
【决定】
理由：【理由】`,
  ),
  letter(
    'notProcessed',
    `经审查，依照【法律条款】的规定，本机关答复如下：
【决定】
理由：【理由】`,
  ),
  letter(
    'otherHandling',
    `经审查，本机关答复如下：
【决定】
依据：【法律条款】
理由：【理由】`,
  ),
];

function letter(kind: LetterKind, middle: string): LetterTemplate {
  return { kind, title: '政府信息公开申请答复书', hasRedHead: true, body: `${OPENING}\n${middle}\n${CLOSING}` };
}
