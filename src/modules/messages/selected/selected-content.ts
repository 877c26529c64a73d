import { plainBody } from '../../../kernel/document-body.ts';
import { localDateAt } from '../../../kernel/local-date.ts';
import type { CaseView } from '../../cases/index.ts';
import { PublicationContent } from '../../publications/index.ts';
import { type Known, maskedName, maskMessage } from './mask-message.ts';

/** Longest text of a field. */
const MOST = 5000;

/**
 * A message and its answers as they may stand in public: the four fields and the words, without what its sender gave (MSG-7).
 * @param policyId publication on whose page it was asked
 */
export function selectedContent(
  message: Pick<CaseView, 'kind' | 'title' | 'text' | 'receivedOn' | 'replies'>,
  known: Known | null,
  policyId: string | null,
): PublicationContent {
  const masked = (text: string) => maskMessage(text, known);
  const replies = message.replies.filter((reply) => reply.sentAt !== null);
  const last = replies.at(-1);
  const words = replies.map((reply, place) => {
    const day = localDateAt(new Date(reply.sentAt ?? ''));
    return place === 0 ? reply.text : `${day}补充答复：\n${reply.text}`;
  });
  return PublicationContent.parse({
    title: masked(message.title),
    fields: {
      channel: message.kind,
      askedOn: message.receivedOn,
      answeredOn: last?.sentAt ? localDateAt(new Date(last.sentAt)) : null,
      answeringUnit: last?.unit.name ?? '',
      sender: known?.name ? maskedName(known.name, known.kind).replace('某单位', '企业') : null,
      question: masked(message.text).slice(0, MOST),
    },
    body: plainBody(masked(words.join('\n'))),
    relations: policyId === null ? [] : [{ type: 'asksAbout', publicationId: policyId }],
  });
}
