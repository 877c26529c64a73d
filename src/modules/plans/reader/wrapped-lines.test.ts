import { expect, test } from 'vitest';
import { areLinesWrapped } from './wrapped-lines.ts';

test('lines that break off in the midst of sentences are a printed column', () => {
  const printed = ['做好公文公\n开属性认定\n工作。', '开展政策解\n读质量提升\n行动。', '组织开展业\n务培训。'];
  expect(areLinesWrapped(printed)).toBe(true);
});

test('lines that end sentences are the author’s', () => {
  const written = ['1.做好认定。\n2.定期清理。', '一是开展解读；\n二是提高比例。', '要求：\n（1）培训；\n（2）考试。'];
  expect(areLinesWrapped(written)).toBe(false);
});

test('a few line ends say nothing', () => {
  expect(areLinesWrapped(['做好公文公\n开', '组织培训'])).toBe(false);
});
