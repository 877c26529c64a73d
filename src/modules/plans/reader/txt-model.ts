import type { HeaderRole } from './header-words.ts';
import { isBareDeadline, type Piece } from './txt-pieces.ts';
import { looksLikeUnit } from './unit-pieces.ts';

/** A column that holds text, number columns are apart. */
export interface TextColumn {
  /** Place in the header. */
  readonly index: number;
  readonly role: HeaderRole;
  /** Name or category beside the main text: one cell may stand for several rows. */
  readonly isHead: boolean;
  /** It stands before the number column, so that its text comes before the number of its row. */
  readonly isAhead?: boolean;
}

/** How a row's lines fall on its columns: weights are logarithms of how much likelier something becomes. */
export interface Assignment {
  readonly piece: Piece;
  /** Index into the columns, -1 when the line belongs to none. */
  readonly column: number;
  /** Whether it goes on in the cell of the piece before. */
  readonly isContinued: boolean;
}

const roleWords = /(?:牵头|配合|落实|协办|(?<=[^众民会])参与|负责)(?=$|[，、；,;。])/;
const taskWords =
  /推进|公开|加强|加大|完善|开展|建立|健全|优化|规范|制定|组织|发布|提升|提高|深化|编制|梳理|强化|推行|探索|扩大|拓展|确保|严格|定期/;

/**
 * What is known about the columns of one dump: how wide they are, which letters they use, where blank lines stand and
 * how often a cell is missing. Starts from what plans have in common and learns the rest from the document itself.
 */
export class ColumnModel {
  readonly columns: readonly TextColumn[];
  #widths: number[];
  /** Asked again for each row of a page; forgotten when something is learned. */
  #fits = new Map<Piece, number[]>();
  #stays = new Map<Piece, Joint>();
  #leaves = new Map<Piece, Joint>();
  readonly #pairsOf = new Map<Piece, readonly string[]>();
  #letters: Map<string, number>[] = [];
  /** Where each line was put when the letters were learned: it must not vouch for itself. */
  #learnedAt = new Map<Piece, number>();
  #everywhere = new Map<string, number>();
  #totals: number[] = [];
  #isLearned = false;
  #blankWithin = 0.3;
  #blankBetween = 0.5;
  /** The column that each row fills. */
  readonly #main: number;
  #logMissing: number[] = [];
  #logPresent: number[] = [];

  /** How unlikely it is that a cell ends just where its line is full. */
  readonly #fullEnd: (width: number) => number;

