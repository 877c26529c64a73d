import type { PublicationKind } from '../../publications/index.ts';
import { CALL_HAS_LAST_DAY } from './call-deadline.ts';
import { DOCUMENT_RELATIONS } from './document-relations.ts';
import { NUMBER_SAYS_NORMATIVE } from './normative-number.ts';
import { LOOKS_NORMATIVE } from './normative-signs.ts';
import { THREE_REVIEWS } from './review-steps.ts';

const NORMATIVE = { field: 'normative', oneOf: ['true'] } as const;

/**
 * 政策文件: official documents, normative ones (行政规范性文件) told apart by a mark of their own (LIB-4), with the elements that government pages
 * show (law 6.3) and those of GB/T 9704 that a reader needs.
 */
export const policyDocument: PublicationKind = {
  code: 'policyDocument',
  name: '政策文件',
  dateField: 'issuedOn',
  fields: [
    {
      code: 'documentNumber',
      label: '发文字号',
      type: 'documentNumber',
      required: true,
      help: '例如：明府办规〔2026〕3号',
    },
    { code: 'indexNumber', label: '索引号', type: 'indexNumber', required: true },
    { code: 'issuer', label: '发文机关', type: 'issuer', required: true, help: '联合行文填主办机关' },
    { code: 'jointIssuers', label: '联合发文机关', type: 'tags', required: false },
    { code: 'issuedOn', label: '成文日期', type: 'date', required: true },
    { code: 'documentType', label: '文种', type: 'choice', required: true, choices: documentTypes() },
    { code: 'normative', label: '行政规范性文件', type: 'boolean', required: true },
    {
      code: 'notNormativeBecause',
      label: '不列为规范性文件的理由',
      type: 'text',
      required: false,
      internal: true,
      maxLength: 300,
      help: '标题或者正文像规范性文件而没有勾选时填写，供审核人判断',
    },
    { code: 'takesEffectOn', label: '施行日期', type: 'date', required: false },
    { code: 'expiresOn', label: '有效期至', type: 'date', required: false, help: '含当日；不填按规定的期限计算' },
    {
      code: 'closesOn',
      label: '截止日期',
      type: 'date',
      required: false,
      help: '申报、征集、报名等事项的最后一日，含当日；页面据此标明“未截止”或“已截止”',
    },
    { code: 'extendsUntil', label: '将所延长文件的有效期（截止日期）延至', type: 'date', required: false },
    { code: 'topic', label: '主题分类', type: 'choice', required: true, choicesFrom: '/api/library/topics/choices' },
    { code: 'tags', label: '政策标签', type: 'tags', required: true, choicesFrom: '/api/library/tags/choices' },
    {
      code: 'audiences',
      label: '适用对象',
      type: 'choices',
      required: false,
      choicesFrom: '/api/library/audiences/choices',
    },
    { code: 'summary', label: '内容概述', type: 'longText', required: true, maxLength: 500 },
    {
      code: 'interpretation',
      label: '政策解读',
      type: 'choice',
      required: false,
      choices: [
        { value: 'together', label: '与文件同步解读' },
        { value: 'none', label: '不涉及公众和企业，不需要解读' },
        { value: 'earlier', label: '此前已经发布的文件，补录' },
      ],
      help: '规范性文件和涉及公众、企业的政策文件应当同步解读',
    },
    { code: 'recipients', label: '主送机关', type: 'text', required: false },
    {
      code: 'statutoryClass',
      label: '法定公开事项',
      type: 'choice',
      required: false,
      choicesFrom: '/api/library/statutory-classes',
    },
    { code: 'serviceAddress', label: '办事入口', type: 'text', required: false, help: '政策对应的办理网址' },
  ],
  body: 'required',
  attachments: { required: false, max: 30 },
  relations: DOCUMENT_RELATIONS,
  reviewSteps: [
    ...THREE_REVIEWS,
    {
      code: 'legality',
      name: '合法性审核',
      group: 'legality',
      roles: ['reviewer', 'supervisor'],
      unit: 'office',
      when: NORMATIVE,
    },
  ],
  columns: [
    { code: 'policy', name: '政策文件' },
    { code: 'normative', name: '行政规范性文件', when: NORMATIVE },
  ],
  elementChecks: [
    { check: 'numberForm', field: 'documentNumber', severity: 'blocks' },
    { check: 'numberYear', field: 'documentNumber', date: 'issuedOn', severity: 'blocks' },
    { check: 'issuerCode', field: 'documentNumber', issuer: 'issuer', severity: 'blocks' },
    { check: 'ownIssuer', issuer: 'issuer', joint: 'jointIssuers', severity: 'blocks' },
    { check: 'uniqueNumber', field: 'documentNumber', severity: 'blocks' },
    { check: 'uniqueNumber', field: 'indexNumber', severity: 'blocks' },
    { check: 'notInFuture', field: 'issuedOn', severity: 'blocks' },
    { check: 'dateOrder', earlier: 'issuedOn', later: 'takesEffectOn', severity: 'warns' },
    { check: 'dateOrder', earlier: 'takesEffectOn', later: 'expiresOn', severity: 'blocks' },
    { check: 'dateOrder', earlier: 'issuedOn', later: 'expiresOn', severity: 'blocks' },
    { check: 'dateOrder', earlier: 'issuedOn', later: 'closesOn', severity: 'blocks' },
    {
      check: 'publishWithin',
      from: 'issuedOn',
      workdays: 20,
      basis: '《政府信息公开条例》第二十六条',
      severity: 'blocks',
    },
    {
      check: 'choiceFits',
      field: 'interpretation',
      oneOf: ['together', 'earlier'],
      when: NORMATIVE,
      message: '行政规范性文件应当与解读同步起草、同步审签、同步发布，请选择“与文件同步解读”并起草解读。',
      severity: 'blocks',
    },
    { check: 'internalLinks', severity: 'blocks' },
  ],
  ownRules: [NUMBER_SAYS_NORMATIVE, LOOKS_NORMATIVE, CALL_HAS_LAST_DAY],
  // 三同步 (ITP-1, ITP-3): the document waits for its interpretation, and both appear in one instant.
  together: {
    kind: 'interpretation',
    relation: 'interprets',
    when: { field: 'interpretation', oneOf: ['together'] },
    message: '这份文件要与解读同步发布，还没有解读。',
    starts: { stage: 'release' },
  },
};

function documentTypes() {
  return [
    '通知',
    '意见',
    '决定',
    '公告',
    '通告',
    '办法',
    '规定',
    '细则',
    '方案',
    '规划',
    '批复',
    '函',
    '令',
    '通报',
    '预案',
  ].map((value) => ({ value, label: value }));
}
