import { type Assignment, type ColumnModel, isInnerHead, isOuter } from './txt-model.ts';
import type { Piece } from './txt-pieces.ts';

/** A stretch of the stream that holds a known number of rows. */
export interface Segment {
  readonly pieces: readonly Piece[];
  readonly rowCount: number;
  /** It begins the table, and its first row begins a category and a name. */
  readonly isTop: boolean;
  /** Its first lines may still belong to the row before it. */
  readonly mayCarry: boolean;
  /** Its last lines may stand behind the rows: text below the table, or names that the dump put at the page's end. */
  readonly mayTrail: boolean;
  /** Rows whose numbers the dump printed right before a piece, by index of the piece; how rows are counted off softly. */
  readonly marks?: ReadonlyMap<number, readonly number[]>;
}

export interface Placed extends Assignment {
  /** Row within the segment, -1 for the row before it, `rowCount` for behind its rows. */
  readonly row: number;
  /** The choice was against the evidence; Chinese sentence. */
  readonly doubt?: string;
}

interface State {
  readonly row: number;
  readonly column: number;
}

interface Step {
  readonly score: number;
  readonly from: number;
  readonly isContinued: boolean;
}

/** Going back to a cell of the same row, below a page break or where the dump mixed two lines of equal height. */
const resume = -2.5;
const goBack = -11;
const carry = -2.5;
const trail = -1.5;
/** Below this a step says more against than for itself. */
const weak = -3.5;

/**
 * Places every piece at a row and column so that the whole is likeliest (Viterbi): cells come in column order, rows in
 * their order, a page break may lead back to columns of a broken row, and each row has its main text.
 */
export function placePieces(segment: Segment, model: ColumnModel): { placed: Placed[]; score: number } {
  const { pieces } = segment;
  if (pieces.length === 0) return { placed: [], score: 0 };
  const states = statesOf(segment, model);
  const table: Step[][] = [];
  pieces.forEach((piece, index) => {
    const before = pieces[index - 1];
    const previous = table[index - 1];
    table.push(
      states.map((state, to) => {
        const own = emission(piece, state, segment, model);
        if (!before || !previous) return { score: own + start(state, segment, model), from: -1, isContinued: false };
        const marks = segment.marks?.get(index) ?? [];
        return bestStep({ states, to, previous, before, after: piece, own, marks, segment, model });
      }),
    );
  });
  return trace(segment, model, states, table);
}

function statesOf(segment: Segment, model: ColumnModel): State[] {
  const states: State[] = [];
  for (let row = segment.mayCarry ? -1 : 0; row < segment.rowCount; row++) {
    model.columns.forEach((_, column) => {
      states.push({ row, column });
    });
    // On a scrambled page names may stand behind any row, or behind its text; they go back to their rows afterwards.
    if (segment.marks) states.push({ row, column: behindRow(model) }, { row, column: behindText(model) });
  }
  if (segment.mayTrail && !segment.marks) states.push({ row: segment.rowCount, column: -1 });
  return states;
}

function emission(piece: Piece, state: State, segment: Segment, model: ColumnModel): number {
  if (isAside(state, model)) return asideFit(piece, model);
  // A row with its deadline was complete on the page before.
  const isComplete = state.row === -1 && model.columns[state.column]?.role === 'deadline';
  return state.row === segment.rowCount ? trail : model.fit(piece, state.column) - (isComplete ? 6 : 0);
}

function behindRow(model: ColumnModel): number {
  return model.columns.length;
}

function behindText(model: ColumnModel): number {
  return model.columns.length + 1;
}

function isAside(state: State, model: ColumnModel): boolean {
  return state.column >= model.columns.length;
}

/** Behind a row stands a name, or text that is no part of the table. */
function asideFit(piece: Piece, model: ColumnModel): number {
  const head = model.columns.findLastIndex(isInnerHead);
  return trail + (head < 0 ? 0 : model.fit(piece, head));
}

function start(state: State, segment: Segment, model: ColumnModel): number {
  if (state.row === -1) return carry;
  return skipTo(model, { row: 0, column: -1 }, state, segment);
}

interface Moment {
  readonly states: readonly State[];
  readonly to: number;
  readonly previous: readonly Step[];
  readonly before: Piece;
  readonly after: Piece;
  readonly own: number;
  /** Rows whose numbers stand between the two pieces. */
  readonly marks: readonly number[];
  readonly segment: Segment;
  readonly model: ColumnModel;
}

function bestStep(moment: Moment): Step {
  const { states, to, previous, own, model, marks, segment } = moment;
  let best: Step = { score: Number.NEGATIVE_INFINITY, from: -1, isContinued: false };
  const target = states[to];
  if (!target) return best;
  // Only the same row, the one before and, at the end, nothing else can lead here.
  const reach = (model.columns.length + 2) * 2;
  for (let from = Math.max(0, to - reach); from <= to + reach && from < states.length; from++) {
    const source = states[from];
    const reached = previous[from]?.score ?? Number.NEGATIVE_INFINITY;
    if (!source || reached === Number.NEGATIVE_INFINITY || !isNear(source, target, segment)) continue;
    const score = reached + stepCost(source, target, moment) + own + marksGain(marks, source, target);
    if (score > best.score) best = { score, from, isContinued: isSame(source, target) };
  }
  return best;
}

/** Only the same row and the one before lead somewhere; behind the rows is the end. */
function isNear(source: State, target: State, { rowCount }: Segment): boolean {
  return (
    (source.row === target.row || source.row === target.row - 1) && (source.row !== rowCount || target.row === rowCount)
  );
}

