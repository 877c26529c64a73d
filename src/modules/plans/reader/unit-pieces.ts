import { foldWidth } from './source-text.ts';
import { lineExtent } from './wrapped-lines.ts';

/**
 * Cuts a unit cell into the strings between separators. Sure cuts are 、，；/ and the like outside brackets; a blank or
 * a line end may be a separator, a wrapped line or a spaced letter, and is decided by what stands on both sides and by
 * the names seen elsewhere in the document.
 */
export interface UnitPiece {
  readonly text: string;
  /** A ；or 。 stood before it: role words do not reach over. */
  readonly startsClause: boolean;
  /** A blank or line end was decided on weak evidence. */
  readonly doubtful: boolean;
}

export interface UnitVocabulary {
  /** How many unit cells hold this name between sure separators. */
  count(name: string): number;
}

export interface PieceContext {
  readonly vocabulary: UnitVocabulary;
  /** PDF, OFD and text dumps break lines where the column ends; other formats where the author pressed Enter. */
  readonly wrapped: boolean;
  /** Printed width of the column in Chinese characters, where lines are wrapped; 0 when unknown. */
  readonly lineWidth: number;
}

const SEPARATORS = '、，,；;。/|｜\t';
const OPENING = '（(【[〔';
const CLOSING = '）)】]〕';
const UNIT_END =
  /(?:局|委|办|处|部|院|所|站|队|室|厅|镇|乡|街道|街镇|中心|公司|集团|单位|部门|政府|机构|团体|协会|学校|大学|银行|法院|支队|总队|分局|园区|新区|城区|开发区|委员会|管委会|办公室|委办局|科|区|会|馆|社|组|台|库|党校|工会|联合会|妇联|团区?委|残联|工商联|科协|文联|侨联|红十字会|电视台)$/;
const UNIT_START = /^(?:[*＊★※▲△●☆#]|区|市|县|省|州|国家|各|相关|有关|其他|其它|全区|全市|上海)/;
/** 区政府 | 各部门 is one name: the departments of the government. */
const PARENT_END = /(?:政府|[区市县]委)$/;
const PARTS_START = /^各(?:工作|职能|有关|相关|直属)?(?:部门|委|办|局|单位|机构)/;
const ROLE_TAIL = /(?:分别|共同|按职责分工|负责)*(?:牵头|负责|配合|落实|协助|参与|实施)+\)?[。.]?$/;
const LABEL_START = /^(?:牵头|主办|责任|负责|配合|协办|协助|参与)(?:责任)?(?:单位|部门|科室)?[:：]/;
/** The second half of a label that a line end runs through: 配合 | 单位：. */
const LABEL_REST = /^(?:责任)?(?:单位|部门|科室)[:：]/;
const LABEL = /^.*[:：]/;
const ROLE_END = /(?:牵头|负责|配合|落实|协助|参与|实施)\)?$/;

export function cutUnits(cell: string, context: PieceContext): UnitPiece[] {
  const pieces: UnitPiece[] = [];
  for (const clause of sureCuts(markFullLines(foldWidth(cell), context.lineWidth))) {
    const parts = softCuts(clause.text, context);
    for (const [i, part] of parts.entries()) {
      pieces.push({ ...part, startsClause: i === 0 && clause.startsClause });
    }
  }
  return mendShared(pieces);
}

