import type { ReactNode } from 'react';
import { dayText } from '../../../../workbench/components/day.ts';
import type { DecisionContent } from '../../results/decision-content.contract.ts';
import { articlesOf } from '../../results/decision-sentence.ts';
import { RESULT_RULES } from '../../results/result-rules.ts';
import { Facts } from '../file/facts.tsx';
import { CONTENT_FIELDS, type ContentField, FIELD_LABELS } from './content-fields.ts';

export const WAY_LABELS = { supplied: '随答复提供', alreadyPublic: '已主动公开，告知获取途径' } as const;
export const BECAUSE_LABELS = { doesNotExist: '经检索不存在', otherAgency: '不属于本机关负责公开' } as const;

/** What a decision says, field by field; what it does not say is left out. */
export function ContentFacts({ content }: { readonly content: DecisionContent }) {
  const shown = CONTENT_FIELDS.filter((field) => field !== 'articles');
  return (
    <Facts
      rows={[
        ...shown.map((field) => [FIELD_LABELS[field], valueText(field, content[field])] as const),
        [FIELD_LABELS.articles, articlesOf(content).join('、')],
      ]}
    />
  );
}

/** One field of a decision in words; empty: not said. */
export function valueText(field: ContentField, value: unknown): ReactNode {
  if (value === undefined || value === null || value === '') return '';
  const content = { [field]: value } as unknown as DecisionContent;
  switch (field) {
    case 'way':
      return content.way ? WAY_LABELS[content.way] : '';
    case 'because':
      return content.because ? BECAUSE_LABELS[content.because] : '';
    case 'items':
      return content.items
        .map(({ name, documentNumber, place, files = [] }) =>
          [name, documentNumber, place, ...files.map((file) => `文件“${file.name}”`)].filter(Boolean).join('，'),
        )
        .join('\n');
    case 'grounds':
      return content.grounds.map((ground) => RESULT_RULES[ground].label).join('、');
    case 'articles':
      return content.articles.join('\n');
    case 'rightAgency':
      return [content.rightAgency?.name, content.rightAgency?.contact].filter(Boolean).join('，');
    case 'earlierReply':
      return content.earlierReply ? `${content.earlierReply.number}，${dayText(content.earlierReply.on)}` : '';
    case 'explanation':
      return content.explanation
        ? `${dayText(content.explanation.askedOn)}要求说明理由；${content.explanation.answer ?? '申请人没有说明'}`
        : '';
    case 'withdrawnOn':
      return dayText(content.withdrawnOn);
    default:
      return String(value);
  }
}
