import type { LocalDate } from '../../../kernel/local-date.ts';
import { idOf, type Question } from './cluster-questions.ts';

/** How a group of questions follows on one of before. */
export interface Followed {
  readonly questions: readonly Question[];
  /** Null: there was none like it. */
  readonly clusterId: string | null;
}

/**
 * Which new group is which old one: the one that has most of its questions, so that what was decided stays with what it was decided about.
 * @param before cluster of each question by its id
 */
export function followGroups(
  groups: readonly (readonly Question[])[],
  before: ReadonlyMap<string, string>,
): Followed[] {
  const claims = groups.flatMap((questions, at) => {
    const counts = new Map<string, number>();
    for (const question of questions) {
      const old = before.get(idOf(question));
      if (old !== undefined) counts.set(old, (counts.get(old) ?? 0) + question.times);
    }
    return [...counts].map(([clusterId, shared]) => ({ at, clusterId, shared }));
  });
  claims.sort((a, b) => b.shared - a.shared || (a.clusterId < b.clusterId ? -1 : 1) || a.at - b.at);
  const given = new Map<number, string>();
  const taken = new Set<string>();
  for (const { at, clusterId } of claims) {
    if (given.has(at) || taken.has(clusterId)) continue;
    given.set(at, clusterId);
    taken.add(clusterId);
  }
  return groups.map((questions, at) => ({ questions, clusterId: given.get(at) ?? null }));
}

export function figuresOf(questions: readonly Question[]) {
  const days = questions.flatMap((question) => [question.firstOn, question.lastOn]).sort();
  return {
    times: questions.reduce((sum, question) => sum + question.times, 0),
    first_on: days[0] as LocalDate,
    last_on: days.at(-1) as LocalDate,
    unit_id: mostFrequent(questions.map((question) => [question.unitId, question.times])),
    policy_number: mostFrequent(questions.map((question) => [question.policyNumber, question.times])),
  };
}

function mostFrequent<T extends string | number>(values: readonly (readonly [T | null, number])[]): T | null {
  const counts = new Map<T, number>();
  for (const [value, times] of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + times);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}
