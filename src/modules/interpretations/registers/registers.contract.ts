import type { Register } from './register.contract.ts';

export const QUESTION_SOURCES = {
  board: '政策留言板',
  hotline: '12345热线',
  letter: '信访、领导信箱',
  counter: '办事窗口',
  visit: '走访、座谈',
  media: '媒体、网络',
} as const;

export const MEDIUM_KINDS = {
  main: '主流媒体',
  site: '重点网站',
  account: '政务新媒体',
  other: '其他平台',
} as const;

const CONTRIBUTOR_KINDS = {
  expert: '专家学者',
  media: '新闻媒体',
  thirdParty: '第三方机构',
  association: '行业协会、商会',
  park: '园区、楼宇',
} as const;

const SPOKESPERSON_KINDS = { enterprise: '惠企政策发言人', people: '惠民政策代言人' } as const;

const ACTIVITY_FORMS = {
  live: '直播',
  talk: '宣讲',
  visit: '进企业、进社区',
  film: '短视频',
  interview: '采访',
  other: '其他',
} as const;

const TALK_FORMS = { breakfast: '政企早餐会', visit: '企业走访', talk: '政策宣讲', meeting: '座谈会' } as const;

/** 问题清单 (ITP-7): what people ask again and again about a document in force. */
const question: Register = {
  code: 'question',
  name: '问题清单',
  noun: '条问题',
  lead: '文件施行后公众集中反映的问题，注明来源和次数。达到触发次数还没有再解读的文件，在“解读工作”里提示。',
  title: 'question',
  day: 'askedOn',
  amount: { field: 'times', label: '咨询人次' },
  about: 'document',
  fields: [
    { code: 'document', label: '涉及的文件', type: 'document', required: true },
    {
      code: 'question',
      label: '问题',
      type: 'text',
      required: true,
      maxLength: 300,
      help: '归并同类问题，不写提问人的姓名、电话',
    },
    { code: 'source', label: '来源', type: 'choice', required: true, choices: QUESTION_SOURCES, listed: true },
    { code: 'askedOn', label: '反映日期', type: 'day', required: true },
    { code: 'times', label: '次数', type: 'count', required: true, help: '同一问题集中反映的人次', listed: true },
    { code: 'answer', label: '目前的答复口径', type: 'longText' },
    { code: 'answeredBy', label: '已由解读回应', type: 'interpretation', listed: true, byAct: true },
  ],
};

/** 传播转载 (ITP-18). */
const reprint: Register = {
  code: 'reprint',
  name: '传播转载',
  noun: '次转载',
  lead: '媒体、网站、新媒体账号转载本单位解读的情况。经解读单位或者主管部门的第二人核实后，在解读页面“媒体转载”中公开媒体、日期和网址。',
  title: 'medium',
  day: 'day',
  amount: { field: 'reach', label: '阅读播放量' },
  about: 'interpretation',
  fields: [
    { code: 'interpretation', label: '解读', type: 'interpretation', required: true },
    { code: 'medium', label: '媒体、网站或账号', type: 'text', required: true },
    { code: 'mediumKind', label: '类别', type: 'choice', required: true, choices: MEDIUM_KINDS, listed: true },
    { code: 'day', label: '转载日期', type: 'day', required: true },
    { code: 'address', label: '网址', type: 'address', required: true, listed: true },
    { code: 'reach', label: '阅读或播放量', type: 'count', help: '不知道可不填', listed: true },
  ],
};

/** 辅导课件 (ITP-14): made once, used by many. */
const coaching: Register = {
  code: 'coaching',
  name: '辅导课件',
  noun: '份课件',
  lead: '可以反复使用的政策辅导课件，各单位都能查找、下载；用过一次登记一次。课件只在工作台使用，不对外公开。',
  title: 'title',
  day: 'madeOn',
  below: { register: 'coachingUse', label: '使用' },
  fields: [
    { code: 'title', label: '课件名称', type: 'text', required: true },
    { code: 'topic', label: '主题', type: 'text', required: true, maxLength: 40, listed: true },
    {
      code: 'edition',
      label: '版本',
      type: 'text',
      required: true,
      maxLength: 40,
      help: '例如：2026年第2版',
      listed: true,
    },
    { code: 'madeOn', label: '编制日期', type: 'day', required: true },
    { code: 'file', label: '文件', type: 'file', required: true, help: '先经过隐藏信息检查', listed: true },
    { code: 'documents', label: '涉及的文件', type: 'documents' },
    { code: 'note', label: '使用说明', type: 'longText' },
  ],
};

