import type { FormCheck, StatutoryForm } from './form-shape.ts';

/** Leaves of part three: the 21 results. */
const LEAVES = [
  '3.1',
  '3.2',
  ...leaves('3.3', 8),
  ...leaves('3.4', 3),
  ...leaves('3.5', 5),
  ...leaves('3.6', 3),
] as const;

const CATEGORIES = ['natural', 'company', 'research', 'charity', 'legal', 'other'] as const;
const ENDS = ['upheld', 'corrected', 'other', 'pending'] as const;

/** What must hold between the figures; totals are made from the same sums, so that no report of ours can break them by itself. */
const CHECKS_2021: readonly FormCheck[] = [
  {
    code: 'row-totals',
    severity: 'blocks',
    kind: 'columns',
    part: 'p3',
    total: 'total',
    parts: CATEGORIES,
    words: '总计应等于自然人与法人或其他组织各栏之和',
  },
  {
    code: 'results-total',
    severity: 'blocks',
    kind: 'rows',
    part: 'p3',
    left: ['3.7'],
    right: LEAVES,
    words: '“（七）总计”应等于本年度各项办理结果之和',
  },
  {
    code: 'balance',
    severity: 'blocks',
    kind: 'rows',
    part: 'p3',
    left: ['1', '2'],
    right: ['3.7', '4'],
    words: '第一项加第二项之和应等于第三项（总计）加第四项之和',
  },
  {
    code: 'proceedings-total',
    severity: 'blocks',
    kind: 'columns',
    part: 'p4',
    total: 'total',
    parts: ENDS,
    words: '总计应等于结果维持、结果纠正、其他结果、尚未审结之和',
  },
  {
    code: 'carried-over',
    severity: 'warns',
    kind: 'lastYear',
    part: 'p3',
    row: '2',
    lastYearRow: '4',
    words: '上年结转数量一般应等于上年度报告的“结转下年度继续办理”数量',
  },
];

/** 国务院办公厅政府信息与政务公开办公室《政府信息公开工作年度报告格式》, 国办公开办函〔2021〕30号, 2021-09-26: reports of 2021 and later. */
export const FORM_2021: StatutoryForm = {
  code: '2021',
  basis: '国办公开办函〔2021〕30号',
  validFrom: 2021,
  parts: [
    '一、总体情况',
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
    '五、存在的主要问题及改进情况',
    '六、其他需要报告的事项',
  ],
  part2: [
    {
      code: '20.1',
      caption: '第二十条第（一）项',
      columns: [
        { code: 'made', label: '本年制发件数' },
        { code: 'repealed', label: '本年废止件数' },
        { code: 'inForce', label: '现行有效件数' },
      ],
      rows: [
        { code: 'regulation', label: '规章' },
        { code: 'normative', label: '行政规范性文件', isCounted: true },
      ],
    },
    decisions('20.5', '第二十条第（五）项', [{ code: 'licence', label: '行政许可' }]),
    decisions('20.6', '第二十条第（六）项', [
      { code: 'penalty', label: '行政处罚' },
      { code: 'coercion', label: '行政强制' },
    ]),
    {
      code: '20.8',
      caption: '第二十条第（八）项',
      columns: [{ code: 'yuan10000', label: '本年收费金额（单位：万元）', isMoney: true }],
      rows: [{ code: 'charge', label: '行政事业性收费' }],
    },
  ],
  part3: {
    note: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
    heading: '申请人情况',
    columns: [
      { code: 'natural', label: '自然人' },
      { code: 'company', label: '商业企业', under: '法人或其他组织' },
      { code: 'research', label: '科研机构', under: '法人或其他组织' },
      { code: 'charity', label: '社会公益组织', under: '法人或其他组织' },
      { code: 'legal', label: '法律服务机构', under: '法人或其他组织' },
      { code: 'other', label: '其他', under: '法人或其他组织' },
      { code: 'total', label: '总计' },
    ],
    rows: [
      { code: '1', label: '一、本年新收政府信息公开申请数量' },
      { code: '2', label: '二、上年结转政府信息公开申请数量' },
      {
        code: '3',
        label: '三、本年度办理结果',
        rows: [
          { code: '3.1', label: '（一）予以公开' },
          { code: '3.2', label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）' },
          group('3.3', '（三）不予公开', [
            '1.属于国家秘密',
            '2.其他法律行政法规禁止公开',
            '3.危及“三安全一稳定”',
            '4.保护第三方合法权益',
            '5.属于三类内部事务信息',
            '6.属于四类过程性信息',
            '7.属于行政执法案卷',
            '8.属于行政查询事项',
          ]),
          group('3.4', '（四）无法提供', [
            '1.本机关不掌握相关政府信息',
            '2.没有现成信息需要另行制作',
            '3.补正后申请内容仍不明确',
          ]),
          group('3.5', '（五）不予处理', [
            '1.信访举报投诉类申请',
            '2.重复申请',
            '3.要求提供公开出版物',
            '4.无正当理由大量反复申请',
            '5.要求行政机关确认或重新出具已获取信息',
          ]),
          group('3.6', '（六）其他处理', [
            '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
            '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
            '3.其他',
          ]),
          { code: '3.7', label: '（七）总计' },
        ],
      },
      { code: '4', label: '四、结转下年度继续办理' },
    ],
  },
  part4: {
    groups: [
      { code: 'reconsideration', label: '行政复议' },
      { code: 'directSuit', label: '未经复议直接起诉', under: '行政诉讼' },
      { code: 'suitAfterReconsideration', label: '复议后起诉', under: '行政诉讼' },
    ],
    columns: [
      { code: 'upheld', label: '结果维持' },
      { code: 'corrected', label: '结果纠正' },
      { code: 'other', label: '其他结果' },
      { code: 'pending', label: '尚未审结' },
      { code: 'total', label: '总计' },
    ],
  },
  checks: CHECKS_2021,
};

/** Newest first. The form of 2019 (国办公开办函〔2019〕60号) has other columns; reports of its years are kept as documents. */
const FORMS: readonly StatutoryForm[] = [FORM_2021];

/** @returns the form in which the report of that year is made; undefined for years before the first form kept here */
export function formOf(year: number): StatutoryForm | undefined {
  return FORMS.find((form) => form.validFrom <= year);
}

function leaves(group: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${group}.${at + 1}`);
}

function group(code: string, label: string, labels: readonly string[]) {
  return { code, label, rows: labels.map((one, at) => ({ code: `${code}.${at + 1}`, label: one })) };
}

function decisions(code: string, caption: string, rows: readonly { readonly code: string; readonly label: string }[]) {
  return { code, caption, columns: [{ code: 'decided', label: '本年处理决定数量' }], rows };
}
