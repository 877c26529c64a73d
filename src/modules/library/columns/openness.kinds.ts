import type { FieldDefinition, PublicationKind } from '../../publications/index.ts';
import { ONE_REVIEW_EACH } from '../documents/review-steps.ts';
import { REPORT_BY_JANUARY, REPORT_YEAR_FITS } from './report-year.ts';
import { ONLY_WHITE_LIST, RULE_KIND_CHOICES } from './rules-white-list.ts';
import { STATUTORY_CHOICES } from './statutory-content.ts';

/** 索引、名称、内容概述、生成日期: what the catalogue tells of everything (Regulations art. 12); the name is the title. */
const CATALOGUE: readonly FieldDefinition[] = [
  { code: 'indexNumber', label: '索引号', type: 'indexNumber', required: true },
  { code: 'issuedOn', label: '生成日期', type: 'date', required: true },
  { code: 'summary', label: '内容概述', type: 'longText', required: true, maxLength: 500 },
];

const COMMON = {
  dateField: 'issuedOn',
  attachments: { required: false, max: 30 },
  relations: [{ code: 'basis', label: '依据', reverseLabel: '相关内容', target: 'either' }],
  reviewSteps: ONE_REVIEW_EACH,
} as const;

const CHECKS: PublicationKind['elementChecks'] = [
  { check: 'uniqueNumber', field: 'indexNumber', severity: 'blocks' },
  { check: 'notInFuture', field: 'issuedOn', severity: 'blocks' },
  { check: 'internalLinks', severity: 'blocks' },
];

/** 政府信息公开指南: the unit's office for openness and how to get information (Regulations art. 12; GIP-2). */
export const opennessGuide: PublicationKind = {
  ...COMMON,
  code: 'opennessGuide',
  name: '政府信息公开指南',
  fields: [
    ...CATALOGUE,
    {
      code: 'revisedOn',
      label: '更新日期',
      type: 'date',
      required: true,
      help: '单位地址、电话、机构变动后应及时更新',
    },
    { code: 'office', label: '公开工作机构', type: 'text', required: true },
    { code: 'address', label: '办公地址', type: 'text', required: true },
    { code: 'hours', label: '办公时间', type: 'text', required: true },
    { code: 'telephone', label: '联系电话', type: 'text', required: true },
    { code: 'fax', label: '传真号码', type: 'text', required: false },
    { code: 'mail', label: '互联网联系方式', type: 'text', required: true },
  ],
  body: 'required',
  columns: [
    { code: 'guide', name: '政府信息公开指南' },
    { code: 'onRequest', name: '依申请公开' },
  ],
  elementChecks: [
    ...CHECKS,
    { check: 'dateOrder', earlier: 'issuedOn', later: 'revisedOn', severity: 'blocks' },
    { check: 'notInFuture', field: 'revisedOn', severity: 'blocks' },
  ],
};

/** 政府信息公开制度: three kinds of text and no other (GIP-4). */
export const opennessRules: PublicationKind = {
  ...COMMON,
  code: 'opennessRules',
  name: '政府信息公开制度',
  fields: [
    ...CATALOGUE,
    { code: 'ruleKind', label: '类别', type: 'choice', required: true, choices: RULE_KIND_CHOICES },
    { code: 'documentNumber', label: '文号', type: 'text', required: false },
  ],
  body: 'required',
  columns: [{ code: 'rules', name: '政府信息公开制度' }],
  elementChecks: CHECKS,
  ownRules: [ONLY_WHITE_LIST],
};

/** 法定主动公开内容 that is no official document: budgets, plans, lists, statistics … (GIP-5). */
export const statutoryContent: PublicationKind = {
  ...COMMON,
  code: 'statutoryContent',
  name: '法定主动公开内容',
  fields: [
    ...CATALOGUE,
    { code: 'statutoryClass', label: '法定公开事项', type: 'choice', required: true, choices: STATUTORY_CHOICES },
  ],
  body: 'optional',
  columns: [{ code: 'statutory', name: '法定主动公开内容' }],
  elementChecks: [...CHECKS, publishWithin20()],
};

/** 政府信息公开工作年度报告 (Regulations art. 49: by 31 January). */
export const opennessReport: PublicationKind = {
  ...COMMON,
  code: 'opennessReport',
  name: '政府信息公开年报',
  fields: [...CATALOGUE, { code: 'reportYear', label: '报告年度', type: 'number', required: true }],
  body: 'required',
  columns: [{ code: 'annualReport', name: '政府信息公开年报' }],
  elementChecks: CHECKS,
  ownRules: [REPORT_YEAR_FITS, REPORT_BY_JANUARY],
};

function publishWithin20() {
  return {
    check: 'publishWithin',
    from: 'issuedOn',
    workdays: 20,
    basis: '《政府信息公开条例》第二十六条',
    severity: 'blocks',
  } as const;
}
