import { describe, expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { fold, indexWords, Segmenter } from '../../search/index.ts';
import type { ReadDocument } from '../passages/passage.ts';
import { passagesOf } from '../passages/passages-of.ts';
import type { AskedWord } from './asked-terms.ts';
import { tellingTerms, wantedOf, withoutAsking } from './question-words.ts';
import { cutDocument, scorePassages } from './score-passages.ts';

const segmenter = new Segmenter();
const words = (text: string) => ({ text: fold(text), words: indexWords(segmenter, fold(text)) });

function cut(number: number, title: string, bodyHtml: string, datedOn = '2026-01-01') {
  const document: ReadDocument = {
    number,
    ordinal: 1,
    kind: 'policyDocument',
    unitId: '',
    title,
    names: [],
    bodyHtml,
    datedOn: localDate(datedOn),
  };
  return cutDocument(document, passagesOf(bodyHtml), words);
}
const word = (text: string, entries = 1): AskedWord => ({ text, alternatives: [[text]], entries });

describe('weighing passages', () => {
  const text = '<p>学生转学由监护人提出申请。</p><p>转学在五个工作日内答复，没有学位的统筹安排。</p>';

  it('puts the passage first that speaks of more, and answers what is asked', () => {
    const [best] = scorePassages('转学多久答复', [word('转学'), word('答复')], [cut(1, '转学办法', text)]);
    expect(best?.passage.text).toContain('五个工作日');
    expect(best?.cover).toBe(1);
  });

  it('takes no title alone for an answer', () => {
    const scored = scorePassages('转学办法', [word('管理办法')], [cut(1, '转学管理办法', text)]);
    expect(scored.every((one) => one.cover === 0)).toBe(true);
  });

  it('doubts a text that is about something else', () => {
    const about = scorePassages('转学', [word('转学')], [cut(1, '转学办法', text)])[0]?.cover ?? 0;
    const beside = scorePassages('转学', [word('转学')], [cut(1, '关于体检的通知', text)])[0]?.cover ?? 0;
    expect(beside).toBeLessThan(about);
  });

  it('prefers the newer of two that say the same, and is the same whatever the order', () => {
    const pair = [cut(1, '转学办法', text, '2020-01-01'), cut(2, '转学办法', text, '2026-01-01')];
    const order = (documents: typeof pair) =>
      scorePassages('转学', [word('转学')], documents).map((one) => `${one.document.number}.${one.passage.place}`);
    expect(order(pair)[0]).toMatch(/^2\./);
    expect(order([...pair].reverse())).toEqual(order(pair));
  });

  it('answers nothing that is about nothing', () => {
    expect(scorePassages('？', [], [cut(1, '转学办法', text)])).toEqual([]);
  });
});

describe('a question', () => {
  it('is searched for without the words of asking', () => {
    expect(withoutAsking('请问公租房怎么申请？')).toBe('公租房 申请');
    expect(withoutAsking('怎么办')).toBe('怎么办');
  });

  it('says what kind of answer it wants', () => {
    expect(wantedOf('补贴多少钱')).toContain('amount');
    expect(wantedOf('多久能办好')).toContain('time');
    expect(wantedOf('在哪里办')).toContain('way');
    expect(wantedOf('哪些人可以申请')).toContain('who');
    expect(wantedOf('公租房')).toEqual([]);
  });

  it('keeps its empty words when it has no others', () => {
    const empty = [{ text: '情况', alternatives: [['情况']], entries: 3 }];
    expect(tellingTerms(empty)).toEqual(empty);
  });
});
