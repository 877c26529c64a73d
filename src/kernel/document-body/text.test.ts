import { describe, expect, it } from 'vitest';
import { bodyOf, paragraph, table } from '../document-body.fixtures.ts';
import { blocks, bodyText, DocumentBody, textBlocks } from '../document-body.ts';

describe('the words of a document', () => {
  const body = DocumentBody.parse(
    bodyOf(
      { type: 'heading', attrs: { id: 'h', level: 2 }, content: [{ type: 'text', text: '救助名单' }] },
      paragraph('p', '公示如下：'),
      table('t', [
        ['姓名', '身份证号'],
        ['张三', '110101199003078515'],
      ]),
    ),
  );

  it('are lines, with tabs between cells', () => {
    expect(bodyText(body)).toBe('救助名单\n公示如下：\n姓名\t身份证号\n张三\t110101199003078515');
    expect(blocks(body).map((block) => block.id)).toEqual(['h', 'p', 't']);
  });

  it('know the heading above them, in a table that of their column', () => {
    expect(textBlocks(body).map(({ id, heading, kind, topId }) => [id, heading, kind, topId])).toEqual([
      ['h', '救助名单', 'body', 'h'],
      ['p', '救助名单', 'body', 'p'],
      ['t-0-0', null, 'table', 't'],
      ['t-0-1', null, 'table', 't'],
      ['t-1-0', '姓名', 'table', 't'],
      ['t-1-1', '身份证号', 'table', 't'],
    ]);
  });

  it('follow columns through joined cells', () => {
    const joined = table('t', [
      ['序号', '姓名', '电话'],
      ['一', '张三', '1'],
      ['李四', '2'],
    ]);
    const first = joined.content[1]?.content?.[0];
    if (first) first.attrs = { rowspan: 2 };
    expect(
      textBlocks(bodyOf(joined))
        .slice(-2)
        .map((place) => place.heading),
    ).toEqual(['姓名', '电话']);
  });
});
