import { ONE_REVIEW_EACH } from '../../library/index.ts';
import type { OwnRule, PublicationKind } from '../../publications/index.ts';
import { MOST_CHOICES } from './contest.ts';

const PERIOD_AND_CHOICES: OwnRule = {
  code: 'contest-rules',
  severity: 'blocks',
  fields: ['year', 'choices'],
  faults: ({ fields }) => {
    const { year, choices } = fields;
    const isCount = typeof choices === 'number' && Number.isInteger(choices) && choices >= 1 && choices <= MOST_CHOICES;
    const isYear = typeof year === 'number' && Number.isInteger(year) && year >= 2000 && year <= 2200;
    return [
      ...(isYear ? [] : [{ place: 'field:year', message: '年度应为四位年份，例如 2026。' }]),
      ...(isCount ? [] : [{ place: 'field:choices', message: `每人可选件数应为 1 到 ${MOST_CHOICES} 的整数。` }]),
    ];
  },
};

/** 优秀解读评选 (ITP-12): the year's contest; its candidates are public interpretations that it points to. */
export const interpretationContest: PublicationKind = {
  code: 'interpretationContest',
  name: '优秀解读评选',
  dateField: 'opensOn',
  fields: [
    { code: 'year', label: '年度', type: 'number', required: true },
    { code: 'opensOn', label: '投票开始日期', type: 'date', required: true },
    { code: 'closesOn', label: '投票截止日期', type: 'date', required: true, help: '含当日；截止以后公布结果' },
    { code: 'choices', label: '每人可选件数', type: 'number', required: true },
    { code: 'summary', label: '评选说明', type: 'longText', required: true, maxLength: 500 },
  ],
  body: 'optional',
  attachments: { required: false, max: 5 },
  relations: [{ code: 'candidate', label: '参评的解读', reverseLabel: '参加的评选', target: 'publication' }],
  reviewSteps: ONE_REVIEW_EACH,
  columns: [{ code: 'interpretationContest', name: '优秀解读评选' }],
  elementChecks: [
    { check: 'dateOrder', earlier: 'opensOn', later: 'closesOn', severity: 'blocks' },
    { check: 'internalLinks', severity: 'blocks' },
  ],
  ownRules: [PERIOD_AND_CHOICES],
};
