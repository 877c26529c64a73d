import { describe, expect, it } from 'vitest';
import { likeness, type TextPrint, textPrint } from './text-print.ts';

const sentence = (n: number) =>
  `第${n}条　区政府各部门应当按照职责分工，做好第${n * 7}项工作，并于每年${n}月底前报告办理情况。`;
const text = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => sentence(from + at)).join('\n');
const print = (of: string) => textPrint(of) as TextPrint;
const shareKey = (a: TextPrint, b: TextPrint) => a.bands.some((key) => b.bands.includes(key));

describe('prints of texts (GIP-C4)', () => {
  it('are the same whatever the spaces, line breaks and punctuation', () => {
    const one = text(1, 12);
    expect(print(one.replaceAll(/[\s，。]/g, ' ')).hash).toBe(print(one).hash);
    expect(print(text(1, 11)).hash).not.toBe(print(one).hash);
  });

  it('tell a text with one sentence changed from another text', () => {
    const one = print(text(1, 40));
    const changed = print(`${text(1, 39)}\n本办法自发布之日起施行。`);
    const other = print('园区管委会负责招商、企业服务和统计工作，具体办法由管委会另行制定并公布。'.repeat(6));
    expect(shareKey(one, changed)).toBe(true);
    expect(likeness(one.signature, changed.signature)).toBeGreaterThan(0.85);
    expect(likeness(one.signature, other.signature)).toBeLessThan(0.1);
    expect(shareKey(one, other)).toBe(false);
  });

  it('are not taken of texts that say next to nothing', () => {
    expect(textPrint('此件公开发布。')).toBeNull();
  });

  it('estimate the share within a tenth', () => {
    for (const shared of [10, 20, 30]) {
      const [a, b] = [print(text(1, 40)), print(text(41 - shared, 80 - shared))];
      const exact = jaccard(text(1, 40), text(41 - shared, 80 - shared));
      expect(Math.abs(likeness(a.signature, b.signature) - exact), String(shared)).toBeLessThan(0.17);
    }
  });
});

function jaccard(a: string, b: string): number {
  const pieces = (of: string) => {
    const plain = of.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');
    return new Set(Array.from({ length: plain.length - 3 }, (_, at) => plain.slice(at, at + 4)));
  };
  const [left, right] = [pieces(a), pieces(b)];
  const both = [...left].filter((piece) => right.has(piece)).length;
  return both / (left.size + right.size - both);
}
