import type { Findings } from '../opening/findings.ts';
import { type Attributes, attribute, isOn, type XmlVisitor } from './xml-walk.ts';

const CHANGES: Readonly<Record<string, string>> = { ins: '插入', del: '删除', moveFrom: '移走', moveTo: '移入' };
const FORMAT_CHANGE = /^(?:rPr|pPr|tblPr|trPr|tcPr|sectPr|tblGrid|numbering|cellMerge)Change$|^cell(?:Ins|Del)$/;
/** Fields that fetch or run something when the document is opened or updated. */
const ACTIVE_FIELD = /^\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE|MACROBUTTON)\b/i;
/** Half points; smaller letters are specks. */
const SMALLEST_SIZE = 6;
const LONGEST_GAP = 200;

interface Change {
  readonly word: string;
  readonly author: string;
  text: string;
}

/** Reads a part of a Word document: its text, and what is changed, hidden or active in it. */
export class WordReader implements XmlVisitor {
  sawBody = false;
  readonly #place: string;
  readonly #findings: Findings;
  readonly #changes: Change[] = [];
  /** Shading, fills and table styles around the run: white letters on them are seen. */
  readonly #shaded: boolean[] = [];
  #paragraph = 0;
  #formatChanges = 0;
  #inRunProperties = false;
  #inParagraphProperties = false;
  #collecting: 'text' | 'deleted' | 'field' | undefined;
  #hidden: string | undefined;
  #hiddenText = '';
  #field = '';
  #deleted = '';
  #gap = '';
  #cells = 0;

  constructor(place: string, findings: Findings) {
    this.#place = place;
    this.#findings = findings;
  }

  open(name: string, attributes: Attributes): void {
    const word = CHANGES[name];
    if (name === 'body') this.sawBody = true;
    else if (word && !this.#inRunProperties)
      this.#changes.push({ word, author: attribute(attributes, 'author') ?? '', text: '' });
    else if (word || FORMAT_CHANGE.test(name)) this.#formatChanges += 1;
    else if (name === 'p') this.#paragraph += 1;
    else if (name === 'pPr') this.#inParagraphProperties = true;
    else if (name === 'rPr') this.#inRunProperties = true;
    else if (name === 'r') this.#hidden = undefined;
    else if (name === 'tbl' || name === 'tc' || name === 'txbxContent' || name === 'wsp') this.#openFrame(name);
    else if (name === 't') this.#collecting = 'text';
    else if (name === 'delText') this.#collecting = 'deleted';
    else if (name === 'instrText' || name === 'delInstrText') this.#collecting = 'field';
    else if (name === 'fldSimple') this.#judgeField(attribute(attributes, 'instr') ?? '');
    else if (name === 'fldChar') this.#fieldMark(attribute(attributes, 'fldCharType') ?? '');
    else if (name === 'tab') this.#say('\t');
    else if (name === 'br' || name === 'cr') this.#say('\n');
    else this.#property(name, attributes);
  }

  #openFrame(name: string): void {
    if (name === 'tc') this.#cells += 1;
    this.#shaded.push(name !== 'tc');
  }

