import { Parser } from 'htmlparser2';
import { BlockFlow } from './block-flow.ts';
import { unreadable } from './office-zip.ts';
import type { SourceBlock, SourceDocument } from './source-document.ts';
import { decodeText } from './txt-decode.ts';

const UNSEEN: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'svg',
  'select',
  'textarea',
  'object',
  'iframe',
  'nav',
]);
const BLOCKS: ReadonlySet<string> = new Set(
  'p div section article header footer main aside h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote pre hr center form fieldset address figure figcaption tbody thead tfoot caption'.split(
    ' ',
  ),
);

/**
 * Reads a web page of a plan; layout tables dissolve, page furniture stays as paragraphs that understanding passes over.
 * @throws AppError `plan-unreadable` when the bytes are no text
 */
export function readHtml(bytes: Uint8Array): SourceDocument {
  const html = decodeHtml(bytes);
  if (html === undefined) throw unreadable('网页文件的文字编码无法识别，请用浏览器另存为 UTF-8 网页后再试。');
  const reader = new HtmlReader();
  new Parser(reader, { decodeEntities: true, lowerCaseTags: true }).end(html);
  const blocks = reader.flow.finish();
  const title: SourceBlock[] =
    reader.title.trim() === '' ? [] : [{ kind: 'paragraph', text: pageTitle(reader.title), place: {} }];
  return { format: 'html', blocks: [...blocks, ...title] };
}

/** Gov pages append the site's name: 标题_某某区人民政府. It comes last, as the weakest witness of the title. */
function pageTitle(title: string): string {
  return title.trim().split(/[_|]|\s+-+\s+/)[0] ?? '';
}

function decodeHtml(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const declared = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  const byContent = decodeText(bytes);
  if (declared === undefined || /^(?:utf-?8|utf-?16.*)$/.test(declared))
    return byContent ?? lenient(bytes, declared ?? 'utf-8');
  // A page declared as GBK may have been saved again as UTF-8: strict UTF-8 that decodes is UTF-8.
  const strict = decodes(bytes, 'utf-8');
  return strict ?? byContent ?? lenient(bytes, /^gb/.test(declared) ? 'gb18030' : declared);
}

function decodes(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function lenient(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const text = new TextDecoder(encoding).decode(bytes);
    const broken = text.split('\ufffd').length - 1;
    return broken <= text.length / 100 ? text : undefined;
  } catch {
    return undefined;
  }
}

class HtmlReader {
  readonly flow = new BlockFlow();
  title = '';
  #inTitle = false;
  #depth = 0;
  /** Names of open elements that are not shown, so that each is closed by its own end. */
  readonly #unseen: string[] = [];

  onopentag(name: string, attributes: Record<string, string>): void {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw unreadable('这个网页的结构异常（嵌套过深），无法读取，请另存后再试。');
    if (name === 'title') this.#inTitle = true;
    const hidden = isHidden(attributes) && !VOID.has(name);
    if (this.#unseen.length > 0) {
      if (this.#unseen.at(-1) === name) this.#unseen.push(name);
      return;
    }
    if (UNSEEN.has(name) || hidden) {
      this.#unseen.push(name);
      return;
    }
    if (name === 'br') this.flow.text('\n');
    else if (name === 'table') this.flow.openTable();
    else if (name === 'tr') this.flow.openRow();
    else if (name === 'td' || name === 'th')
      this.flow.openCell({ columnSpan: span(attributes.colspan), rowSpan: rows(attributes.rowspan) });
    else if (BLOCKS.has(name)) this.flow.endParagraph();
  }

  ontext(text: string): void {
    if (this.#inTitle) this.title += text;
    else if (this.#unseen.length === 0) this.flow.text(text.replace(/[ \t\r\n\f]+/g, ' '));
  }

  onclosetag(name: string): void {
    this.#depth -= 1;
    if (name === 'title') this.#inTitle = false;
    if (this.#unseen.length > 0) {
      if (this.#unseen.at(-1) === name) this.#unseen.pop();
      return;
    }
    if (name === 'table') this.flow.closeTable();
    else if (name === 'td' || name === 'th') this.flow.closeCell();
    else if (BLOCKS.has(name)) this.flow.endParagraph();
  }
}

const VOID: ReadonlySet<string> = new Set(['br', 'img', 'input', 'hr', 'meta', 'link', 'col']);
const MOST_ROWS = 100_000;
/** Pages with unclosed tags nest some thousands; the parser's time grows with the square of the depth. */
const DEEPEST = 10_000;

function isHidden(attributes: Record<string, string>): boolean {
  return 'hidden' in attributes || /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes.style ?? '');
}

function span(value: string | undefined): number {
  const number = Number.parseInt(value ?? '1', 10);
  return Number.isFinite(number) && number > 0 ? number : 1;
}

/** rowspan=0 means "to the end of the table". */
function rows(value: string | undefined): number {
  const number = Number.parseInt(value ?? '1', 10);
  return number === 0 ? MOST_ROWS : span(value);
}
