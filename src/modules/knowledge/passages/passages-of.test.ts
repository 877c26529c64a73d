import { describe, expect, it } from 'vitest';
import { passageHref } from './passage-href.ts';
import { passagesOf } from './passages-of.ts';

const texts = (html: string) => passagesOf(html).map((passage) => passage.text);

describe('the passages of a public text', () => {
  it('are its paragraphs with the heading above, without what answers nothing', () => {
    const html = `<p>各中小学校、各街道办事处：</p>
<p>为规范转学，促进公平，制定本办法。</p>
<h2>一、申请</h2>
<p>每学期开学前两周可以提出申请。</p>
<p class="align-right">明湖区教育局</p>
<p class="align-right">2026年3月30日</p>
<p>（此件公开发布）</p>`;
    expect(passagesOf(html)).toMatchObject([
      {
        place: 4,
        text: '每学期开学前两周可以提出申请。',
        heading: '一、申请',
        anchor: '每学期开学前两周可以提出申请。',
      },
    ]);
  });

  it('take headings that are written as paragraphs for headings', () => {
    const [one] = passagesOf('<p>（二）补贴标准</p><p>每台不超过二十四万元。</p>');
    expect(one).toMatchObject({ heading: '（二）补贴标准', text: '每台不超过二十四万元。' });
  });

  it('keep a sentence that ends with a colon, as long as it says something', () => {
    expect(texts('<p>加装费用由业主分摊，可以提取住房公积金。补贴标准如下：</p>')).toHaveLength(1);
  });

  it('read each row of a table with its headings', () => {
    const cell = (tag: string, text: string) => `<${tag}><p>${text}</p></${tag}>`;
    const html = `<div class="table-scroll"><table><tbody><tr>${cell('th', '楼层')}${cell('th', '上限（万元）')}</tr><tr>${cell('td', '六层')}${cell('td', '28')}</tr></tbody></table></div>`;
    expect(passagesOf(html)).toMatchObject([{ text: '楼层：六层；上限（万元）：28', anchor: '六层' }]);
  });

  it('take entities for the signs they are, and lists for their items', () => {
    expect(texts('<ul><li><p>A&amp;B 类企业可以申请补贴</p></li><li><p>其他企业不予补贴支持</p></li></ul>')).toEqual([
      'A&B 类企业可以申请补贴',
      '其他企业不予补贴支持',
    ]);
  });

  it('are none in a text that is none', () => {
    expect(texts('')).toEqual([]);
    expect(texts('<hr><p></p>')).toEqual([]);
  });
});

describe('the address of a passage', () => {
  const words = (href: string) => decodeURIComponent(href.split(':~:text=')[1] ?? '');

  it('leads to its first and its last clause, which are cut where browsers find words', () => {
    expect(words(passageHref(7, '申请材料齐全的，自受理之日起十五个工作日内组织审查，一次性告知补正内容。'))).toBe(
      '申请材料齐全的,一次性告知补正内容',
    );
  });

  it('takes in the second clause when the first is too short to be alone', () => {
    expect(words(passageHref(7, '八折，凭身份证办理登记。'))).toBe('八折，凭身份证办理登记');
  });

  it('writes signs that have a meaning in such an address', () => {
    expect(passageHref(7, '二〇二六-二〇二七学年')).toContain('%2D');
    expect(passageHref(7, '')).toBe('/documents/7#text');
  });
});
