import { describe, expect, it } from 'vitest';
import { queryLiteral, rankLiteral } from '../entries/ts-literals.ts';
import { Segmenter } from '../words/segmenter.ts';
import { expand } from './expand.ts';
import { parseQuery, withoutQuotes } from './parse-query.ts';

const segmenter = new Segmenter();
const terms = (text: string) => parseQuery(segmenter, text).terms.map((term) => term.text);

describe('a query', () => {
  it('is its words without those of asking', () => {
    expect(terms('怎么申请公租房？')).toEqual(['申请', '公租房']);
    expect(terms('什么是低保')).toEqual(['低保']);
  });

  it('made of nothing else keeps them', () => {
    expect(terms('的')).toEqual(['的']);
    expect(terms('')).toEqual([]);
    expect(terms('？！……')).toEqual([]);
  });

  it('looks for a long word also by its halves', () => {
    expect(parseQuery(segmenter, '人民政府').terms).toEqual([
      { text: '人民政府', alternatives: [['人民政府'], ['人民', '政府']] },
    ]);
  });

  it('takes characters outside words as pairs with their neighbours', () => {
    expect(parseQuery(segmenter, '澄川').terms).toEqual([{ text: '澄川', alternatives: [['澄川']] }]);
    expect(parseQuery(segmenter, '税').terms).toEqual([{ text: '税', alternatives: [['税']] }]);
  });

  it('keeps what stands in quotation marks letter by letter', () => {
    expect(parseQuery(segmenter, '“家庭养老床位” 补贴').phrases).toEqual(['家庭养老床位']);
    expect(parseQuery(segmenter, '"Wi-Fi" 《养老条例》').phrases).toEqual(['wi-fi', '养老条例']);
  });

  it('may be asked without its quotation marks', () => {
    expect(withoutQuotes('“家庭养老床位” 补贴')).toBe('家庭养老床位 补贴');
    expect(withoutQuotes('公租房')).toBe('公租房');
  });

  it('is cut where nobody types further', () => {
    expect(parseQuery(segmenter, '养老补贴申请条件'.repeat(500)).text).toHaveLength(100);
    expect(terms('甲 乙 丙 丁 戊 己 庚 辛 壬 癸 子 丑 寅 卯').length).toBeLessThanOrEqual(12);
  });

  it('may mean what the office says means the same, as one word or as several', () => {
    const groups = [
      ['养狗', '养犬'],
      ['十四五规划', '第十四个五年规划'],
    ];
    const [dog] = expand(segmenter, parseQuery(segmenter, '养狗').terms, groups);
    expect(dog?.alternatives).toEqual(expect.arrayContaining([['养狗'], ['养犬']]));
    const plan = expand(segmenter, parseQuery(segmenter, '十四五规划').terms, groups);
    expect(plan).toHaveLength(1);
    expect(plan[0]?.alternatives.length).toBe(2);
  });

  it('cannot break out of the literal it is written into', () => {
    const hostile = parseQuery(segmenter, "o'neill | & ! (:*) <-> 'x':A").terms;
    expect(queryLiteral(hostile, '&')).toBe("('o') & ('neill') & ('x') & ('a')");
    expect(rankLiteral([{ text: "a'b\\", alternatives: [["a'b\\"]] }])).toBe("'a''b\\\\'");
  });
});
