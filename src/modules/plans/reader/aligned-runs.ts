import type { AlignedColumns } from './aligned-columns.ts';
import { lineOf, piecesOf, type TextLine } from './layout-lines.ts';
import { taskNumber } from './task-number.ts';
import { isBareDeadline } from './txt-pieces.ts';

/** Dumps part cells by one blank at least, so a run of characters without any stands in one cell. */
const blank = 0.6;
/** What each character outside of its column costs. */
const perCharacter = 0.5;
const partedWords = 2;
const partedWidely = 3;
const partedAtLetters = 0.5;
/** A letter or two behind a number, 选择 1 个, are what does not fit into a line rather than a cell. */
const partedRemainder = 1;
const foreignNumber = 3;
const ownDeadline = 3;

interface Share {
  readonly cost: number;
  readonly columns: readonly number[];
}

/**
 * The part of a dumped line that stands in each column. A dump sets the columns of each row a little further left or
 * right, as long as the texts beside them are; so runs of characters are shared out whole, in order, to the columns that
 * are nearest to them and that fit what they say.
 */
export function cellsOfRuns(line: TextLine, columns: AlignedColumns): (TextLine | undefined)[] {
  const runs = piecesOf(line, blank);
  const count = columns.cuts.length + 1;
  let shares: (Share | undefined)[] = Array.from({ length: count }, () => undefined);
  runs.forEach((run, index) => {
    const before = runs[index - 1];
    shares = shares.map((_, column) => {
      const own = costIn(run, column, columns);
      if (!before) return { cost: own, columns: [column] };
      const reached = shares.slice(0, column + 1).flatMap((share, from) => {
        if (!share) return [];
        const joint = from === column ? stayCost(before, run) : leaveCost(before, run);
        return [{ cost: share.cost + joint + own, columns: [...share.columns, column] }];
      });
      return cheapest(reached);
    });
  });
  const best = cheapest(shares.flatMap((share) => share ?? []));
  return Array.from({ length: count }, (_, column) =>
    lineOf(runs.flatMap((run, index) => (best?.columns[index] === column ? run.glyphs : []))),
  );
}

function cheapest(shares: readonly Share[]): Share | undefined {
  return shares.reduce<Share | undefined>((best, share) => (best && best.cost <= share.cost ? best : share), undefined);
}

function costIn(run: TextLine, column: number, { cuts, roles }: AlignedColumns): number {
  const left = cuts[column - 1] ?? Number.NEGATIVE_INFINITY;
  const right = cuts[column] ?? Number.POSITIVE_INFINITY;
  const { x, width } = run.box;
  const outside = Math.min(width, Math.max(0, left - x) + Math.max(0, x + width - right));
  const away = Math.max(0, left - x - width, x - right);
  const role = roles[column];
  const number = role === 'number' && taskNumber(run.text) === null ? foreignNumber : 0;
  const deadline = role === 'deadline' && isBareDeadline(run.text) ? ownDeadline : 0;
  return (outside + away) * perCharacter + number - deadline;
}

/** Printers set a blank beside Latin letters and digits; between Chinese words it parts cells. */
function stayCost(before: TextLine, after: TextLine): number {
  if (gapBetween(before, after) > 1) return partedWidely;
  return isBesideLetters(before, after) ? 0 : partedWords;
}

function leaveCost(before: TextLine, after: TextLine): number {
  if (!isBesideLetters(before, after)) return 0;
  return (
    partedAtLetters +
    (after.text.length <= 2 && !isBareDeadline(after.text) && gapBetween(before, after) <= 1 ? partedRemainder : 0)
  );
}

/** Blanks between two runs. */
function gapBetween(before: TextLine, after: TextLine): number {
  return (after.glyphs[0]?.x ?? 0) - (before.glyphs.at(-1)?.x ?? 0) - 1;
}

function isBesideLetters(before: TextLine, after: TextLine): boolean {
  return /[\dA-Za-z.%]$/.test(before.text) || /^[\dA-Za-z]/.test(after.text);
}
