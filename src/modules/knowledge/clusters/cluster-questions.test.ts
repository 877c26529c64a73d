import { describe, expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { Segmenter } from '../../search/index.ts';
import { clusterQuestions, nearestToAll, type Question } from './cluster-questions.ts';
import { JUDGED_CLUSTERS } from './judged-clusters.fixtures.ts';

const segmenter = new Segmenter();
const DAY = localDate('2026-03-02');
const ask = (title: string, text = ''): Question => ({
  source: 'case',
  key: title,
  title,
  text,
  times: 1,
  firstOn: DAY,
  lastOn: DAY,
  unitId: null,
  policyNumber: null,
});
const ALL = JUDGED_CLUSTERS.flatMap((group) => group.map((title) => ask(title)));
const titles = (groups: readonly (readonly Question[])[]) =>
  groups.map((group) => group.map((one) => one.title).sort()).sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));

/** Of all pairs put together how many belong together, and of those that belong together how many were. */
function pairwise(groups: readonly (readonly Question[])[]): { precision: number; recall: number } {
  const judged = new Map(JUDGED_CLUSTERS.flatMap((group, at) => group.map((title) => [title, at] as const)));
  const pairsIn = (counts: Iterable<number>) => [...counts].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
  let right = 0;
  for (const group of groups) {
    const counts = new Map<number, number>();
    for (const { title } of group) counts.set(judged.get(title) ?? -1, (counts.get(judged.get(title) ?? -1) ?? 0) + 1);
    right += pairsIn(counts.values());
  }
  return {
    precision: right / pairsIn(groups.map((group) => group.length)),
    recall: right / pairsIn(JUDGED_CLUSTERS.map((group) => group.length)),
  };
}

describe('the judged questions', () => {
  it('are at least 150 in at least 25 groups, each once', () => {
    expect(ALL.length).toBeGreaterThanOrEqual(150);
    expect(JUDGED_CLUSTERS.filter((group) => group.length > 1).length).toBeGreaterThanOrEqual(25);
    expect(new Set(ALL.map((one) => one.title)).size).toBe(ALL.length);
  });

  it('come together with a pairwise precision of 0.9 at least and most that belong together', () => {
    const groups = clusterQuestions(ALL, segmenter);
    const { precision, recall } = pairwise(groups);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.85);
  });

  it('come together in the same way whatever the order', () => {
    const straight = titles(clusterQuestions(ALL, segmenter));
    expect(titles(clusterQuestions([...ALL].reverse(), segmenter))).toEqual(straight);
    const mixed = [...ALL].sort((a, b) => ((a.title.at(-1) ?? '') < (b.title.at(-1) ?? '') ? -1 : 1));
    expect(titles(clusterQuestions(mixed, segmenter))).toEqual(straight);
  });

  it('are each in one group, none lost', () => {
    expect(clusterQuestions(ALL, segmenter).flat().length).toBe(ALL.length);
  });
});

describe('a group', () => {
  it('is called by the question that is nearest to all of its own', () => {
    const group = ['公租房外地户口能申请吗？在这里工作三年了', '外地户口申请公租房', '外地户口可以申请公租房吗'].map(
      (title) => ask(title),
    );
    expect(nearestToAll(group, segmenter).title).toContain('外地户口');
    expect(nearestToAll(group.slice(0, 1), segmenter)).toBe(group[0]);
  });

  it('may come of letters of which only the text says what is asked', () => {
    const letters = [
      ask('咨询', '请问低保标准今年调整到多少钱一个月？'),
      ask('有个问题想问', '低保标准今年是多少钱？'),
      ask('路灯', '路灯坏了三天没有人修。'),
    ];
    expect(titles(clusterQuestions(letters, segmenter))).toContainEqual(['咨询', '有个问题想问']);
  });

  it('is not made of words that say nothing', () => {
    expect(clusterQuestions([ask('请问怎么办'), ask('您好，请问可以吗'), ask('？？')], segmenter)).toHaveLength(3);
    expect(clusterQuestions([], segmenter)).toEqual([]);
  });
});
