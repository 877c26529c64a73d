import { describe, expect, it } from 'vitest';
import { bodyOf, paragraph, table } from '../document-body.fixtures.ts';
import { blocks, bodyText, DocumentBody, replaceText, withBlockIds } from '../document-body.ts';

describe('words', () => {
  it('are replaced in their place, keeping the formatting', () => {
    const marked = bodyOf({
      type: 'paragraph',
      attrs: { id: 'p' },
      content: [
        { type: 'text', text: '电话138' },
        { type: 'text', text: '1234', marks: [{ type: 'bold' }] },
        { type: 'text', text: '5678。' },
      ],
    });
    const masked = replaceText(marked, [{ blockId: 'p', start: 2, end: 13, text: '138****5678' }]);
    expect(masked.content[0]).toMatchObject({ content: [{ text: '电话138****5678' }, { text: '。' }] });
    const body = bodyOf(
      table('t', [
        ['姓名', '身份证号'],
        ['张三', '110101199003078515'],
      ]),
    );
    expect(
      bodyText(replaceText(body, [{ blockId: 't-1-1', start: 0, end: 18, text: '110101********8515' }])),
    ).toContain('张三\t110101********8515');
  });

  it('are replaced at several places at once, never one within another', () => {
    const digits = bodyOf(paragraph('p', '0123456789'));
    const after = replaceText(digits, [
      { blockId: 'p', start: 6, end: 8, text: 'bb' },
      { blockId: 'p', start: 1, end: 3, text: 'a' },
      { blockId: 'p', start: 2, end: 4, text: 'x' },
    ]);
    expect(bodyText(after)).toBe('0a345bb89');
  });
});

it('gives ids to blocks that lack one or share one', () => {
  let count = 0;
  const body = withBlockIds(
    {
      type: 'doc',
      content: [{ type: 'paragraph' }, paragraph('a', ''), paragraph('a', ''), { ...table('t', [['甲']]), attrs: {} }],
    },
    () => `n${++count}`,
  );
  expect(blocks(DocumentBody.parse(body)).map((block) => block.id)).toEqual(['n1', 'a', 'n2', 'n3']);
});
