import { THREE_REVIEWS } from '../library/index.ts';
import type { PublicationKind } from '../publications/index.ts';
import {
  choicesOf,
  INTERPRETATION_FORMS,
  INTERPRETATION_POINTS,
  INTERPRETATION_STAGES,
  INTERPRETERS,
} from './interpretation-words.ts';

/**
 * 政策解读: drafted, approved and published together with its document (ITP-1), linked both ways (ITP-10). Every form has a text, so that those
 * who cannot see a picture or hear a film learn the same. What people worried about before the release stands inside and fixes the focus (ITP-5).
 */
export const interpretation: PublicationKind = {
  code: 'interpretation',
  name: '政策解读',
  fields: [
    { code: 'form', label: '解读形式', type: 'choice', required: true, choices: choicesOf(INTERPRETATION_FORMS) },
    { code: 'stage', label: '解读阶段', type: 'choice', required: true, choices: choicesOf(INTERPRETATION_STAGES) },
    { code: 'interpreter', label: '解读主体', type: 'choice', required: true, choices: choicesOf(INTERPRETERS) },
    {
      code: 'points',
      label: '解读要点',
      type: 'choices',
      required: true,
      choices: choicesOf(INTERPRETATION_POINTS),
      help: '正文讲清楚了哪些就勾哪些',
    },
    {
      code: 'concerns',
      label: '发布前收集的公众关切',
      type: 'longText',
      required: false,
      internal: true,
      help: '据此确定解读重点',
    },
    {
      code: 'mediaAddress',
      label: '音视频或直播回放网址',
      type: 'text',
      required: false,
      help: '正文须有同样内容的文字',
    },
    { code: 'topic', label: '主题分类', type: 'choice', required: false, choicesFrom: '/api/library/topics/choices' },
    { code: 'tags', label: '政策标签', type: 'tags', required: false, choicesFrom: '/api/library/tags/choices' },
    { code: 'summary', label: '一句话解读', type: 'longText', required: true, maxLength: 200 },
  ],
  body: 'required',
  attachments: { required: false, max: 20 },
  relations: [
    { code: 'interprets', label: '解读的文件', reverseLabel: '政策解读', target: 'either' },
    { code: 'basis', label: '依据', reverseLabel: '以本文件为依据的文件', target: 'either' },
  ],
  reviewSteps: THREE_REVIEWS,
  columns: [{ code: 'interpretation', name: '政策解读' }],
  elementChecks: [{ check: 'internalLinks', severity: 'blocks' }],
};
