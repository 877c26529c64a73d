import { Parser } from 'htmlparser2';
import { type DocxNumbering, readNumbering } from '../../../platform/office/docx-numbering.ts';
import { BlockFlow } from './block-flow.ts';
import { unreadable, zipTexts } from './office-zip.ts';
import type { SourceDocument } from './source-document.ts';

/**
 * Reads WordprocessingML itself, because a plan's meaning is in joined cells, automatic numbers and tracked changes
 * (deleted text is out, inserted text is in), which conversions to HTML lose.
 * @throws AppError `plan-unreadable` when the archive is damaged or holds no document
 */
export function readDocx(bytes: Uint8Array): SourceDocument {
  const parts = zipTexts(bytes, (name) => /(?:^|[\\/])(?:document\d*|numbering|styles)\.xml$/i.test(name));
  const main = [...parts.keys()].find((name) => /^word\/document\d*\.xml$/i.test(name));
  const xml = main === undefined ? undefined : parts.get(main);
  if (xml === undefined || xml.trim() === '')
    throw unreadable('这个 Word 文件里没有正文，可能已损坏，请重新保存后再试。');
  const reader = new DocxReader(
    readNumbering(parts.get('word/numbering.xml')),
    styleLists(parts.get('word/styles.xml')),
  );
  const parser = new Parser(reader, { xmlMode: true, decodeEntities: true });
  parser.end(xml);
  return { format: 'docx', blocks: reader.flow.finish() };
}

/** Word itself nests some dozens; the parser's time grows with the square of the depth. */
const DEEPEST = 2000;

interface ListMark {
  readonly list: string;
  readonly level: number;
}

/** Paragraph styles that number by themselves. */
function styleLists(xml: string | undefined): Map<string, ListMark> {
  const marks = new Map<string, ListMark>();
  let style = '';
  let level = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'w:style') style = attributes['w:styleId'] ?? '';
        if (name === 'w:numPr') level = 0;
        if (name === 'w:ilvl') level = Number(attributes['w:val'] ?? 0);
        if (name === 'w:numId') marks.set(style, { list: attributes['w:val'] ?? '0', level });
      },
    },
    { xmlMode: true },
  );
  parser.end(xml ?? '');
  return marks;
}

