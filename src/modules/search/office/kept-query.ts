import { findingNames, findPersonalData, isPersonName, isSurname } from '../../redaction/index.ts';
import { fold } from '../words/fold.ts';
import type { Piece, Segmenter } from '../words/segmenter.ts';
import { isStopWord } from '../words/stop-words.ts';

/** What may be kept of something that somebody looked for: people type their own names, numbers and homes. */
export interface KeptQuery {
  /** Folded; personal data that is found for sure gives way to what it was, for example 【身份证号】. */
  readonly text: string;
  /** It holds something that may be a person or a home, which no rule can settle. */
  readonly isUnclear: boolean;
  /** Words that are names of persons unless the public documents know them. */
  readonly perhapsNames: readonly string[];
}

const LABELLED = /【[^】]*】/gu;
const MAIL = /[^\s@【】]+@[^\s@【】]+/gu;
/** Whatever they are, so many digits say who or where, and nothing about what is looked for. */
const DIGITS = /\d{7,}x?|\d(?:[ -]?\d){10,}x?/gu;
/** 翠竹路88弄12号, 春晖苑3栋; never 〔2026〕3号 or 地铁3号线. */
const DOOR =
  /[路街道巷弄村苑园区里坊城庭府号栋幢座]\s*[\d一二三四五六七八九十百]+\s*(?:号(?!线)|弄|室|栋|幢|座|单元|-\d)|\d+\s*(?:室|单元)/u;
const LONGEST_LATIN = 4;

export function keptQuery(written: string, segmenter: Pick<Segmenter, 'cut' | 'isPersonsName'>): KeptQuery {
  const text = withoutPersonalData(fold(written));
  const parts = text.split(LABELLED).map((part) => ({ part, pieces: segmenter.cut(part) }));
  const pieces = parts.map((one) => one.pieces);
  return {
    text,
    isUnclear: DOOR.test(text) || pieces.some(hasUnclear) || parts.some(isNameApart),
    perhapsNames: pieces.flat().flatMap((piece) => (mayName(piece, segmenter) ? [piece.text] : [])),
  };
}

function withoutPersonalData(text: string): string {
  let kept = '';
  let from = 0;
  for (const { type, start, end } of findPersonalData(text)) {
    kept += `${text.slice(from, start)}【${findingNames[type]}】`;
    from = end;
  }
  return (kept + text.slice(from)).replace(MAIL, `【${findingNames.email}】`).replace(DIGITS, '【长数字】');
}

/** 买买提·艾力: names that no dictionary has fall apart. */
function isNameApart({ part, pieces }: { readonly part: string; readonly pieces: readonly Piece[] }): boolean {
  return isPersonName(part.trim()) && pieces.some((piece) => piece.kind === 'single');
}

function mayName({ text, kind }: Piece, segmenter: Pick<Segmenter, 'isPersonsName'>): boolean {
  return kind === 'word' && (isSurname(text) || segmenter.isPersonsName(text));
}

function hasUnclear(pieces: readonly Piece[]): boolean {
  return pieces.some((piece, index) => isUnclearLatin(piece) || beginsName(piece, pieces[index + 1]));
}

/** zhangsan; not 5g, app, 2026. */
function isUnclearLatin({ text, kind }: Piece): boolean {
  return kind === 'latin' && !/^\d+$/.test(text) && text.length > LONGEST_LATIN;
}

/** 王|芳, 王|建国: a surname that belongs to no word, and something after it. */
function beginsName(piece: Piece, next: Piece | undefined): boolean {
  if (piece.kind !== 'single' || !isSurname(piece.text) || !next || isStopWord(next.text)) return false;
  const adjacent = piece.start + piece.text.length === next.start;
  return next.kind === 'single' || (next.kind === 'word' && adjacent);
}
