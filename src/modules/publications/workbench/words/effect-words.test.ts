import { describe, expect, it } from 'vitest';
import { ENDING_EFFECTS } from '../../publication-words.ts';
import { effectWords } from './effect-words.ts';

describe('words for what an end does to others', () => {
  it('say for each what becomes of it, in the word of the end', () => {
    const words = ENDING_EFFECTS.map((effect) =>
      effectWords({ effect, kind: '政策解读', label: '废止的文件' }, '撤回'),
    );
    expect(new Set(words).size).toBe(ENDING_EFFECTS.length);
    expect(words[0]).toBe('这份政策解读不会随之撤回，仍然公开，但不再链接到本信息；不宜单独保留的，请一并撤回。');
    expect(words[2]).toBe('撤回后，它不再算作本文件“废止的文件”，有效性将重新推算。');
  });
});
