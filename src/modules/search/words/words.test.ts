import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';
import { indexWords } from './index-words.ts';
import { Segmenter } from './segmenter.ts';

const segmenter = new Segmenter(['鹭洲街道']);
const words = (text: string) => [...indexWords(segmenter, fold(text))];

describe('words a text is found by', () => {
  it('are its words and the words in them, never those that two words form by chance', () => {
    expect(words('人民政府')).toEqual(expect.arrayContaining(['人民政府', '人民', '政府']));
    expect(words('人民政府')).not.toContain('民政');
    expect(words('住房租赁')).not.toContain('房租');
    expect(words('乡政府研究生院')).not.toContain('政府研究');
  });

  it('have the class of the thing at the end, so the front half is found: 养老院 by 养老', () => {
    expect(words('养老院')).toEqual(expect.arrayContaining(['养老院', '养老']));
    expect(words('民政局')).toContain('民政');
    expect(words('民政局')).not.toContain('政局');
  });

  it('are pairs of characters where the dictionary knows no word', () => {
    expect(words('澄川市明湖区医保局')).toEqual(expect.arrayContaining(['澄川', '明湖', '医保']));
  });

  it('include names that this place has taught', () => {
    expect(words('在鹭洲街道办理')).toContain('鹭洲街道');
  });

  it('fold width, case and invisible signs, and keep figures and Latin words whole', () => {
    expect(words('ＷｉＦｉ ５Ｇ基\u200b站 GB/T 9704')).toEqual(expect.arrayContaining(['wifi', '5g', '基站', '9704']));
  });

  it('leave out words that say nothing', () => {
    expect(words('关于印发的通知')).not.toContain('的');
    expect(words('关于印发的通知')).not.toContain('的通');
  });
});
