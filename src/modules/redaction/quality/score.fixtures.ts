import type { Finding, FindingType } from '../finding.ts';
import type { Snippet } from './snippet.fixtures.ts';

export interface Score {
  /** By type: labelled values, and those covered to their last character by a finding of the type. */
  readonly recall: ReadonlyMap<FindingType, { wanted: number; found: number }>;
  /** Findings that touch no labelled value. */
  readonly falseFindings: number;
  readonly findings: number;
  /** Snippets without any label, and those of them in which something was found. */
  readonly negatives: number;
  readonly disturbedNegatives: number;
  readonly misses: readonly string[];
  readonly falsities: readonly string[];
}

export function scoreOf(snippets: readonly Snippet[], find: (text: string) => Finding[]): Score {
  const recall = new Map<FindingType, { wanted: number; found: number }>();
  const misses: string[] = [];
  const falsities: string[] = [];
  let [findings, falseFindings, negatives, disturbedNegatives] = [0, 0, 0, 0];
  for (const { t, f, k } of snippets) {
    const found = find(t);
    findings += found.length;
    for (const [type, start, end] of f) {
      if (type.startsWith('?')) continue;
      const tally = recall.get(type as FindingType) ?? { wanted: 0, found: 0 };
      tally.wanted++;
      if (found.some((one) => one.type === type && one.start <= start && one.end >= end)) tally.found++;
      else misses.push(`${k} ${type} ${JSON.stringify(t.slice(start, end))} in ${JSON.stringify(t)}`);
      recall.set(type as FindingType, tally);
    }
    const wrong = found.filter((one) => !f.some(([, start, end]) => one.start < end && start < one.end));
    falseFindings += wrong.length;
    for (const one of wrong)
      falsities.push(`${k} ${one.type} ${JSON.stringify(t.slice(one.start, one.end))} in ${JSON.stringify(t)}`);
    if (f.length === 0) {
      negatives++;
      if (found.length > 0) disturbedNegatives++;
    }
  }
  return { recall, falseFindings, findings, negatives, disturbedNegatives, misses, falsities };
}
