import { ONE_REVIEW_EACH } from '../../library/index.ts';
import type { OwnRule, PublicationKind } from '../../publications/index.ts';
import { choicesOf } from '../interpretation-words.ts';
import { isWebAddress } from '../web-address.ts';
import { LIVE_OCCASIONS, LIVE_STATES, LIVE_TIMES } from './live-words.ts';

/** A link is a page of the web, and what was held can be watched again or says why not. */
const ADDRESSES_OPEN: OwnRule = {
  code: 'live-addresses',
  severity: 'blocks',
  fields: ['liveAddress', 'replay'],
  faults: ({ fields }) =>
    (['liveAddress', 'replay'] as const)
      .filter((code) => typeof fields[code] === 'string' && fields[code] !== '' && !isWebAddress(String(fields[code])))
      .map((code) => ({
        place: `field:${code}`,
        message: '网址应以 http:// 或 https:// 开头，请从浏览器地址栏复制。',
      })),
};

const STATE_FITS_DAY: OwnRule = {
  code: 'live-state-fits-day',
  severity: 'blocks',
  fields: ['state', 'heldOn'],
  faults: ({ fields }, today) =>
    fields.state === 'held' && typeof fields.heldOn === 'string' && fields.heldOn > today
      ? [{ place: 'field:state', message: '直播日期还没有到，状态不能是“已举行”。' }]
      : [],
};

/**
 * 政务直播 (ITP-13): an entry of the programme. It is announced, and amended when it was held, moved or cancelled, through the same door as
 * everything public; two people besides the drafter look at it.
 */
export const liveSession: PublicationKind = {
  code: 'liveSession',
  name: '政务直播',
  dateField: 'heldOn',
  fields: [
    { code: 'state', label: '状态', type: 'choice', required: true, choices: choicesOf(LIVE_STATES) },
    { code: 'heldOn', label: '直播日期', type: 'date', required: true },
    {
      code: 'startsAt',
      label: '开始时间',
      type: 'choice',
      required: true,
      choices: LIVE_TIMES.map((value) => ({ value, label: value })),
    },
    { code: 'occasion', label: '内容', type: 'choice', required: true, choices: choicesOf(LIVE_OCCASIONS) },
    { code: 'guests', label: '嘉宾', type: 'text', required: true, help: '写明单位和职务，例如：区教育局副局长某某' },
    { code: 'liveAddress', label: '直播网址', type: 'text', required: false },
    { code: 'replay', label: '回放网址', type: 'text', required: false, help: '举行以后修改本条信息，填写回放' },
    { code: 'asking', label: '怎样提问', type: 'text', required: false, help: '例如：发送到邮箱，或在直播间留言' },
    {
      code: 'questions',
      label: '征集的问题',
      type: 'longText',
      required: false,
      internal: true,
      help: '事先收集的问题，只在工作台显示；回答写在正文里',
    },
    { code: 'summary', label: '内容概述', type: 'longText', required: true, maxLength: 300 },
  ],
  body: 'optional',
  attachments: { required: false, max: 10 },
  relations: [{ code: 'explains', label: '讲解的文件', reverseLabel: '政务直播', target: 'either' }],
  reviewSteps: ONE_REVIEW_EACH,
  columns: [{ code: 'liveRoom', name: '政务直播间' }],
  elementChecks: [{ check: 'internalLinks', severity: 'blocks' }],
  ownRules: [ADDRESSES_OPEN, STATE_FITS_DAY],
};