/** Whether a string looks like the name of an agency; used to recognise a unit column by what stands in it. */
export function looksLikeUnit(text: string): boolean {
  const plain = text.replace(/^[*＊★※▲△●☆#]|[*＊★※▲△●☆#]$/g, '').replace(/[（(][^）)]*[）)]$/, '');
  return plain.length >= 2 && plain.length <= 24 && !/[。：:“”]/.test(plain) && UNIT_END.test(plain);
}

/** End of a line that had no room for the next character, so that nothing follows from the break. */
const FULL_LINE_END = '\v';

function markFullLines(text: string, lineWidth: number): string {
  if (lineWidth === 0) return text;
  const lines = text.split('\n');
  return lines.reduce((whole, line, i) => {
    const before = lines[i - 1];
    // One character less than full: punctuation must not begin a line and takes a character with it.
    const full = before !== undefined && lineExtent(before) >= lineWidth - 1.5;
    return i === 0 ? line : `${whole}${full ? FULL_LINE_END : '\n'}${line}`;
  }, '');
}

function sureCuts(text: string): { text: string; startsClause: boolean }[] {
  const cuts: { text: string; startsClause: boolean }[] = [];
  let current = '';
  let startsClause = false;
  let depth = 0;
  const balanced = count(text, OPENING) === count(text, CLOSING);
  const push = () => {
    if (current.trim() !== '') {
      cuts.push({ text: current.trim(), startsClause });
      startsClause = false;
    }
    current = '';
  };
  for (const c of text) {
    if (balanced && OPENING.includes(c)) depth += 1;
    if (balanced && CLOSING.includes(c)) depth = Math.max(0, depth - 1);
    if (depth === 0 && SEPARATORS.includes(c)) {
      push();
      startsClause ||= '；;。'.includes(c);
    } else current += c;
  }
  push();
  return cuts;
}

function count(text: string, set: string): number {
  let n = 0;
  for (const c of text) if (set.includes(c)) n += 1;
  return n;
}

/** No list of units runs on so long without a separator; a hostile one must not cost time. */
const LONGEST_PART = 2000;

interface SoftPart {
  readonly text: string;
  readonly doubtful: boolean;
}

function softCuts(text: string, context: PieceContext): SoftPart[] {
  if (text.length > LONGEST_PART) return [{ text, doubtful: true }];
  const tokens = text.split(/(\s+)/).filter((t) => t !== '');
  let current = '';
  let doubtful = false;
  const parts: SoftPart[] = [];
  for (let i = 0; i < tokens.length; i += 2) {
    const token = tokens[i] ?? '';
    const gap = i === 0 ? '' : (tokens[i - 1] ?? '');
    const score = current === '' ? -9 : separation(current, token, gap, tokens.slice(i), context);
    if (score > 0) {
      parts.push({ text: current, doubtful });
      current = token;
      doubtful = score < 1;
    } else {
      current += token;
      doubtful ||= score >= -1;
    }
  }
  if (current !== '') parts.push({ text: current, doubtful });
  return parts.flatMap((part) => splitConjunctions(part));
}

/** Positive: two names; negative: one name that a blank or line end runs through. The size tells how sure. */
function separation(
  before: string,
  next: string,
  gap: string,
  ahead: readonly string[],
  context: PieceContext,
): number {
  if (openBrackets(before)) return -9;
  if (/^[*＊★※▲△●☆]/.test(next)) return 9;
  if (/[*＊★※▲△●☆:：]$/.test(before) || next.startsWith('(') || next.startsWith('（')) return -9;
  if (LABEL_START.test(next)) return 9;
  if (ROLE_END.test(before) && LABEL_REST.test(next)) return -9;
  const lineEnd = /[\n\v]/.test(gap);
  const { vocabulary } = context;
  // The rest of the name may itself be spaced out, letter by letter.
  const rest = cleanTail(ahead.filter((_, i) => i % 2 === 0).join(''));
  const after = cleanTail(next);
  // 各相关单位负责 | 公开: what follows a role word may still say what is to be done.
  if (ROLE_END.test(before)) return UNIT_START.test(next) || endsLikeUnit(rest) || !context.wrapped ? 9 : -9;
  if (PARENT_END.test(before) && PARTS_START.test(next)) return -9;
  const plainBefore = before.replace(LABEL, '').replace(/^[*＊★※▲△●☆#]/, '');
  const joins = Math.max(vocabulary.count(plainBefore + after), vocabulary.count(plainBefore + rest));
  const stands = Math.min(vocabulary.count(plainBefore), Math.max(vocabulary.count(after), vocabulary.count(rest)));
  if (joins > 0 && stands === 0) return -5;
  if (stands > 0 && joins === 0) return 5;
  const spacedAhead = ahead.length > 2 && ahead[2]?.length === 1 && !ahead[1]?.includes('\n');
  if (plainBefore.length === 1 || (after.length === 1 && !(lineEnd && spacedAhead))) return -9;
  let score = 0;
  score += endsLikeUnit(plainBefore) ? 1 : -2;
  score += UNIT_START.test(after) ? 1.5 : -1;
  score += endsLikeUnit(cleanTail(rest)) || endsLikeUnit(cleanTail(after)) ? 0.5 : -1;
  score += vocabulary.count(plainBefore) > 0 ? 1 : 0;
  score += vocabulary.count(after) > 0 ? 1 : 0;
  if (context.wrapped) score += lineEnd ? lineEndScore(gap, context.lineWidth) : -0.5;
  return score;
}

function lineEndScore(gap: string, lineWidth: number): number {
  if (lineWidth === 0) return -1;
  return gap.includes(FULL_LINE_END) ? -1.5 : 1;
}

function endsLikeUnit(text: string): boolean {
  return UNIT_END.test(text.replace(/[（(][^）)]*[）)]$/, ''));
}

function cleanTail(text: string): string {
  const bare = text
    .replace(/[（(][^（()）]*[）)]$/, '')
    .replace(ROLE_TAIL, '')
    .replace(/等(?:[^等]{0,8})$/, '');
  return bare === '' ? text : bare;
}

function openBrackets(text: string): boolean {
  return count(text, OPENING) > count(text, CLOSING);
}

/** 区府办和区融媒体中心 are two, 区人力资源和社会保障局 is one: the second part must begin like a unit. */
function splitConjunctions(part: SoftPart): SoftPart[] {
  const match = /^(.+?)(?:以及|及其|会同|和|及|与|或)((?:区|市|县|各|相关|有关|其他|其它)(?!域).{1,})$/.exec(part.text);
  const [, before = '', after = ''] = match ?? [];
  if (!match || !UNIT_END.test(before) || openBrackets(before)) return [part];
  return [{ text: before, doubtful: part.doubtful }, ...splitConjunctions({ text: after, doubtful: false })];
}

/** 市、区行政复议主管部门 and 区政府各委、办、局 are one name: a single letter is no unit. */
function mendShared(pieces: readonly UnitPiece[]): UnitPiece[] {
  const mended: UnitPiece[] = [];
  for (const piece of pieces) {
    const last = mended.at(-1);
    const joins = last && !piece.startsClause && (isLevel(last.text) || piece.text.length === 1);
    if (joins) mended[mended.length - 1] = { ...last, text: `${last.text}、${piece.text}` };
    else mended.push(piece);
  }
  return mended;
}

function isLevel(text: string): boolean {
  return /^(?:[市区县省镇乡村](?:、[市区县省镇乡村])*)$/.test(text);
}
