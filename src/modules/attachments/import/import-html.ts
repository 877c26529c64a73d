import { Parser } from 'htmlparser2';
import type { Mark, Text } from '../../../kernel/document-body.ts';
import type { JudgedFile } from '../opening/judge-kind.ts';
import { refusal } from '../opening/refusal.ts';
import { decodeHtml } from '../text/decode-html.ts';
import type { BodyBuilder } from './body-builder.ts';
import { guessHeading } from './heading-guess.ts';
import { type ImportedImage, takeImage } from './import-docx.ts';

const UNSEEN = new Set(
  'script style noscript template head svg math select textarea object iframe nav button video audio canvas'.split(' '),
);
const VOID = new Set(['br', 'img', 'input', 'hr', 'meta', 'link', 'col', 'source', 'wbr', 'area', 'base', 'embed']);
const BREAKS = new Set(
  'p div section article header footer main aside dl dt dd pre center form fieldset address figure figcaption caption body'.split(
    ' ',
  ),
);
const MARKS: Readonly<Record<string, Exclude<Mark['type'], 'link'>>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
};
/** Real pages nest some hundreds; the parser's time grows with the square of the depth. */
const DEEPEST = 2000;

/** A web page's words, lists, tables and pictures; nothing of its scripts and styles. */
export function importHtml({ bytes }: JudgedFile, body: BodyBuilder): ImportedImage[] {
  const html = decodeHtml(bytes);
  if (html === undefined) throw refusal('no-text', '网页文件的文字编码无法识别，请用浏览器另存为 UTF-8 网页后再试。');
  const reader = new HtmlReader(body);
  new Parser(reader, { decodeEntities: true, lowerCaseTags: true }).end(html);
  reader.finish();
  return reader.images;
}

class HtmlReader {
  readonly images: ImportedImage[] = [];
  readonly #body: BodyBuilder;
  readonly #unseen: string[] = [];
  readonly #lists: { ordered: boolean; start: number }[] = [];
  readonly #marks: Mark[] = [];
  readonly #spans: { columnSpan: number; rowSpan: number }[] = [];
  #runs: Text[] = [];
  #level: 2 | 3 | 4 | undefined;
  #align: 'center' | 'right' | undefined;
  #itemOpen = false;
  #depth = 0;

  constructor(body: BodyBuilder) {
    this.#body = body;
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw refusal('too-deep', '这个网页的结构异常（嵌套过深），无法读取，请另存后再试。');
    if (this.#unseen.length > 0) {
      if (this.#unseen.at(-1) === name) this.#unseen.push(name);
      return;
    }
    const hidden = isHidden(attributes) && !VOID.has(name);
    if (hidden) this.#body.doubt('网页里隐藏的内容没有导入。', '全文');
    if (UNSEEN.has(name) || hidden) this.#unseen.push(name);
    else this.#open(name, attributes);
  }

  #open(name: string, attributes: Record<string, string>): void {
    const mark = MARKS[name];
    if (mark) this.#marks.push({ type: mark });
    else if (name === 'a') this.#marks.push({ type: 'link', attrs: { href: attributes.href ?? '' } });
    else if (name === 'br') this.#endParagraph(true);
    else if (name === 'hr') this.#rule();
    else if (name === 'img') this.#image(attributes);
    else if (/^h[1-6]$/.test(name)) {
      this.#endParagraph();
      this.#level = ([2, 2, 3, 4, 4, 4] as const)[Number(name[1]) - 1] ?? 4;
      this.#align = alignOf(attributes);
    } else if (name === 'ul' || name === 'ol') {
      this.#endParagraph();
      this.#lists.push({ ordered: name === 'ol', start: Number.parseInt(attributes.start ?? '1', 10) || 1 });
    } else if (name === 'li') {
      this.#endParagraph();
      this.#itemOpen = true;
    } else if (/^(?:table|tr|td|th)$/.test(name)) this.#openTable(name, attributes);
    else if (BREAKS.has(name)) {
      this.#endParagraph();
      this.#align = alignOf(attributes) ?? (name === 'center' ? 'center' : undefined);
    }
  }

  #openTable(name: string, attributes: Record<string, string>): void {
    this.#endParagraph();
    if (name === 'table') this.#body.openTable();
    else if (name === 'tr') this.#body.openRow();
    else {
      this.#spans.push({ columnSpan: span(attributes.colspan), rowSpan: span(attributes.rowspan) });
      this.#body.openCell();
    }
  }

  ontext(text: string): void {
    if (this.#unseen.length > 0) return;
    this.#runs.push({ type: 'text', text, ...(this.#marks.length > 0 ? { marks: distinct(this.#marks) } : {}) });
  }

  onclosetag(name: string): void {
    this.#depth -= 1;
    if (this.#unseen.length > 0) {
      if (this.#unseen.at(-1) === name) this.#unseen.pop();
      return;
    }
    if (MARKS[name] || name === 'a') this.#marks.pop();
    else if (name === 'td' || name === 'th') {
      this.#endParagraph();
      this.#body.closeCell(this.#spans.pop() ?? {});
    } else if (name === 'table') {
      this.#endParagraph();
      this.#body.closeTable();
    } else if (name === 'ul' || name === 'ol') {
      this.#endParagraph();
      this.#lists.pop();
    } else if (/^h[1-6]$/.test(name) || name === 'li' || BREAKS.has(name)) this.#endParagraph();
  }

  #endParagraph(goesOn = false): void {
    const runs = this.#runs.splice(0);
    const words = runs
      .map((run) => run.text)
      .join('')
      .replace(/\s+/g, ' ')
      .trim();
    if (words !== '') {
      const list = this.#itemOpen ? this.#lists.at(-1) : undefined;
      this.#itemOpen = false;
      this.#body.paragraph({
        runs,
        level: this.#level ?? (list ? undefined : guessHeading(words)),
        align: this.#align,
        list: list && { ...list, depth: this.#lists.length - 1 },
      });
    }
    if (goesOn) return;
    this.#level = undefined;
    this.#align = undefined;
  }

  #rule(): void {
    this.#endParagraph();
    this.#body.rule();
  }

  /** Pictures within the page alone: nothing is fetched. */
  #image(attributes: Record<string, string>): void {
    const data = /^data:image\/(?:png|jpe?g|gif|webp);base64,([\w+/=\s]+)$/i.exec(attributes.src ?? '')?.[1];
    const image = data === undefined ? undefined : takeImage(Buffer.from(data, 'base64'));
    if (!image) {
      this.#body.doubt('网页引用的图片没有导入，请把图片保存后插入。', '全文');
      return;
    }
    this.#endParagraph();
    if (!this.images.some((one) => one.sha256 === image.sha256)) this.images.push(image);
    this.#body.image(image.sha256, attributes.alt ?? '');
  }

  finish(): void {
    this.#endParagraph();
  }
}

function distinct(marks: readonly Mark[]): Mark[] {
  return [...new Map(marks.map((mark) => [mark.type, mark])).values()];
}

function isHidden(attributes: Record<string, string>): boolean {
  return 'hidden' in attributes || /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes.style ?? '');
}

function alignOf(attributes: Record<string, string>): 'center' | 'right' | undefined {
  const word = /text-align\s*:\s*(center|right)/i.exec(attributes.style ?? '')?.[1] ?? attributes.align ?? '';
  return /^center$/i.test(word) ? 'center' : /^right$/i.test(word) ? 'right' : undefined;
}

function span(value: string | undefined): number {
  const number = Number.parseInt(value ?? '1', 10);
  return Number.isFinite(number) && number > 0 ? number : 1;
}
