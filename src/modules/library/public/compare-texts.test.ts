import { describe, expect, it } from 'vitest';
import { changedRows, compareTexts, type Run } from './compare-texts.ts';
import { textBlocks } from './text-blocks.ts';

const whole = (runs: readonly Run[]) => runs.map((run) => run.text).join('');
const marked = (runs: readonly Run[]) => runs.map((run) => (run.kind === 'same' ? run.text : `[${run.text}]`)).join('');

describe('comparing an old text with a new one', () => {
  it('marks the changed signs of a changed paragraph', () => {
    const [row] = compareTexts(['所需资金由区财政补贴二十四万元。'], ['所需资金由区财政补贴二十八万元。']);
    expect(row?.change).toBe('changed');
    expect(marked(row?.before ?? [])).toBe('所需资金由区财政补贴二十[四]万元。');
    expect(marked(row?.after ?? [])).toBe('所需资金由区财政补贴二十[八]万元。');
  });

  it('tells a new paragraph and one that is gone, each on its side alone', () => {
    const rows = compareTexts(
      ['第一条 目的', '第二条 旧规定已停止', '第三条 附则'],
      ['第一条 目的', '第三条 附则', '本办法自公布之日起施行'],
    );
    expect(rows.map((row) => row.change)).toEqual(['same', 'removed', 'same', 'added']);
    expect(rows[1]?.after).toEqual([]);
    expect(rows[3]?.before).toEqual([]);
  });

  it('does not force unlike paragraphs into one row', () => {
    expect(compareTexts(['甲乙丙丁'], ['一二三四五']).map((row) => row.change)).toEqual(['removed', 'added']);
  });

  it('finds nothing in equal texts and everything against nothing', () => {
    expect(changedRows(compareTexts(['甲', '乙'], ['甲', '乙']))).toBe(0);
    expect(compareTexts([], ['甲']).map((row) => row.change)).toEqual(['added']);
    expect(compareTexts(['甲'], []).map((row) => row.change)).toEqual(['removed']);
  });

  it('loses no sign on either side, whatever the texts', () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    const text = () => Array.from({ length: random(9) }, () => '甲乙丙丁𠮷'.repeat(3).slice(0, 1 + random(9)));
    for (let round = 0; round < 300; round += 1) {
      const [before, after] = [text(), text()];
      const rows = compareTexts(before, after);
      expect(rows.filter((row) => row.before.length > 0).map((row) => whole(row.before))).toEqual(before);
      expect(rows.filter((row) => row.after.length > 0).map((row) => whole(row.after))).toEqual(after);
    }
  });

  it('copes with very long paragraphs', () => {
    const [row] = compareTexts([`甲${'乙丙'.repeat(4_000)}`], [`丁${'乙丙'.repeat(4_000)}`]);
    expect(row?.before).toHaveLength(1);
  });
});

describe('the lines of a public text', () => {
  it('are its paragraphs, headings, list items and table rows', () => {
    const html = `<p>第一段 &amp; 说明</p>
<h2>一、标准</h2>
<div class="table-scroll"><table><tbody><tr><th scope="col"><p>楼层</p></th><th scope="col"><p>补贴</p></th></tr><tr><td><p>四层</p></td><td><p>20</p></td></tr></tbody></table></div>
<ul><li><p>甲</p></li><li><p>乙</p></li></ul><figure><img src="/files/x" alt="流程图"></figure>`;
    expect(textBlocks(html)).toEqual([
      '第一段 & 说明',
      '一、标准',
      '楼层　｜　补贴',
      '四层　｜　20',
      '甲',
      '乙',
      '［图：流程图］',
    ]);
  });
});
