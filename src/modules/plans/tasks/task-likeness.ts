/** How alike two task texts are, 0 to 1: shared pairs of neighbouring characters (Dice), so that word order and small edits matter little. */
export function taskLikeness(a: TaskText, b: TaskText): number {
  const names = a.name && b.name ? likeness(a.name, b.name) : 0;
  return Math.max(likeness(a.content, b.content), names * 0.9);
}

export interface TaskText {
  readonly name: string | null;
  readonly content: string;
}

/** The most alike first; those under 0.3 are no suggestion. */
export function suggestAlike<T extends TaskText>(
  task: TaskText,
  others: readonly T[],
  limit = 5,
): { task: T; score: number }[] {
  return others
    .map((other) => ({ task: other, score: Math.round(taskLikeness(task, other) * 100) / 100 }))
    .filter(({ score }) => score >= 0.3)
    .sort((x, y) => y.score - x.score)
    .slice(0, limit);
}

function likeness(a: string, b: string): number {
  const left = pairs(a);
  const right = pairs(b);
  if (left.size === 0 || right.size === 0) return 0;
  let shared = 0;
  for (const pair of left) if (right.has(pair)) shared += 1;
  return (2 * shared) / (left.size + right.size);
}

function pairs(text: string): Set<string> {
  const plain = text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
  const found = new Set<string>();
  for (let index = 0; index + 1 < plain.length; index += 1) found.add(plain.slice(index, index + 2));
  return found;
}
