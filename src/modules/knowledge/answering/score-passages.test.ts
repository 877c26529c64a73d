import { describe, expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { fold, indexWords, Segmenter } from '../../search/index.ts';
import type { ReadDocument } from '../passages/passage.ts';
import { passagesOf } from '../passages/passages-of.ts';
import type { AskedWord } from './asked-terms.ts';
import { cutDocument } from './cut-document.ts';
import { tellingTerms, wantedOf, withoutAsking } from './question-words.ts';
import { scorePassages } from './score-passages.ts';

const segmenter = new Segmenter();
const words = (text: string) => ({ text: fold(text), words: indexWords(segmenter, fold(text)) });

function cut(number: number, title: string, bodyHtml: string, datedOn = '2026-01-01', kind = 'policyDocument') {
  const document: ReadDocument = {
    number,
    ordinal: 1,
    kind,
    unitId: '',
    title,
    names: [],
    bodyHtml,
    datedOn: localDate(datedOn),
  };
  return cutDocument(document, passagesOf(bodyHtml), words);
}
const word = (text: string, entries = 1): AskedWord => ({ text, alternatives: [[text]], entries, isThing: true });

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

  it('leaves out what is meant for others', () => {
    const vaccine = '<p>六十五周岁以上老年人可以到社区卫生服务中心接种流感疫苗。</p>';
    const texts = (question: string) =>
      scorePassages(question, [word('疫苗')], [cut(1, '关于疫苗接种的通知', vaccine)]).map((one) => one.passage.text);
    expect(texts('小孩打疫苗在哪里')).toEqual([]);
    expect(texts('老人打疫苗在哪里')).toHaveLength(1);
    expect(texts('疫苗在哪里打')).toHaveLength(1);
  });

  it('doubts a passage without what is asked for: no amount, no day, no place', () => {
    const cover = (question: string) => scorePassages(question, [word('转学')], [cut(1, '转学办法', text)])[0]?.cover;
    expect(cover('转学什么时候')).toBe(1);
    expect(cover('转学多少钱')).toBeLessThan(0.46);
  });

  it('puts a sentence that holds all before one that holds the parts', () => {
    const apart =
      '<p>公租房向青年职工供应。租房合同每两年一签。租金另行公布，费用按月缴。</p><p>公租房租金按市场的六成五定。</p>';
    const [best] = scorePassages('公租房租金怎么算', [word('公租房'), word('租金')], [cut(1, '公租房办法', apart)]);
    expect(best?.passage.text).toContain('六成五');
  });

  it('reads the answer to an earlier question whole, and knows it by that question', () => {
    const answer = '<p>可以，但须先登记。</p><p>办理时带上身份证明。</p>';
    const asked = ['毕业', '年级', '学生', '转学'].map((text) => word(text));
    const [faq] = scorePassages('毕业年级学生可以转学吗', asked, [
      cut(1, '毕业年级的学生可以转学吗？', answer, '2026-01-01', 'faq'),
    ]);
    expect(faq?.passage.text).toBe('可以，但须先登记。\n办理时带上身份证明。');
    expect(faq?.cover).toBeGreaterThan(0.46);
    const [document] = scorePassages('毕业年级学生可以转学吗', asked, [cut(1, '毕业年级的学生可以转学', answer)]);
    expect(document?.cover).toBe(0);
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
    expect(wantedOf('在哪里办')).toContain('place');
    expect(wantedOf('怎么申请')).toContain('way');
    expect(wantedOf('租金怎么算')).toEqual(['amount']);
    expect(wantedOf('哪些人可以申请')).toContain('who');
    expect(wantedOf('公租房')).toEqual([]);
  });

  it('keeps its empty words when it has no others', () => {
    expect(
      tellingTerms([...['十分钟', '停车'].map((text) => ({ text, alternatives: [[text]], entries: 1 }))]),
    ).toHaveLength(1);
    const empty = [{ text: '情况', alternatives: [['情况']], entries: 3 }];
    expect(tellingTerms(empty)).toEqual(empty);
  });
});
