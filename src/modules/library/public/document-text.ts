import type { OpenItem } from '../../publications/index.ts';
import { textField } from '../shelf/shelf-entry.ts';
import type { Validity } from '../validity/validity.ts';
import { chineseDay, labelOfState, VALIDITY_WORDS } from '../validity/validity-words.ts';
import { textBlocks } from './text-blocks.ts';
import { withdrawalWords } from './withdrawal-words.ts';

/** The document as a text file: what it is, whether it holds today, its text (GIP-9). CRLF, so that every editor shows the lines. */
export function documentText(item: OpenItem, validity: Validity | null, address: string, today: string): string {
  const field = (code: string) => textField(item.fields, code);
  const facts: readonly (readonly [string, string | null])[] = [
    ['状态', withdrawalWords(item)],
    ['索引号', field('indexNumber')],
    ['发文字号', field('documentNumber')],
    ['发文机关', field('issuer')],
    ['成文日期', chineseDay(item.datedOn)],
    [
      validity ? labelOfState(validity.state) : '',
      validity && `${VALIDITY_WORDS[validity.state]}（截至${chineseDay(today)}）：${validity.reason}`,
    ],
    ['网址', address],
  ];
  const head = facts.flatMap(([name, value]) => (value ? [`${name}：${value}`] : []));
  return `${[item.title, '', ...head, '', ...textBlocks(item.bodyHtml), ''].join('\r\n')}`;
}
