/** A run of one side's text: `same` stands on both sides. */
export interface Run {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** One row of the comparison: what stood there, what stands there. */
export interface ComparedRow {
  readonly change: 'same' | 'removed' | 'added' | 'changed';
  readonly before: readonly Run[];
  readonly after: readonly Run[];
}

/** Above this many characters two paragraphs are shown whole, not sign by sign: the table of lengths would grow too large. */
const LONGEST_PARAGRAPH = 3_000;
/** Above this many paragraphs equal beginnings and ends alone are matched. */
const MOST_PARAGRAPHS = 2_000;
/** Paragraphs that share less than this are told as one gone and one new. */
const ALIKE = 0.4;

/** Old and new side by side, paragraph by paragraph, with the changed signs marked. */
export function compareTexts(before: readonly string[], after: readonly string[]): ComparedRow[] {
  const rows: ComparedRow[] = [];
  const gone: string[] = [];
  const come: string[] = [];
  const settle = () => {
    rows.push(...pair(gone.splice(0), come.splice(0)));
  };
  for (const step of steps(before, after)) {
    if (step.kind === 'same') {
      settle();
      const run: Run[] = [{ kind: 'same', text: step.item }];
      rows.push({ change: 'same', before: run, after: run });
    } else (step.kind === 'removed' ? gone : come).push(step.item);
  }
  settle();
  return rows;
}

export function changedRows(rows: readonly ComparedRow[]): number {
  return rows.filter((row) => row.change !== 'same').length;
}

/** Neighbouring old and new paragraphs that are alike are one changed paragraph. */
function pair(gone: readonly string[], come: readonly string[]): ComparedRow[] {
  const rows: ComparedRow[] = [];
  let taken = 0;
  for (const old of gone) {
    const at = come.findIndex((text, index) => index >= taken && likeness(old, text) >= ALIKE);
    if (at === -1) {
      rows.push({ change: 'removed', before: [{ kind: 'removed', text: old }], after: [] });
      continue;
    }
    rows.push(...come.slice(taken, at).map(added));
    rows.push({ change: 'changed', ...signs(old, come[at] ?? '') });
    taken = at + 1;
  }
  return [...rows, ...come.slice(taken).map(added)];
}

function added(text: string): ComparedRow {
  return { change: 'added', before: [], after: [{ kind: 'added', text }] };
}

/** Share of two-sign pieces that both have, 0 to 1. */
function likeness(a: string, b: string): number {
  const pieces = (text: string) => new Set([...text].map((sign, at, all) => sign + (all[at + 1] ?? '')));
  const [left, right] = [pieces(a), pieces(b)];
  const shared = [...left].filter((piece) => right.has(piece)).length;
  return (2 * shared) / (left.size + right.size);
}

function signs(before: string, after: string): { before: Run[]; after: Run[] } {
  if (before.length > LONGEST_PARAGRAPH || after.length > LONGEST_PARAGRAPH) {
    return { before: [{ kind: 'removed', text: before }], after: [{ kind: 'added', text: after }] };
  }
  const runs = { before: [] as Run[], after: [] as Run[] };
  for (const step of steps([...before], [...after])) {
    if (step.kind !== 'added') push(runs.before, step.kind, step.item);
    if (step.kind !== 'removed') push(runs.after, step.kind, step.item);
  }
  return runs;
}

function push(runs: Run[], kind: Run['kind'], text: string): void {
  const last = runs.at(-1);
  if (last?.kind === kind) runs[runs.length - 1] = { kind, text: last.text + text };
  else runs.push({ kind, text });
}

interface Step {
  readonly kind: Run['kind'];
  readonly item: string;
}

/** The longest common run of items, by the usual table of lengths after equal beginnings and ends are set aside. */
function steps(before: readonly string[], after: readonly string[]): Step[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end += 1;
  const same = (items: readonly string[]): Step[] => items.map((item) => ({ kind: 'same', item }));
  const middle = table(before.slice(start, before.length - end), after.slice(start, after.length - end));
  return [...same(before.slice(0, start)), ...middle, ...same(before.slice(before.length - end))];
}

function table(before: readonly string[], after: readonly string[]): Step[] {
  const [rows, columns] = [before.length, after.length];
  if (rows === 0 || columns === 0 || rows * columns > MOST_PARAGRAPHS * MOST_PARAGRAPHS) {
    return [
      ...before.map((item): Step => ({ kind: 'removed', item })),
      ...after.map((item): Step => ({ kind: 'added', item })),
    ];
  }
  const lengths = new Uint16Array((rows + 1) * (columns + 1));
  const at = (row: number, column: number) => lengths[row * (columns + 1) + column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1)
    for (let column = columns - 1; column >= 0; column -= 1)
      lengths[row * (columns + 1) + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
  const found: Step[] = [];
  let [row, column] = [0, 0];
  while (row < rows || column < columns) {
    if (row < rows && column < columns && before[row] === after[column]) {
      found.push({ kind: 'same', item: before[row] ?? '' });
      row += 1;
      column += 1;
    } else if (column >= columns || (row < rows && at(row + 1, column) >= at(row, column + 1))) {
      found.push({ kind: 'removed', item: before[row] ?? '' });
      row += 1;
    } else {
      found.push({ kind: 'added', item: after[column] ?? '' });
      column += 1;
    }
  }
  return found;
}