  /**
   * @param outerBlanks first guess of the share of rows that begin no category of their own
   * @param isPlaced whether the places of the lines are known: they tell the ends of cells better than full lines do
   */
  constructor(columns: readonly TextColumn[], pieces: readonly Piece[], outerBlanks: number, isPlaced = false) {
    this.columns = columns;
    this.#fullEnd = isPlaced ? () => -0.7 : (width) => -0.7 * Math.log(width);
    this.#main = columns.findIndex((column) => !column.isHead);
    this.#widths = firstWidths(columns, pieces);
    this.#setMissing(
      columns.map((column, index) =>
        column.isHead ? (isOuter(columns, index) ? outerBlanks : 0.4) : column.role === 'other' ? 0.5 : 0.03,
      ),
    );
  }

  width(column: number): number {
    return this.#widths[column] ?? 20;
  }

  /** How well a line fits into a column, whatever stands around it. */
  fit(piece: Piece, column: number): number {
    const known = this.#fits.get(piece) ?? [];
    if (known.length === 0) this.#fits.set(piece, known);
    known[column] ??= this.#fitOf(piece, column);
    return known[column];
  }

  #fitOf(piece: Piece, column: number): number {
    const role = this.columns[column]?.role ?? 'other';
    // Closing marks hang over the edge, and in long lines widths of digits and letters are guesses.
    const hanging = /[，。、；：）》”]$/.test(piece.key) || !this.#isLearned ? 1 : 0.5;
    const slack = column === this.#main ? 1.05 : 1;
    const excess = Math.max(0, piece.width - this.width(column) * slack - hanging) * (this.#isLearned ? 2.5 : 1.5);
    return roleFit(piece, role) + this.#lettersFit(piece, column) - Math.min(this.#isLearned ? 14 : 8, excess);
  }

  /** How likely the cell goes on from one line to the next. */
  stay(before: Piece, after: Piece, column: number): number {
    const { values } = jointOf(this.#stays, before, after);
    values[column] ??= this.#stayOf(before, after, column);
    return values[column];
  }

  #stayOf(before: Piece, after: Piece, column: number): number {
    const role = this.columns[column]?.role ?? 'other';
    if (after.joint === 'glued') return this.#glued(before, after, column) - (role === 'deadline' ? 3 : 1.2);
    const room = this.room(before, after, column);
    const isList = this.#isList(column);
    // Before anything was learned the widths of heads are guesses.
    const isLoose = isList || role === 'deadline' || (!this.#isLearned && this.columns[column]?.isHead === true);
    let score = room <= 0.5 ? 0.5 : -Math.min(isLoose ? 1.5 : 6, isLoose ? room * 0.3 : room + 1.5);
    if (/[，、；：（]$/.test(before.key)) score += isList ? 2 : 1;
    else if (isList) score += nameGoesOn(before.key, after.key);
    if (/[。；]$/.test(before.key) && room > 1) score -= isList ? 1 : 2.5;
    if (role === 'deadline') score += before.isDeadline && after.isDeadline ? -0.5 : wholeDeadline(before, after);
    return score + this.#blank(after, this.#blankWithin);
  }

  /** Units are the same whether they lead or support. */
  #vocabularyOf(column: number): number {
    return this.#isList(column) ? this.columns.findIndex((_, index) => this.#isList(index)) : column;
  }

  #isList(column: number): boolean {
    const role = this.columns[column]?.role;
    return role === 'units' || role === 'lead' || role === 'support';
  }

  /** Two pieces of one line are one cell's only if both together are no wider than its column. */
  #glued(before: Piece, after: Piece, column: number): number {
    return -1.5 * Math.max(0, Math.min(6, before.width + after.width - this.width(column) - 1));
  }

  /** How likely a cell ends here. */
  leave(before: Piece, after: Piece, column: number): number {
    const { values } = jointOf(this.#leaves, before, after);
    values[column] ??= this.#leaveOf(before, after, column);
    return values[column];
  }

  #leaveOf(before: Piece, after: Piece, column: number): number {
    const isFull = after.joint !== 'glued' && this.room(before, after, column) <= 0.5;
    const cut = this.#isList(column) && nameGoesOn(before.key, after.key) > 0 ? -2 : 0;
    const score = cut + (/[，、：（]$/.test(before.key) ? -4 : isFull ? this.#fullEnd(this.width(column)) : 0);
    return score + this.#blank(after, this.#blankBetween);
  }

  missing(column: number): number {
    return this.#logMissing[column] ?? 0;
  }

  present(column: number): number {
    return this.#logPresent[column] ?? 0;
  }

  /** Room left behind a line, in letters, were the next line's first ones put there; none in a line spread out. */
  room(before: Piece, after: Piece, column: number): number {
    if (before.isStretched) return 0;
    return this.width(column) - before.width - after.chunk;
  }

  learn(rows: readonly (readonly Assignment[])[]): void {
    for (const known of [this.#fits, this.#stays, this.#leaves]) known.clear();
    this.#isLearned = true;
    this.#learnWidths(rows);
    this.#learnLetters(rows.flat());
    this.#learnBlanks(rows.flat());
    this.#setMissing(
      this.columns.map((column, index) => {
        const filled = rows.filter((row) => row.some((entry) => entry.column === index)).length;
        const floor = column.isHead ? 0.05 : index === this.#main ? 0.0005 : 0.005;
        return Math.min(0.9, Math.max(floor, (rows.length - filled + 0.2) / (rows.length + 1)));
      }),
    );
  }

  #setMissing(shares: readonly number[]): void {
    this.#logMissing = shares.map((share) => Math.log(share));
    this.#logPresent = shares.map((share) => Math.log(1 - share));
  }

  #learnWidths(rows: readonly (readonly Assignment[])[]): void {
    this.#widths = this.columns.map((_, column) => {
      const wrapped: number[] = [];
      const all: number[] = [];
      for (const row of rows) {
        row.forEach((entry, index) => {
          if (entry.column !== column) return;
          all.push(entry.piece.width);
          const next = row[index + 1];
          if (next?.column === column && next.isContinued && !entry.piece.isStretched) wrapped.push(entry.piece.width);
        });
      }
      return all.length === 0 ? this.width(column) : columnWidth(wrapped, all);
    });
  }

  #learnLetters(entries: readonly Assignment[]): void {
    this.#letters = this.columns.map(() => new Map());
    this.#everywhere = new Map();
    this.#learnedAt = new Map(entries.map(({ piece, column }) => [piece, column]));
    for (const { piece, column } of entries) {
      const counts = this.#letters[this.#vocabularyOf(column)];
      if (!counts) continue;
      for (const pair of this.#pairs(piece)) {
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
        this.#everywhere.set(pair, (this.#everywhere.get(pair) ?? 0) + 1);
      }
    }
    this.#totals = this.#letters.map((counts) => [...counts.values()].reduce((sum, count) => sum + count, 0));
  }

  #pairs(piece: Piece): readonly string[] {
    const known = this.#pairsOf.get(piece) ?? pairs(piece.key);
    this.#pairsOf.set(piece, known);
    return known;
  }

  #learnBlanks(entries: readonly Assignment[]): void {
    const share = (isContinued: boolean) => {
      const some = entries.filter((entry) => entry.isContinued === isContinued && entry.piece.joint !== 'glued');
      const blanks = some.filter((entry) => entry.piece.joint === 'blank').length;
      return (blanks + 1) / (some.length + 2);
    };
    this.#blankWithin = share(true);
    this.#blankBetween = share(false);
  }

  #blank(after: Piece, share: number): number {
    if (after.joint === 'glued' || after.joint === 'page') return 0;
    return Math.log(after.joint === 'blank' ? share : 1 - share);
  }

  /** Mean advantage of the letter pairs under this column over the document, at most as strong as a few pairs. */
  #lettersFit(piece: Piece, column: number): number {
    const vocabulary = this.#vocabularyOf(column);
    const counts = this.#letters[vocabulary];
    const found = this.#pairs(piece);
    if (!counts || found.length === 0) return 0;
    const all = this.#totals.reduce((sum, total) => sum + total, 0);
    const learnedAt = this.#learnedAt.get(piece);
    const own = learnedAt === undefined ? 0 : 1;
    const ownHere = learnedAt !== undefined && this.#vocabularyOf(learnedAt) === vocabulary ? 1 : 0;
    let sum = found.length * Math.log((all + 500) / ((this.#totals[vocabulary] ?? 0) + 500));
    for (const pair of found) {
      const [here, anywhere] = [(counts.get(pair) ?? 0) - ownHere, (this.#everywhere.get(pair) ?? 0) - own];
      sum += Math.log((Math.max(0, here) + 0.5) / (Math.max(0, anywhere) + 0.5));
    }
    return Math.max(-4, Math.min(4, (sum / found.length) * Math.min(found.length, 8) * 0.5));
  }
}

/** Whether a column holds categories, each of several names. */
export function isOuter(columns: readonly TextColumn[], index: number): boolean {
  const column = columns[index];
  return column?.isHead === true && (column.isAhead === true || columns.slice(index + 1).some(isInnerHead));
}

/** A column of names, where it is not one that stands before the numbers. */
export function isInnerHead({ isHead, isAhead }: TextColumn): boolean {
  return isHead && isAhead !== true;
}

/** What is known by column about two lines that follow each other. */
interface Joint {
  readonly before: Piece;
  readonly values: number[];
}

function jointOf(known: Map<Piece, Joint>, before: Piece, after: Piece): Joint {
  const found = known.get(after);
  if (found?.before === before) return found;
  const fresh = { before, values: [] };
  known.set(after, fresh);
  return fresh;
}

/** 新规出台 / 后1个月内: the halves say little, the whole says it all. */
function wholeDeadline(before: Piece, after: Piece): number {
  return isBareDeadline(before.key + after.key) || /^[内前底后末]/.test(after.key) ? 3 : 0;
}

function roleFit(piece: Piece, role: HeaderRole): number {
  if (role === 'deadline') return deadlineFit(piece);
  const late = piece.isDeadline ? -4 : 0;
  if (role === 'units' || role === 'lead' || role === 'support') return late + unitsFit(piece);
  const share = unitShare(piece.key);
  const isHead = role === 'name' || role === 'category';
  const unitLike = share === 1 || (isHead && share >= 0.5) || roleWords.test(piece.key) ? -2 : 0;
  if (isHead) return late + unitLike + (/[。；]/.test(piece.key) ? -3 : 0);
  return late + unitLike + (/[。；]/.test(piece.key) ? 1 : 0) + (/[，“”]/.test(piece.key) ? 0.5 : 0);
}

function deadlineFit(piece: Piece): number {
  if (piece.isDeadline) return piece.count >= 3 ? 6 : 4;
  if (piece.key.length > 12) return -8;
  // In narrow columns deadlines break anywhere: 上半 / 年, 实 / 时.
  if (/^[上下半全每实时长期年季月度]{1,3}$/.test(piece.key)) return -0.5;
  return /[月日年季旬底前内后]|\d|印发|出台|下发|本文|收到|之日/.test(piece.key) ? -0.5 : -5;
}

function unitsFit(piece: Piece): number {
  const share = unitShare(piece.key);
  let score = share * 4 - 1.5;
  if (roleWords.test(piece.key)) score += 1.5;
  if (/^[*＊★]/.test(piece.key)) score += 3;
  if (piece.count >= 3 && share > 0) score += 1;
  if (/[。“”《》]/.test(piece.key)) score -= 2;
  if (taskWords.test(piece.key)) score -= 1;
  return score;
}

/** Share of the names between commas that look like units; the first and last may be cut by the line's end. */
function unitShare(key: string): number {
  const parts = key.split(/[、，,；;]/).filter((part) => part !== '');
  if (parts.length === 0) return 0;
  return (
    parts.filter((part) => looksLikeUnit(part.replace(/^[*＊]/, '')) || roleWords.test(part)).length / parts.length
  );
}

/** First guess, before anything was assigned: the main text has the widest lines, unit lines are known by their words. */
function firstWidths(columns: readonly TextColumn[], pieces: readonly Piece[]): number[] {
  const widest = quantile(
    pieces.map((piece) => piece.width),
    0.97,
  );
  const units = pieces.filter((piece) => !piece.isDeadline && unitsFit(piece) > 1.5 && piece.width < widest * 0.9);
  const unitWidth =
    units.length > 2
      ? quantile(
          units.map((piece) => piece.width),
          0.9,
        )
      : widest * 0.6;
  return columns.map(({ role, isHead }) => {
    if (role === 'deadline') return 8;
    if (role === 'units' || role === 'lead' || role === 'support') return unitWidth;
    return isHead ? widest * 0.5 : widest;
  });
}

/** Whether a line end cuts a unit's name, 区合作交 / 流办, or stands between two units without a sign: 区科委 / 区财政局. */
function nameGoesOn(before: string, after: string): number {
  const last = /[^、，,；;。]*$/.exec(before)?.[0] ?? '';
  const first = /^[^、，,；;。]*/.exec(after)?.[0] ?? '';
  if (!looksLikeUnit(last) && !roleWords.test(last)) return 1.5;
  return /^(?:[*＊★]|各|相关|有关|[区市县州省]).{2}/.test(first) ? -4 : 0;
}

function within(lines: readonly number[], width: number): number {
  return lines.filter((line) => line <= width && line > width - 2).length;
}

/** Lines before a wrap reach the column's end, and no line goes beyond; some lines may have got here by mistake. */
function columnWidth(wrapped: readonly number[], all: readonly number[]): number {
  if (wrapped.length < 3) return quantile(all, 0.9);
  const support = (width: number) =>
    within(wrapped, width) + within(all, width) * 0.3 - all.filter((line) => line > width + 0.5).length;
  return [...new Set(all)].reduce((best, width) => (support(width) > support(best) ? width : best));
}

function pairs(key: string): string[] {
  const padded = `^${key}$`;
  return Array.from({ length: padded.length - 1 }, (_, index) => padded.slice(index, index + 2));
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
