import type { Mark } from '../../../kernel/document-body.ts';
import type { DocxNumbering } from '../../../platform/office/docx-numbering.ts';
import { type Attributes, attribute, isOn, type XmlVisitor } from '../office/xml-walk.ts';
import type { BodyBuilder, NewParagraph } from './body-builder.ts';
import { DocxFields } from './docx-fields.ts';
import { DocxParagraph } from './docx-paragraph.ts';
import type { ParagraphStyle } from './docx-styles.ts';
import { guessHeading } from './heading-guess.ts';

export interface DocxParts {
  readonly numbering: DocxNumbering;
  readonly style: (id: string) => ParagraphStyle;
  readonly link: (relation: string) => string | undefined;
  /** Takes a picture in and gives its hash; undefined when it cannot be shown. */
  readonly picture: (relation: string) => string | undefined;
}

/** Elements whose content is not part of the text as it stands. */
const LEFT_OUT = new Set([
  'del',
  'moveFrom',
  'delText',
  'Fallback',
  'rt',
  'pPrChange',
  'rPrChange',
  'tcPrChange',
  'trPrChange',
  'tblPrChange',
  'sectPrChange',
]);
const LOST: Readonly<Record<string, string>> = {
  object: '嵌入的对象（如 Excel 表、公式）没有导入，请改为文字、表格或图片。',
  chart: '图表没有导入，请另存为图片后插入，并写明图中数据。',
  relIds: '智能图形没有导入，请改为文字或图片。',
  altChunk: '引用的外部文档片段没有导入，请把内容复制到正文。',
  oMath: '公式按普通文字导入，请核对。',
};

/** Turns WordprocessingML into blocks: insertions in, deletions out, automatic numbers written where HTML cannot number so. */
export class DocxReader implements XmlVisitor {
  readonly #parts: DocxParts;
  readonly #body: BodyBuilder;
  readonly #paragraphs: DocxParagraph[] = [];
  readonly #boxes: DocxParagraph[] = [];
  readonly #fields = new DocxFields();
  readonly #links: (string | undefined)[] = [];
  readonly #notes: string[] = [];
  #outside = 0;
  #boxDepth = 0;
  #inText = false;
  #inRunProperties = false;
  #inParagraphProperties = false;
  #run = { bold: false, italic: false, underline: false, hidden: false };
  #spans = { columnSpan: 1, continuesAbove: false };
  #rowOpen = false;
  #alt = '';
  #sawHidden = false;

  constructor(parts: DocxParts, body: BodyBuilder) {
    this.#parts = parts;
    this.#body = body;
  }

  /** Ids of the notes in the order in which the text calls them. */
  get notes(): readonly string[] {
    return this.#notes;
  }

