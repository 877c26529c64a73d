import type { ReadUnit, UnitRole } from './plan-reading.ts';
import { joinLines } from './source-text.ts';
import { cutUnits, type PieceContext, type UnitPiece } from './unit-pieces.ts';

export interface UnitListContext extends PieceContext {
  /** What the column says when the cell does not: lead in 牵头单位, support in 配合单位. */
  readonly columnRole: UnitRole;
  /** The document says that the unit named first leads (列第一位的为牵头单位). */
  readonly firstLeads?: boolean;
}

export interface UnitListAnswer {
  readonly units: readonly ReadUnit[];
  /** Chinese sentences about what was decided on weak evidence. */
  readonly doubts: readonly string[];
}

const STAR = /^[*＊★※▲△●☆]\s*|\s*[*＊★※▲△●☆]$/g;
const LABEL =
  /^(?<label>(?:第一|主要)?(?:牵头|主办|负责|责任|主责|配合|协办|协助|参与|协同|联合|支持)(?:责任)?(?:单位|部门|科室|机构)?)[:：]\s*/;
const BRACKET_ROLE =
  /[（(](?:为)?(?<words>牵头|主办|主责|负责|责任|落实|配合|协办|协助|参与|协同)(?:单位|部门|责任单位)?[)）]$/;
const BRACKET_DUTY = /[（(](?:按|依|根据)[^（()）]*(?:负责|落实|实施)[)）]$/;
const LONGEST_NAME = 120;
const HOW =
  '(?:分别|共同|联合|具体|各自|按职责(?:分工)?|按照职责(?:分工)?|按分工|根据职责(?:分工)?|依职责|积极|密切|协同|认真|统一|统筹|总|做好|抓好|组织|会同|加强)';
const DOING = '(?:牵头|主办|负责|落实|实施|配合|协办|协助|参与|参加|协同|支持|承办|执行|办理|推进)';
const AFTER =
  '(?:落实|负责|组织|实施|推进|抓总|协调|统筹|公开|办理|执行|开展|完成|工作|有关工作|相关工作|本领域工作|做好|抓好)';
const TAIL_ROLE = new RegExp(`^(?<name>.+?)(?:${HOW})*(?<words>${DOING})(?:${AFTER})*[。.]?$`);
const BARE_ROLE = new RegExp(`^(?:${HOW})*(?<words>${DOING})(?:${AFTER})*$`);
const ET_CETERA =
  /等(?:[一二三四五六七八九十\d]+(?:个|家))?(?:各|相关|有关|其他|职能|责任|成员|涉及|主管|行业|市级|区级|县级|重点|试点|牵头)*(?:领域)?(?:职能|责任|主管)?(?:的)?(?:单位|部门|委办局|机构|街镇|街道|镇|成员单位)?$/;

/**
 * Units of one cell with their roles: `*` or 牵头 lead, 配合 support, all others responsible (PLAN-2).
 * A role word reaches back over the units before it, up to the last role word or ；. 等 is cut off.
 */
export function readUnits(cell: string, context: UnitListContext): UnitListAnswer {
  const pieces = cutUnits(cell, context);
  const units: ReadUnit[] = [];
  const doubts: string[] = [];
  let waiting: string[] = [];
  let labelled: UnitRole | null = null;
  const settle = (role: UnitRole) => {
    for (const name of waiting) units.push({ name, role });
    waiting = [];
  };
  for (const piece of pieces) {
    if (piece.startsClause) settle(labelled ?? context.columnRole);
    if (piece.startsClause) labelled = null;
    const read = readPiece(piece);
    if (read.label) {
      settle(labelled ?? context.columnRole);
      labelled = read.label;
    }
    if (piece.doubtful) doubts.push(`“${joinLines(piece.text)}”与前后单位之间的换行或空格可能是名称的一部分，请核对`);
    if (read.own && read.name) units.push({ name: read.name, role: read.own });
    else if (read.name) waiting.push(read.name);
    if (read.tail) settle(read.tail);
  }
  settle(labelled ?? context.columnRole);
  const distinct = withoutRepeats(units);
  if (context.firstLeads && distinct.every((unit) => unit.role === 'responsible')) {
    return { units: distinct.map((unit, i) => (i === 0 ? { ...unit, role: 'lead' } : unit)), doubts };
  }
  return { units: distinct, doubts };
}

interface PieceReading {
  readonly name: string;
  /** 牵头单位： before the name, holds for what follows. */
  readonly label: UnitRole | null;
  /** A star or （牵头） on this unit alone. */
  readonly own: UnitRole | null;
  /** 牵头 after the name, holds for what precedes. */
  readonly tail: UnitRole | null;
}

function readPiece(piece: UnitPiece): PieceReading {
  let text = joinLines(piece.text).replace(/\s+/g, '');
  if (text.length > LONGEST_NAME) return { name: text, label: null, own: null, tail: null };
  text = text.replace(BRACKET_DUTY, '');
  const label = LABEL.exec(text)?.groups?.label ?? null;
  if (label) text = text.replace(LABEL, '');
  text = text.replace(/^(?:由|请|以)(?=[区市县各])/, '');
  const starred = /^[*＊★※▲△●☆]|[*＊★※▲△●☆]$/.test(text);
  text = text.replace(STAR, '');
  const bracket = BRACKET_ROLE.exec(text)?.groups?.words;
  if (bracket) text = text.replace(BRACKET_ROLE, '');
  const { name, tail } = cutTail(text);
  const own = starred ? 'lead' : bracket ? roleOf(bracket) : null;
  return { name: name.replace(ET_CETERA, '').replace(/[。.]$/, ''), label: label ? roleOf(label) : null, own, tail };
}

function cutTail(text: string): { name: string; tail: UnitRole | null } {
  const bare = BARE_ROLE.exec(text)?.groups?.words;
  if (bare) return { name: '', tail: roleOf(text) };
  const groups = TAIL_ROLE.exec(text)?.groups;
  const name = groups?.name ?? '';
  if (!groups?.words || name.length < 2 || /^各?(?:相关|有关)?$/.test(name)) return { name: text, tail: null };
  // 区推进办, 各相关单位负责公开: what the name ends with is told from what is done by the verb's own place.
  return { name, tail: roleOf(text.slice(name.length)) };
}

function roleOf(words: string): UnitRole {
  if (/牵头|主办|主责|主要负责|第一责任/.test(words)) return 'lead';
  if (/配合|协办|协助|参与|参加|协同|支持|联合/.test(words)) return 'support';
  return 'responsible';
}

function withoutRepeats(units: readonly ReadUnit[]): ReadUnit[] {
  const seen = new Map<string, ReadUnit>();
  for (const unit of units) if (!seen.has(unit.name)) seen.set(unit.name, unit);
  return [...seen.values()];
}
