import type { ListedDocument } from '../public/open-library.ts';
import { isOver, VALIDITY_WORDS } from '../validity/validity-words.ts';
import type { TopicGap } from './topics.contract.ts';

/**
 * What a lead department has to look at in its collection (TOP-6; TOP-C2): documents that no longer hold, normative ones without
 * interpretation, missing class or audience. Complete documents are left out.
 */
export function topicGaps(documents: readonly ListedDocument[]): TopicGap[] {
  return documents
    .map((document) => ({ number: document.number, title: document.title, gaps: gapsOf(document) }))
    .filter((found) => found.gaps.length > 0);
}

function gapsOf(document: ListedDocument): string[] {
  const over = isOver(document.validity);
  return [
    ...(over ? [`${VALIDITY_WORDS[document.validity]}，请核对是否有替代文件`] : []),
    ...(document.normative && !document.interpreted && !over ? ['规范性文件没有关联解读'] : []),
    ...(document.topic === null ? ['没有主题分类'] : []),
    ...(document.audiences.length === 0 ? ['没有标明适用对象'] : []),
  ];
}
