import { describe, expect, it } from 'vitest';
import { fold, Segmenter } from '../../search/index.ts';
import { askedWords, lookedFor } from './asked-terms.ts';

const segmenter = new Segmenter();
const look = (question: string) =>
  lookedFor(
    question,
    (text) => segmenter.cut(fold(text)).map((piece) => piece.text),
    (word) => segmenter.parts(word),
  );

describe('what is looked for', () => {
  it('sets everyday words apart, of several words too, and knows those of offices', () => {
    const { written, alsoSaid } = look('小孩打疫苗在哪里');
    expect(written.split(/ +/)).toEqual(expect.arrayContaining(['小孩', '打疫苗']));
    expect(alsoSaid.get('打疫苗')).toContain('预防接种');
    expect(alsoSaid.get('小孩')).toContain('儿童');
  });

  it('takes them only where words begin and end', () => {
    expect([...look('晚上学校停车').alsoSaid.keys()]).not.toContain('上学');
  });

  it('takes a long word by its halves when one of them is an everyday word', () => {
    expect([...look('民办小学').alsoSaid.keys()]).toContain('小学');
  });

  it('leaves nothing out of what it does not know', () => {
    expect(look('天文馆几点开门').written.replaceAll(' ', '')).toContain('天文馆');
  });
});

describe('the words of a question', () => {
  it('are told from what is done with them', () => {
    const terms = ['电梯', '离婚'].map((text) => ({ text, alternatives: [[text]], entries: 0 }));
    const words = askedWords(terms, (word) => segmenter.isThing(word));
    expect(words.map((word) => word.isThing)).toEqual([true, false]);
  });
});
