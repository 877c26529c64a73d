import { bodyText } from '../../../kernel/document-body.ts';
import type { OwnRule } from '../../publications/index.ts';

/** 关于印发《…办法（试行）》的通知, …规定, …实施细则. */
const RULE_TITLE = /(办法|规定|细则|规则|若干措施|若干意见|标准)(（[^（）]*）)?(》?的?(通知|公告|通告|决定))?$/;
/** What changes a normative document is one. */
const CHANGES_RULE = /(?:修改|修订|延长)《[^》]*(办法|规定|细则|规则)》/;
/** Orders to everybody in an area: 关于禁止燃放烟花爆竹的通告. */
const ORDER_TITLE = /关于.*(禁止|禁限|限制|限行|划定|调整.*(标准|区域)).*(通告|公告|决定)$/;
/** What the city's rules on normative documents leave out: inner work, bodies and posts, plans, technical standards; and what ends one. */
const LEFT_OUT =
  /内部|机关(公务|干部|工作)|工作人员|考核|值班|保密|印章|档案|议事规则|工作规则|工作制度|机构(设置|改革|职能)|编制|任免|任命|纪要|要点|请示|表彰|奖惩|先进|规划|计划|方案|预案|技术标准|技术规定|名单|目录|批复|转发|预算|决算|废止|失效|征求.*意见/;
const DOCUMENT_TYPES: readonly unknown[] = ['通知', '通告', '公告', '意见', '决定', '办法', '规定', '细则'];
/** It holds from a day on, or for a time. */
const HOLDS_ON = /(自.{1,30}起(施行|执行|实施|生效)|有效期(为|至|自|[\d一二三四五])|试行期)/;
/** What people outside must, must not or may. */
const TELLS_PEOPLE =
  /(单位|个人|企业|居民|经营者|申请人|当事人|公民|法人|业主|用人单位|行为人).{0,20}(应当|不得|禁止|须|可以申请|可以享受)|(处以|责令).{0,20}(罚款|改正|停业)|给予.{0,20}(补贴|补助|资助|奖励)/;

/**
 * A title or a text that looks like a normative document without the mark (LIB-4, 《上海市行政规范性文件管理规定》 art. 2). What it is, people judge:
 * the drafter marks it or says why not, and reviewers see both.
 */
export const LOOKS_NORMATIVE: OwnRule = {
  code: 'looks-normative',
  severity: 'warns',
  fields: ['normative', 'documentType', 'notNormativeBecause'],
  faults: ({ title, fields, body }) => {
    if (fields.normative === true) return [];
    const sign = signOf(title, fields.documentType, body ? bodyText(body) : '');
    if (sign === null) return [];
    const because = typeof fields.notNormativeBecause === 'string' ? fields.notNormativeBecause.trim() : '';
    const message = because === '' ? `${sign}${ASK}` : `${sign}起草人说明不列入的理由：${because}。请审核人判断。`;
    return [{ place: 'field:normative', message }];
  },
};

const ASK =
  '属于的，请勾选“行政规范性文件”；不属于的（例如内部管理、规划计划、技术标准），请填写“不列为规范性文件的理由”，供审核人判断。';

function signOf(title: string, documentType: unknown, text: string): string | null {
  // 规划和自然资源局关于…: the issuer's own name says nothing of what it issues.
  const matter = title.replace(/^[^《]*?(?=关于|《)/, '');
  if (LEFT_OUT.test(matter)) return null;
  const word = RULE_TITLE.exec(matter)?.[1] ?? CHANGES_RULE.exec(matter)?.[1];
  if (word) return `标题中的“${word}”表明这可能是行政规范性文件。`;
  if (ORDER_TITLE.test(matter)) return '标题表明这可能是对公众普遍适用的行政规范性文件。';
  if (!DOCUMENT_TYPES.includes(documentType) || !HOLDS_ON.test(text) || !TELLS_PEOPLE.test(text)) return null;
  return '正文规定了单位或者个人的权利义务和施行时间，可能是行政规范性文件。';
}
