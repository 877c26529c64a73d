import type { Findings } from '../opening/findings.ts';
import type { CellStyle } from './sheet-styles.ts';
import { type Attributes, walkXml, type XmlVisitor } from './xml-walk.ts';

export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

export interface SheetContext {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
}

export interface ReadCell {
  readonly reference: string;
  /** 1-based. */
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly formula: string;
  readonly style: number;
  readonly rowHidden: boolean;
}

/** Formulas that start programs or fetch something from elsewhere. */
const RUNS = /^\s*[=+-]?\s*(?:'?[A-Za-z]+'?\|'|CALL\(|EXEC\(|REGISTER(?:\.ID)?\()/i;
const FETCHES =
  /\b(?:WEBSERVICE|IMAGE|RTD|FILTERXML)\s*\(|(?:^|[^A-Z])HYPERLINK\s*\(\s*"(?:file:|\\\\)|'?[A-Z]:\\|\\\\[\w.]+\\/i;
const EXCERPT_CELLS = 12;

/** Cells in the order of the file; a hidden row's cells are told as such. */
export class SheetReader implements XmlVisitor {
  readonly hiddenColumns: (readonly [number, number])[] = [];
  readonly #strings: readonly string[];
  readonly #cell: (cell: ReadCell) => void;
  #row = 0;
  #column = 0;
  #rowHidden = false;
  #attributes: Attributes = {};
  #value = '';
  #formula = '';
  #into: 'value' | 'formula' | undefined;

  constructor(strings: readonly string[], cell: (cell: ReadCell) => void) {
    this.#strings = strings;
    this.#cell = cell;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'col' && attributes.hidden === '1')
      this.hiddenColumns.push([Number(attributes.min ?? 0), Number(attributes.max ?? 0)]);
    else if (name === 'row') {
      this.#row = Number(attributes.r ?? this.#row + 1);
      this.#column = 0;
      this.#rowHidden = attributes.hidden === '1' || attributes.hidden === 'true';
    } else if (name === 'c') {
      this.#attributes = attributes;
      this.#value = this.#formula = '';
      this.#column = columnOf(attributes.r) ?? this.#column + 1;
    } else if (name === 'v' || name === 't') this.#into = 'value';
    else if (name === 'f') this.#into = 'formula';
  }

  text(piece: string): void {
    if (this.#into === 'value') this.#value += piece;
    else if (this.#into === 'formula') this.#formula += piece;
  }

  close(name: string): void {
    if (name === 'v' || name === 't' || name === 'f') this.#into = undefined;
    if (name !== 'c') return;
    const text = this.#attributes.t === 's' ? (this.#strings[Number(this.#value)] ?? '') : this.#value;
    if (text === '' && this.#formula === '') return;
    this.#cell({
      reference: this.#attributes.r ?? `${this.#row}行${this.#column}列`,
      row: this.#row,
      column: this.#column,
      text,
      formula: this.#formula,
      style: Number(this.#attributes.s ?? 0),
      rowHidden: this.#rowHidden,
    });
  }
}

export function inspectSheet(xml: string, sheet: SheetEntry, context: SheetContext, findings: Findings): void {
  const place = `工作表“${sheet.name}”`;
  const hiddenRows = new Map<number, string[]>();
  const hiddenColumns = new Map<number, string[]>();
  const first: string[] = [];
  let row = 0;
  const reader = new SheetReader(context.strings, (cell) => {
    findings.text(`${cell.row === row ? '\t' : '\n'}${cell.text}`);
    row = cell.row;
    keep(first, cell.text);
    if (cell.rowHidden) keep(listAt(hiddenRows, cell.row), cell.text);
    else if (reader.hiddenColumns.some(([from, to]) => cell.column >= from && cell.column <= to))
      keep(listAt(hiddenColumns, cell.column), cell.text);
    if (context.styles[cell.style]?.unseen && cell.text.trim() !== '')
      findings.hidden('invisibleText', `${place}${cell.reference}`, cell.text, { cleanable: false });
    judgeFormula(cell, `${place}${cell.reference}`, findings);
  });
  walkXml(xml, reader);
  findings.text('\f');
  if (sheet.hidden) findings.hidden('hiddenSheet', place, first.join(' '), { cleanable: false });
  for (const [number, texts] of hiddenRows)
    findings.hidden('hiddenRow', `${place}第${number}行`, texts.join(' '), { cleanable: false });
  for (const [number, texts] of hiddenColumns)
    findings.hidden('hiddenColumn', `${place}第${columnName(number)}列`, texts.join(' '), { cleanable: false });
}

function judgeFormula({ formula, text }: ReadCell, place: string, findings: Findings): void {
  if (RUNS.test(formula) || /^[=+@-].{0,10}\|'/.test(text)) {
    findings.hidden('script', place, formula || text, { cleanable: false });
    findings.problem('active-formula', '表格含有会启动其他程序的公式（DDE），不能上传。请删除该公式后再试。', true);
  } else if (FETCHES.test(formula)) findings.hidden('externalLink', place, formula, { cleanable: false });
}

function listAt(map: Map<number, string[]>, key: number): string[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}

function keep(list: string[], text: string): void {
  if (list.length < EXCERPT_CELLS && text !== '') list.push(text.slice(0, 80));
}

function columnOf(reference: string | undefined): number | undefined {
  const letters = /^\$?([A-Z]{1,3})\$?\d/.exec(reference ?? '')?.[1];
  if (!letters) return undefined;
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}

export function columnName(column: number): string {
  const rest = (column - 1) % 26;
  return `${column > 26 ? columnName((column - 1 - rest) / 26) : ''}${String.fromCharCode(65 + rest)}`;
}
