import { ONE_REVIEW_EACH } from '../../library/index.ts';
import type { OwnRule, PublicationKind } from '../../publications/index.ts';
import { MESSAGE_KINDS } from '../kinds/message-kinds.ts';
import { isMaskedName } from './masked-sender.ts';

/** Who asked is nobody's business: what stands there must be masked (MSG-7). */
const SENDER_MASKED: OwnRule = {
  code: 'sender-masked',
  severity: 'blocks',
  fields: ['sender'],
  faults: ({ fields }) =>
    typeof fields.sender === 'string' && fields.sender !== '' && !isMaskedName(fields.sender)
      ? [{ place: 'field:sender', message: '留言人须隐去名字，只写姓氏，例如“张**”，或者写“网友”。' }]
      : [],
};

/**
 * 选登的留言和答复 (MSG-7, MSG-C4): when it was asked, when and by whom it was answered, and the answer, which is the text. It becomes public
 * through the same door as everything else.
 */
export const selectedReply: PublicationKind = {
  code: 'selectedReply',
  name: '互动选登',
  dateField: 'answeredOn',
  fields: [
    {
      code: 'channel',
      label: '来信渠道',
      type: 'choice',
      required: true,
      choices: MESSAGE_KINDS.filter((kind) => kind.isSelectable).map(({ code, label }) => ({ value: code, label })),
    },
    { code: 'askedOn', label: '留言时间', type: 'date', required: true },
    { code: 'answeredOn', label: '答复时间', type: 'date', required: true },
    { code: 'answeringUnit', label: '答复单位', type: 'text', required: true },
    {
      code: 'sender',
      label: '留言人',
      type: 'text',
      required: false,
      maxLength: 20,
      help: '只写姓氏，例如“张**”；匿名的不填',
    },
    { code: 'question', label: '留言内容', type: 'longText', required: true, maxLength: 5000 },
  ],
  body: 'required',
  attachments: { required: false, max: 5 },
  relations: [{ code: 'asksAbout', label: '留言的政策', reverseLabel: '留言选登', target: 'publication' }],
  reviewSteps: ONE_REVIEW_EACH,
  columns: [{ code: 'selectedReplies', name: '互动选登' }],
  elementChecks: [
    { check: 'dateOrder', earlier: 'askedOn', later: 'answeredOn', severity: 'blocks' },
    { check: 'notInFuture', field: 'answeredOn', severity: 'blocks' },
    { check: 'internalLinks', severity: 'blocks' },
  ],
  ownRules: [SENDER_MASKED],
};
