import type { MessageCode } from '../kinds/message-kinds.ts';

interface ChannelWords {
  /** As it is called on the portal, where that is not the name of its kind. */
  readonly name?: string;
  /** What it is for. */
  readonly about: string;
  /** On the button that leads to its form. */
  readonly act: string;
  readonly textLabel: string;
  readonly textHint: string;
  /** Said once it is taken. */
  readonly received: string;
}

/** What people are told of each way of asking; transferred messages come from elsewhere, so nobody is offered them here. */
export const CHANNEL_WORDS: Readonly<Record<Exclude<MessageCode, 'transferred'>, ChannelWords>> = {
  policyMessage: {
    about: '对某一份政策文件有疑问，由起草单位答复。',
    act: '就这份文件提问',
    textLabel: '您想问什么',
    textHint: '写明是文件的哪一条、您的情况和疑问。',
    received: '您的留言已经收到。',
  },
  enquiry: {
    about: '办事、政策、生活中的问题，由业务部门答复；简单问题一个工作日内答复。',
    act: '我要咨询',
    textLabel: '您想问什么',
    textHint: '写明时间、地点和具体情况，答复会更有针对性。',
    received: '您的咨询已经收到。',
  },
  mailbox: {
    about: '写给区领导、街镇和部门负责人的信，由负责人签发答复。',
    act: '写信',
    textLabel: '信的内容',
    textHint: '写明事情的经过和您的诉求。',
    received: '您的来信已经收到。',
  },
  suggestion: {
    name: '政策评价和意见建议',
    about: '评价一项政策，对政策和工作提意见、建议，采纳情况会答复您。',
    act: '评价和提建议',
    textLabel: '您的意见或建议',
    textHint: '写明现在的做法、问题在哪里、您建议怎样改。',
    received: '您的意见建议已经收到，谢谢。',
  },
  siteError: {
    name: '我为政府网站找错',
    about: '发现本站的错别字、打不开的链接、过期或不准确的内容，请告诉我们。',
    act: '我要找错',
    textLabel: '错在哪里',
    textHint: '写明哪一句、应当怎样。',
    received: '您指出的问题已经收到，谢谢。',
  },
};

export type OfferedCode = keyof typeof CHANNEL_WORDS;

export function isOffered(code: string): code is OfferedCode {
  return Object.hasOwn(CHANNEL_WORDS, code);
}

export function askHref(code: OfferedCode, document?: number): string {
  if (code === 'siteError') return '/site-errors/new';
  return `/messages/new?channel=${code}${document === undefined ? '' : `&document=${document}`}`;
}
