import { describe, expect, it } from 'vitest';
import { listed } from '../public/open-library.fixtures.ts';
import { topicGaps } from './topic-gaps.ts';

describe('a patrol of a topic (TOP-6)', () => {
  it('passes over complete documents', () => {
    expect(topicGaps([listed({ interpreted: true }), listed({ normative: false })])).toEqual([]);
  });

  it('tells every gap of a document at once', () => {
    const [found] = topicGaps([listed({ number: 9, topic: null, audiences: [], interpreted: false })]);
    expect(found).toMatchObject({ number: 9, gaps: ['规范性文件没有关联解读', '没有主题分类', '没有标明适用对象'] });
  });

  it('asks for a successor of what no longer holds, not for its interpretation', () => {
    const [found] = topicGaps([listed({ validity: 'repealed', interpreted: false })]);
    expect(found?.gaps).toEqual(['已废止，请核对是否有替代文件']);
  });
});