  open(name: string, attributes: Attributes): void {
    if (LEFT_OUT.has(name) && !(name === 'del' && this.#inRunProperties)) this.#outside += 1;
    if (this.#outside > 0) return;
    const value = attribute(attributes, 'val');
    if (LOST[name]) this.#body.doubt(LOST[name] ?? '', this.#where(), this.#body.lastId);
    if (name === 'tbl') this.#openTable();
    else if (name === 'tr') this.#rowOpen = false;
    else if (name === 'tblHeader' && isOn(value)) this.#openRow(true);
    else if (name === 'tc') this.#openCell();
    else if (name === 'gridSpan') this.#spans.columnSpan = Number(value) || 1;
    else if (name === 'vMerge') this.#spans.continuesAbove = value !== 'restart';
    else if (name === 'p') this.#paragraphs.push(new DocxParagraph());
    else if (name === 'pPr') this.#inParagraphProperties = true;
    else if (name === 'txbxContent') this.#boxDepth += 1;
    else if (this.#inParagraphProperties) this.#paragraphProperty(name, value);
    else this.#openRun(name, attributes, value);
  }

  #paragraphProperty(name: string, value: string | undefined): void {
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph || this.#inRunProperties) return;
    if (name === 'pStyle') paragraph.style = value ?? '';
    else if (name === 'jc') paragraph.align = value;
    else if (name === 'outlineLvl') paragraph.outline = Number(value);
    else if (name === 'numId') paragraph.list = value;
    else if (name === 'ilvl') paragraph.listLevel = Number(value) || 0;
    else if (name === 'rPr') this.#inRunProperties = true;
  }

  #openRun(name: string, attributes: Attributes, value: string | undefined): void {
    const paragraph = this.#paragraphs.at(-1);
    if (name === 'r') this.#run = { bold: false, italic: false, underline: false, hidden: false };
    else if (name === 'rPr') this.#inRunProperties = true;
    else if (this.#inRunProperties) this.#runProperty(name, value);
    else if (name === 't') this.#inText = true;
    else if (name === 'instrText') this.#fields.reading = true;
    else if (name === 'fldChar') this.#fields.mark(attribute(attributes, 'fldCharType') ?? '');
    else if (name === 'hyperlink') this.#links.push(this.#parts.link(attribute(attributes, 'id') ?? ''));
    else if (name === 'tab') paragraph?.add(' ', this.#marks());
    else if (name === 'br' || name === 'cr') {
      if (attribute(attributes, 'type') !== 'page') paragraph?.break();
    } else if (name === 'noBreakHyphen') paragraph?.add('-', this.#marks());
    else if (name === 'docPr') this.#alt = attribute(attributes, 'descr') ?? '';
    else if (name === 'blip' || name === 'imagedata')
      this.#image(attribute(attributes, 'embed') ?? attribute(attributes, 'id'));
    else if (name === 'footnoteReference' || name === 'endnoteReference')
      this.#note(name, attribute(attributes, 'id') ?? '');
    else if (name === 'sym') this.#body.doubt('有特殊符号没有导入，请核对并补上。', this.#where(), this.#body.lastId);
  }

  #runProperty(name: string, value: string | undefined): void {
    if (name === 'b') this.#run.bold = isOn(value);
    else if (name === 'i') this.#run.italic = isOn(value);
    else if (name === 'u') this.#run.underline = value !== undefined && value !== 'none';
    else if (name === 'vanish') this.#run.hidden = isOn(value);
  }

  text(piece: string): void {
    if (this.#outside > 0) return;
    if (this.#fields.reading) this.#fields.instruction(piece);
    else if (this.#inText && this.#run.hidden) this.#sawHidden = true;
    else if (this.#inText) this.#paragraphs.at(-1)?.add(piece, this.#marks());
  }

  close(name: string): void {
    if (LEFT_OUT.has(name) && !(name === 'del' && this.#inRunProperties)) {
      this.#outside -= 1;
      return;
    }
    if (this.#outside > 0) return;
    if (name === 't') this.#inText = false;
    else if (name === 'instrText') this.#fields.reading = false;
    else if (name === 'rPr') this.#inRunProperties = false;
    else if (name === 'pPr') this.#inParagraphProperties = false;
    else if (name === 'hyperlink') this.#links.pop();
    else if (name === 'txbxContent') this.#boxDepth -= 1;
    else if (name === 'p') this.#closeParagraph();
    else if (name === 'tc') this.#body.closeCell(this.#spans);
    else if (name === 'tbl') this.#body.closeTable();
  }

  #openTable(): void {
    this.#body.openTable();
  }

  #openRow(header: boolean): void {
    if (!this.#rowOpen) this.#body.openRow(header);
    this.#rowOpen = true;
  }

  #openCell(): void {
    this.#openRow(false);
    this.#spans = { columnSpan: 1, continuesAbove: false };
    this.#body.openCell();
  }

  /** A text box stands in a paragraph; its own paragraphs follow it. */
  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (!paragraph) return;
    if (this.#boxDepth > 0) {
      this.#boxes.push(paragraph);
      return;
    }
    this.#write(paragraph);
    if (this.#boxes.some((box) => box.lines.flat().length > 0))
      this.#body.doubt('文本框里的文字已按顺序放入正文，位置可能不对，请核对。', this.#where(), this.#body.lastId);
    for (const box of this.#boxes.splice(0)) this.#write(box);
  }

  #write(paragraph: DocxParagraph): void {
    const style = this.#parts.style(paragraph.style);
    const shared = this.#shape(paragraph, style);
    for (const [index, runs] of paragraph.lines.entries()) {
      const label = index === 0 ? shared.label : '';
      const whole = label === '' ? runs : [{ type: 'text' as const, text: label }, ...runs];
      const words = whole
        .map((run) => run.text)
        .join('')
        .trim();
      const level = shared.level ?? (shared.list ? undefined : guessHeading(words));
      this.#body.paragraph({
        runs: words === label ? [] : whole,
        level,
        align: shared.align,
        list: index === 0 ? shared.list : undefined,
      });
    }
    for (const { relation, alt } of paragraph.images) this.#picture(relation, alt);
  }

  #shape(paragraph: DocxParagraph, style: ParagraphStyle): Omit<NewParagraph, 'runs'> & { label: string } {
    const outline = paragraph.outline ?? style.outline;
    const level = outline === undefined || outline > 8 ? undefined : (([2, 3, 4] as const)[Math.min(outline, 2)] ?? 4);
    const jc = paragraph.align ?? style.align;
    const align =
      jc === 'center' ? ('center' as const) : jc === 'right' || jc === 'end' ? ('right' as const) : undefined;
    const id = paragraph.list ?? style.list;
    const depth = paragraph.list === undefined ? style.listLevel : paragraph.listLevel;
    const rule = id === undefined || id === '0' ? undefined : this.#parts.numbering.level(id, depth);
    if (id === undefined || !rule || rule.format === 'none') return { level, align, label: '' };
    const label = this.#parts.numbering.next(id, depth);
    if (rule.format === 'bullet' && level === undefined)
      return { align, label: '', list: { ordered: false, depth, start: 1 } };
    const plain = rule.format === 'decimal' && /^%\d[.．]$/.test(rule.text);
    if (plain && level === undefined && !this.#body.inTable)
      return { align, label: '', list: { ordered: true, depth, start: Number.parseInt(label, 10) || 1 } };
    return { level, align, label };
  }

  #marks(): Mark[] {
    const marks: Mark[] = [];
    if (this.#run.bold) marks.push({ type: 'bold' });
    if (this.#run.italic) marks.push({ type: 'italic' });
    const href = this.#links.at(-1) ?? this.#fields.link;
    // Word underlines links by itself.
    if (this.#run.underline && !href) marks.push({ type: 'underline' });
    if (href) marks.push({ type: 'link', attrs: { href } });
    return marks;
  }

  #image(relation: string | undefined): void {
    if (relation !== undefined) this.#paragraphs.at(-1)?.images.push({ relation, alt: this.#alt });
    this.#alt = '';
  }

  #picture(relation: string, alt: string): void {
    const hash = this.#parts.picture(relation);
    if (hash === undefined) {
      this.#body.doubt(
        '有一张图片的格式不能在网页上显示，没有导入。请另存为 PNG 或 JPEG 后插入。',
        this.#where(),
        this.#body.lastId,
      );
      return;
    }
    this.#body.image(hash, alt);
    if (alt.trim() === '') this.#body.doubt('图片缺少文字说明，公开前须填写。', this.#where(), this.#body.lastId);
  }

  #note(kind: string, id: string): void {
    this.#notes.push(`${kind.replace('Reference', '')} ${id}`);
    this.#paragraphs.at(-1)?.add(`〔注${this.#notes.length}〕`, []);
  }

  #where(): string {
    return this.#body.inTable ? '表格内' : '正文';
  }

  end(): void {
    for (const paragraph of this.#paragraphs.splice(0).reverse()) this.#write(paragraph);
    if (this.#sawHidden) this.#body.doubt('隐藏的文字没有导入。', '正文');
  }
}