/** A row's number stands best right before the row; within it is possible, anywhere else it got there by accident. */
function marksGain(marks: readonly number[], source: State, target: State): number {
  let gain = 0;
  for (const row of marks) {
    if (target.row === row && source.row === row - 1) gain += 3;
    else if (source.row === row && target.row === row) gain += 0;
    else if (source.row === row && target.row === row + 1) gain -= 1;
    else gain -= 2 + Math.min(3, Math.abs(target.row - row) * 0.5);
  }
  return gain;
}

const never = Number.NEGATIVE_INFINITY;

function isSame(source: State, target: State): boolean {
  return source.row === target.row && source.column === target.column;
}

/** What speaks for going from one state to another, each near the other; never where no way leads. */
function stepCost(source: State, target: State, moment: Moment): number {
  const { before, after, model, segment } = moment;
  if (source.row === segment.rowCount) return target.row === segment.rowCount ? 0 : never;
  if (source.column === behindText(model) || target.column === behindText(model)) return detour(source, target, moment);
  if (isAside(source, model) && target.row === source.row) return isAside(target, model) ? 0 : never;
  if (isSame(source, target)) return model.stay(before, after, source.column);
  const leave = isAside(source, model) ? 0 : model.leave(before, after, source.column);
  if (source.row === target.row && target.column < source.column) return leave + wayBack(source, target, moment);
  return leave + skipTo(model, source, target, segment);
}

/** From a row's text to lines that are not its own, and on to the cell after its text. */
function detour(source: State, target: State, { before, after, model }: Moment): number {
  const main = model.columns.findIndex((column) => !column.isHead);
  if (source.row !== target.row) return never;
  if (source.column === target.column) return 0;
  if (source.column === main) return model.leave(before, after, main) - 1;
  return source.column === behindText(model) && target.column === main + 1 ? 0 : never;
}

/** Two cells whose lines stand at equal heights come out mixed: the text goes on after a line of the units. */
function wayBack(source: State, target: State, { before, after, model }: Moment): number {
  // The cells between were filled before, so leaving them out afterwards costs nothing.
  let filled = 0;
  for (let column = target.column + 1; column <= source.column; column++) filled -= model.missing(column);
  if (after.joint === 'page') return resume + filled + headBack(model, target.column);
  const isMixed =
    after.joint === 'line' && before.joint !== 'blank' && model.columns[source.column]?.role !== 'deadline';
  return isMixed && model.columns[target.column]?.isHead === false && source.column - target.column === 1
    ? goBack + filled
    : never;
}

/** Names are short and mostly end above a page break; a category stands in the middle of its rows. */
function headBack({ columns }: ColumnModel, column: number): number {
  return isOuter(columns, column) ? -5 : columns[column]?.isHead ? -2 : 0;
}

/** What the cells cost that are left out between two states. */
function skipTo(model: ColumnModel, source: State, target: State, { rowCount, isTop }: Segment): number {
  let score = isTop && source.row === 0 && target.row === 0 ? topGaps(model, source, target) : 0;
  const isSameRow = source.row === target.row;
  const end = isSameRow ? target.column : model.columns.length;
  // A new category begins with a name of its own.
  const { columns } = model;
  const isFar = isSameRow && source.column < target.column - 1;
  if (isFar && columns[source.column]?.isHead && columns[target.column - 1]?.isHead) score -= 4;
  // The rest of a broken row may be any of its cells.
  if (source.row >= 0) for (let column = source.column + 1; column < end; column++) score += model.missing(column);
  if (!isSameRow && target.row < rowCount) {
    for (let column = 0; column < target.column; column++) score += model.missing(column);
  }
  return model.columns[target.column] && target.row < rowCount ? score + model.present(target.column) : score;
}

/** Heads left out of the table's first row. */
function topGaps(model: ColumnModel, source: State, target: State): number {
  return (
    model.columns.slice(source.column + 1, Math.max(0, target.column)).filter((column) => column.isHead).length * -8
  );
}

function trace(
  segment: Segment,
  model: ColumnModel,
  states: readonly State[],
  table: readonly Step[][],
): { placed: Placed[]; score: number } {
  const last = table.at(-1) ?? [];
  let at = -1;
  let best = Number.NEGATIVE_INFINITY;
  states.forEach((state, index) => {
    const missingRows = Math.max(0, segment.rowCount - 1 - state.row);
    const behind = { row: segment.rowCount, column: -1 };
    const end =
      state.row === segment.rowCount ? 0 : skipTo(model, { ...state, row: segment.rowCount - 1 }, behind, segment);
    const score = (last[index]?.score ?? Number.NEGATIVE_INFINITY) + end - missingRows * 12;
    if (score > best) [best, at] = [score, index];
  });
  const placed: Placed[] = [];
  for (let index = table.length - 1; index >= 0 && at >= 0; index--) {
    const step = table[index]?.[at];
    const state = states[at];
    const piece = segment.pieces[index];
    if (!step || !state || !piece) break;
    placed.unshift({
      piece,
      row: state.row,
      column: isAside(state, model) ? -1 : state.column,
      isContinued: step.isContinued,
      ...doubtOf(segment, model, state, step, index, states[step.from]),
    });
    at = step.from;
  }
  return { placed, score: best };
}

function doubtOf(
  segment: Segment,
  model: ColumnModel,
  state: State,
  step: Step,
  index: number,
  from: State | undefined,
): { doubt?: string } {
  const piece = segment.pieces[index];
  const before = segment.pieces[index - 1];
  if (!piece || state.column < 0 || isAside(state, model)) return {};
  const cost = before && step.isContinued ? model.stay(before, piece, state.column) : 0;
  const fit = model.fit(piece, state.column);
  const isBack = from?.row === state.row && from.column > state.column && !isAside(from, model);
  return fit + cost < weak || isBack ? { doubt: `“${piece.text}”按上下文归入本格，把握不大，请对照原文` } : {};
}