const coachingUse: Register = {
  code: 'coachingUse',
  name: '课件使用',
  noun: '次使用',
  lead: '课件在哪次培训、宣讲中用过。',
  title: 'occasion',
  day: 'usedOn',
  amount: { field: 'participants', label: '听讲人数' },
  fields: [
    { code: 'coaching', label: '课件', type: 'record', of: 'coaching', required: true },
    { code: 'occasion', label: '培训、宣讲名称', type: 'text', required: true },
    { code: 'usedOn', label: '日期', type: 'day', required: true },
    { code: 'participants', label: '听讲人数', type: 'count', required: true, listed: true },
  ],
};

/** 外部力量 (ITP-15). */
const contributor: Register = {
  code: 'contributor',
  name: '外部力量',
  noun: '个专家或机构',
  lead: '参与政策解读的专家、媒体、第三方机构、行业协会、园区，供各单位邀请时查找。',
  title: 'name',
  day: 'since',
  fields: [
    { code: 'name', label: '姓名或机构名称', type: 'text', required: true },
    { code: 'kind', label: '类别', type: 'choice', required: true, choices: CONTRIBUTOR_KINDS, listed: true },
    { code: 'organisation', label: '所在单位、职务', type: 'text', listed: true },
    { code: 'field', label: '擅长领域', type: 'text', required: true, listed: true },
    { code: 'contact', label: '联系方式', type: 'text', help: '只在工作台显示' },
    { code: 'since', label: '开始合作日期', type: 'day', required: true },
    { code: 'work', label: '合作内容', type: 'longText' },
  ],
};

/** 惠企政策发言人、惠民政策代言人 (ITP-16). */
const spokesperson: Register = {
  code: 'spokesperson',
  name: '政策发言人',
  noun: '名发言人',
  lead: '惠企政策发言人、惠民政策代言人及其活动。',
  title: 'name',
  day: 'appointedOn',
  below: { register: 'spokespersonActivity', label: '活动' },
  fields: [
    { code: 'name', label: '姓名', type: 'text', required: true, maxLength: 40 },
    { code: 'kind', label: '类别', type: 'choice', required: true, choices: SPOKESPERSON_KINDS, listed: true },
    { code: 'post', label: '职务', type: 'text', required: true, listed: true },
    { code: 'field', label: '负责的政策领域', type: 'text', required: true, listed: true },
    { code: 'appointedOn', label: '确定日期', type: 'day', required: true },
    { code: 'endedOn', label: '卸任日期', type: 'day' },
  ],
};

const spokespersonActivity: Register = {
  code: 'spokespersonActivity',
  name: '发言人活动',
  noun: '场活动',
  lead: '发言人、代言人讲解政策的活动。',
  title: 'topic',
  day: 'heldOn',
  amount: { field: 'participants', label: '参加人数' },
  fields: [
    { code: 'spokesperson', label: '发言人', type: 'record', of: 'spokesperson', required: true },
    { code: 'topic', label: '活动主题', type: 'text', required: true },
    { code: 'form', label: '形式', type: 'choice', required: true, choices: ACTIVITY_FORMS, listed: true },
    { code: 'heldOn', label: '日期', type: 'day', required: true },
    { code: 'participants', label: '参加或观看人数', type: 'count', listed: true },
    { code: 'documents', label: '讲解的文件', type: 'documents' },
    { code: 'address', label: '报道或回放网址', type: 'address' },
  ],
};

/** 政企沟通 (ITP-17): breakfast meetings, visits, policy talks. */
const enterpriseTalk: Register = {
  code: 'enterpriseTalk',
  name: '政企沟通',
  noun: '场活动',
  lead: '政企早餐会、企业走访、政策宣讲、座谈会：讲了什么政策，企业反映了什么，办得怎样。',
  title: 'topic',
  day: 'heldOn',
  amount: { field: 'participants', label: '参加人数' },
  fields: [
    { code: 'topic', label: '主题', type: 'text', required: true },
    { code: 'form', label: '形式', type: 'choice', required: true, choices: TALK_FORMS, listed: true },
    { code: 'heldOn', label: '日期', type: 'day', required: true },
    { code: 'place', label: '地点', type: 'text' },
    { code: 'participants', label: '参加人数', type: 'count', required: true, listed: true },
    { code: 'firms', label: '参加企业', type: 'longText', maxLength: 1000 },
    { code: 'documents', label: '讲解的文件', type: 'documents' },
    { code: 'matters', label: '企业反映的问题', type: 'longText', required: true, help: '没有就写“无”', listed: true },
    { code: 'outcome', label: '办理情况', type: 'longText' },
  ],
};

export const REGISTERS = [
  question,
  reprint,
  coaching,
  coachingUse,
  contributor,
  spokesperson,
  spokespersonActivity,
  enterpriseTalk,
] as const satisfies readonly Register[];

export const REGISTER_CODES = REGISTERS.map((register) => register.code) as [string, ...string[]];

/** @throws Error for a code that no register has */
export function registerOf(code: string): Register {
  const found = REGISTERS.find((register) => register.code === code);
  if (!found) throw new Error(`no register ${code}`);
  return found;
}