  #property(name: string, attributes: Attributes): void {
    const value = attribute(attributes, 'val');
    if (name === 'shd' && !/^(?:auto|ffffff)$/i.test(attribute(attributes, 'fill') ?? 'auto')) {
      if (this.#shaded.length > 0) this.#shaded[this.#shaded.length - 1] = true;
      if (this.#hidden === '白色文字') this.#hidden = undefined;
    }
    if (!this.#inRunProperties || this.#inParagraphProperties) return;
    if ((name === 'vanish' || name === 'webHidden') && isOn(value)) this.#hidden = '隐藏文字';
    else if (name === 'color' && /^f{6}$/i.test(value ?? '') && !this.#shaded.includes(true))
      this.#hidden ??= '白色文字';
    else if (name === 'sz' && Number(value) > 0 && Number(value) < SMALLEST_SIZE) this.#hidden ??= '极小的文字';
  }

  text(piece: string): void {
    if (this.#collecting === undefined) return;
    if (this.#collecting === 'field') {
      if (this.#field.length < 1000) this.#field += piece;
      return;
    }
    const change = this.#changes.at(-1);
    if (change && change.text.length < 200) change.text += piece;
    if (this.#collecting === 'deleted' || change?.word === '删除') this.#deleted += piece;
    else this.#say(piece);
    if (this.#hidden) this.#hiddenText += piece;
  }

  close(name: string): void {
    if (name === 'p') this.#part(this.#cells > 0 ? '\r' : '\n');
    else if (name === 'tc') this.#part('\t');
    else if (name === 'tr') this.#part('\n');
    else if (name === 'pPr') this.#inParagraphProperties = false;
    else if (name === 'rPr') this.#inRunProperties = false;
    else if (name === 't' || name === 'delText' || name === 'instrText' || name === 'delInstrText')
      this.#collecting = undefined;
    else if (name === 'r') this.#endRun();
    if (name === 'tbl' || name === 'tc' || name === 'txbxContent' || name === 'wsp') this.#shaded.pop();
    if (CHANGES[name] && !this.#inRunProperties) this.#endChange();
  }

  /** What parts paragraphs and cells is said with what follows, so that the last line end of a cell is no line of its own. */
  #part(sign: string): void {
    if (sign === '\t') this.#cells -= 1;
    const before =
      sign === '\r' || this.#gap.length > LONGEST_GAP
        ? this.#gap
        : this.#gap.replace(sign === '\t' ? /\r+$/ : /\t$/, '');
    if (before.length <= LONGEST_GAP) this.#gap = before + sign;
  }

  #say(piece: string): void {
    this.#findings.text(this.#gap.replaceAll('\r', '\n') + piece);
    this.#gap = '';
  }

  #endRun(): void {
    if (this.#hidden && this.#hiddenText.trim() !== '')
      this.#findings.hidden('invisibleText', `${this.#where()}（${this.#hidden}）`, this.#hiddenText, {
        cleanable: false,
      });
    this.#hidden = undefined;
    this.#hiddenText = '';
  }

  #endChange(): void {
    const change = this.#changes.pop();
    if (!change) return;
    const by = change.author ? `，修订人 ${change.author}` : '';
    this.#findings.hidden('trackedChange', `${this.#where()}（${change.word}${by}）`, change.text);
    const outer = this.#changes.at(-1);
    if (outer) outer.text += change.text;
  }

  #fieldMark(mark: string): void {
    if (mark === 'begin') this.#field = '';
    else if (this.#field !== '') {
      this.#judgeField(this.#field);
      this.#field = '';
    }
  }

  #judgeField(instruction: string): void {
    const kind = ACTIVE_FIELD.exec(instruction)?.[1]?.toUpperCase();
    if (!kind) return;
    const runs = /^(?:DDE|DDEAUTO|MACROBUTTON)$/.test(kind);
    this.#findings.hidden(runs ? 'script' : 'externalLink', `${this.#where()}的域`, instruction, { cleanable: false });
    if (runs && kind !== 'MACROBUTTON')
      this.#findings.problem(
        'active-field',
        '文件含有打开时会启动其他程序的域（DDE），不能上传。请删除该域后再试。',
        true,
      );
  }

  end(): void {
    if (this.#field !== '') this.#judgeField(this.#field);
    if (this.#formatChanges > 0)
      this.#findings.hidden('trackedChange', `${this.#place}（格式修订）`, `共 ${this.#formatChanges} 处`);
    if (this.#deleted !== '') this.#findings.text(`\n${this.#deleted}\n`);
    this.#findings.text('\f');
  }

  #where(): string {
    return `${this.#place}第${Math.max(1, this.#paragraph)}段`;
  }
}