/** Elements whose content is not part of the text as it stands: deletions, field codes, fallbacks, phonetic guides. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:delText',
  'mc:Fallback',
  'w:rt',
  'w:footnoteReference',
  'w:pPrChange',
  'w:rPrChange',
  'w:tcPrChange',
  'w:trPrChange',
  'w:tblPrChange',
  'w:tblGridChange',
]);

interface ParagraphState {
  text: string;
  list: string | null;
  level: number;
  style: string;
}

class DocxReader {
  readonly flow = new BlockFlow();
  readonly #numbering: DocxNumbering;
  readonly #styles: ReadonlyMap<string, ListMark>;
  readonly #paragraphs: ParagraphState[] = [];
  #outside = 0;
  #inText = false;
  #inRunProperties = false;
  #hidden = false;
  #inRowProperties = false;
  #inParagraphMark = false;
  #rowDeleted = false;
  #span = { columnSpan: 1, continuesAbove: false };
  #cellOpened = true;
  #skip = 0;
  #boxes: string[] = [];
  /** Paragraphs open around each open table: a table may stand in a text box. */
  readonly #outer: number[] = [];
  #depth = 0;

  constructor(numbering: DocxNumbering, styles: ReadonlyMap<string, ListMark>) {
    this.#numbering = numbering;
    this.#styles = styles;
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw unreadable('这个 Word 文件的结构异常（嵌套过深），无法读取，请另存后再试。');
    if (name === 'w:del' && this.#inRowProperties) this.#rowDeleted = true;
    if (LEFT_OUT.has(name)) this.#outside += 1;
    if (this.#outside > 0) return;
    const value = attributes['w:val'] ?? '';
    const paragraph = this.#paragraphs.at(-1);
    if (name === 'w:tbl') this.#openTable();
    else if (name === 'w:tr') this.#openRow();
    else if (name === 'w:trPr') this.#inRowProperties = true;
    else if (name === 'w:gridBefore') this.#skip = Number(value) || 0;
    else if (name === 'w:tc') this.#openCell();
    else if (name === 'w:gridSpan') this.#span.columnSpan = Number(value) || 1;
    else if (name === 'w:vMerge') this.#span.continuesAbove = value !== 'restart';
    else if (name === 'w:p') this.#openParagraph();
    else if (name === 'w:pStyle' && paragraph) paragraph.style = value;
    else if (name === 'w:ilvl' && paragraph) paragraph.level = Number(value) || 0;
    else if (name === 'w:numId' && paragraph) paragraph.list = value;
    else this.#openRun(name, attributes);
  }

  #openRun(name: string, attributes: Record<string, string>): void {
    const paragraph = this.#paragraphs.at(-1);
    if (name === 'w:pPr') this.#inParagraphMark = true;
    else if (name === 'w:r') this.#hidden = false;
    else if (name === 'w:rPr') this.#inRunProperties = true;
    else if (name === 'w:vanish' && this.#inRunProperties && !this.#inParagraphMark) {
      this.#hidden = !/^(?:0|false|off)$/.test(attributes['w:val'] ?? '');
    } else if (name === 'w:t') this.#inText = !this.#hidden;
    else if (!paragraph || this.#inParagraphMark) return;
    else if (name === 'w:tab') paragraph.text += ' ';
    else if (name === 'w:br' || name === 'w:cr') paragraph.text += '\n';
    else if (name === 'w:noBreakHyphen') paragraph.text += '-';
    else if (name === 'w:sym' && /^f0a[a-f]|^f0b[0-6]/i.test(attributes['w:char'] ?? '')) paragraph.text += '★';
  }

  ontext(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (this.#inText && this.#outside === 0 && paragraph) paragraph.text += text;
  }

  onclosetag(name: string): void {
    this.#depth -= 1;
    if (LEFT_OUT.has(name)) {
      this.#outside -= 1;
      return;
    }
    if (this.#outside > 0) return;
    if (name === 'w:t') this.#inText = false;
    else if (name === 'w:rPr') this.#inRunProperties = false;
    else if (name === 'w:pPr') this.#inParagraphMark = false;
    else if (name === 'w:p') this.#closeParagraph();
    else if (name === 'w:trPr') this.#inRowProperties = false;
    else if (name === 'w:tc') {
      this.#beginCell();
      this.flow.closeCell();
    } else if (name === 'w:tr') this.#closeRow();
    else if (name === 'w:tbl') {
      this.#outer.pop();
      this.flow.closeTable();
    }
  }

  #openTable(): void {
    this.#beginCell();
    this.#outer.push(this.#paragraphs.length);
    this.flow.openTable();
  }

  #openRow(): void {
    this.#rowDeleted = false;
    this.#skip = 0;
    this.#rowStarted = false;
  }

  #rowStarted = false;

  #openCell(): void {
    if (!this.#rowStarted) this.flow.openRow(this.#skip);
    this.#rowStarted = true;
    this.#span = { columnSpan: 1, continuesAbove: false };
    this.#cellOpened = false;
  }

  /** Spans are only known after the cell's properties: the cell begins with its first paragraph or table. */
  #beginCell(): void {
    if (this.#cellOpened) return;
    this.#cellOpened = true;
    this.flow.openCell({ ...this.#span, rowSpan: 1 });
  }

  #closeRow(): void {
    if (this.#rowDeleted && this.#rowStarted) this.flow.dropRow();
    this.#rowStarted = true;
    this.#rowDeleted = false;
  }

  #openParagraph(): void {
    this.#beginCell();
    this.#paragraphs.push({ text: '', list: null, level: 0, style: '' });
    this.#inParagraphMark = false;
  }

  /** A paragraph inside another one stands in a text box: it follows the paragraph that the box is anchored to. */
  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (!paragraph) return;
    const text = `${this.#mark(paragraph)}${paragraph.text}`;
    if (this.#paragraphs.length > (this.#outer.at(-1) ?? 0)) {
      this.#boxes.push(text);
      return;
    }
    for (const one of [text, ...this.#boxes]) {
      this.flow.text(one);
      this.flow.endParagraph();
    }
    this.#boxes = [];
  }

  #mark(paragraph: ParagraphState): string {
    const styled = this.#styles.get(paragraph.style);
    const list = paragraph.list ?? styled?.list ?? null;
    if (list === null || list === '0') return '';
    return this.#numbering.next(list, paragraph.list === null ? (styled?.level ?? 0) : paragraph.level);
  }
}
