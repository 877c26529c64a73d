import { ONE_REVIEW_EACH } from '../../library/index.ts';
import type { OwnRule, PublicationKind } from '../../publications/index.ts';

const LONGEST_QUESTION = 80;

/** A list of questions is read by its questions alone. */
const ONE_QUESTION: OwnRule = {
  code: 'one-question',
  severity: 'warns',
  fields: [],
  faults: ({ title }) => [
    ...([...title].length > LONGEST_QUESTION
      ? [{ place: 'title', message: `问题超过${LONGEST_QUESTION}个字，请只写一个问题，其余的另立条目。` }]
      : []),
    ...((title.match(/[？?]/gu)?.length ?? 0) > 1
      ? [{ place: 'title', message: '标题里有几个问号，请一个条目只写一个问题。' }]
      : []),
  ],
};

const OTHER_WORDINGS: OwnRule = {
  code: 'other-wordings',
  severity: 'warns',
  fields: ['wordings'],
  faults: ({ title, fields }) =>
    Array.isArray(fields.wordings) && fields.wordings.includes(title)
      ? [{ place: 'field:wordings', message: '其他问法和问题相同，请删去。' }]
      : [],
};

/** 常见问题与解答 (KB-1): a question, its answer, the policy and the passage that it rests on. Public through the one door like everything else. */
export const faqKind: PublicationKind = {
  code: 'faq',
  name: '常见问题',
  fields: [
    {
      code: 'wordings',
      label: '其他问法',
      type: 'tags',
      required: false,
      help: '群众会怎样问，例如“养狗要办证吗”；检索和问答时同样找得到',
    },
    { code: 'topic', label: '主题分类', type: 'choice', required: true, choicesFrom: '/api/library/topics/choices' },
    {
      code: 'basis',
      label: '依据的原文',
      type: 'longText',
      required: false,
      maxLength: 1000,
      help: '从所依据的政策中逐字摘录一段；政策修改后找不到这段话，系统会提醒复核',
    },
  ],
  body: 'required',
  attachments: { required: false, max: 5 },
  relations: [{ code: 'answersFrom', label: '依据的政策', reverseLabel: '常见问题', target: 'publication' }],
  reviewSteps: ONE_REVIEW_EACH,
  columns: [{ code: 'faq', name: '常见问题' }],
  elementChecks: [{ check: 'internalLinks', severity: 'blocks' }],
  ownRules: [ONE_QUESTION, OTHER_WORDINGS],
};
