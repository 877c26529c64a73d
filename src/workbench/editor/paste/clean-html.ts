import { type ChildNode, type Element, isTag, isText } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { type ListLine, nestLists, wordListLine } from './word-lists.ts';

/**
 * HTML as Word, WPS, browsers and mail programs put it on the clipboard → the few tags that the editor reads. Nothing of it ever
 * reaches the page: it is read as text, and every tag and attribute that comes out is written here.
 */
export function cleanHtml(html: string): string {
  const between = /<!--StartFragment-->([\s\S]*?)<!--EndFragment-->/.exec(html);
  return inside(parseDocument(between?.[1] ?? html).children);
}

const DROPPED: ReadonlySet<string> = new Set(
  'o:p style script head meta link title xml iframe object embed svg math template noscript form input button select textarea audio video'.split(
    ' ',
  ),
);
const BLOCKS: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li blockquote table tbody thead tfoot tr td th hr div section article'.split(' '),
);
const KEPT: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li blockquote table tbody tr td th hr strong em u'.split(' '),
);
const RENAMED: Readonly<Record<string, string>> = {
  b: 'strong',
  i: 'em',
  ins: 'u',
  div: 'p',
  section: 'p',
  article: 'p',
  thead: 'tbody',
  tfoot: 'tbody',
};

/** Children one after the other, with Word's list paragraphs put together into lists. */
function inside(nodes: readonly ChildNode[]): string {
  let html = '';
  let lines: ListLine[] = [];
  const flush = (): void => {
    html += nestLists(lines);
    lines = [];
  };
  for (const node of nodes) {
    const line = isTag(node) ? wordListLine(node, inside) : undefined;
    if (line) {
      lines.push(line);
      continue;
    }
    const next = clean(node);
    if (next.trim() !== '') flush();
    html += next;
  }
  flush();
  return html;
}

function clean(node: ChildNode): string {
  if (isText(node)) return escapeText(node.data.replace(/[\r\n\t ]+/g, ' '));
  // Comments hold Word's conditional parts: instructions for other programs, never words.
  if (
    !isTag(node) ||
    DROPPED.has(node.name) ||
    /(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all)/i.test(styleOf(node))
  )
    return '';
  if (node.name === 'br') return isAloneInBlock(node) ? '' : '</p><p>';
  if (node.name === 'img') return image(node);
  if (node.name === 'a') return link(node);
  return element(node);
}

function element(node: Element): string {
  const name =
    node.name === 'p' && /^MsoTitle/i.test(node.attribs.class ?? '') ? 'h2' : (RENAMED[node.name] ?? node.name);
  const words = withMarks(node, inside(node.children));
  if (!KEPT.has(name)) return words;
  // A division around blocks is no paragraph of its own.
  if (name === 'p' && node.children.some((child) => isTag(child) && BLOCKS.has(child.name))) return words;
  if (name === 'hr') return '<hr>';
  if (name === 'p' && words.replace(/<[^>]*>|&nbsp;|[\s\u00a0]/g, '') === '' && !words.includes('<img')) return '';
  return `<${name}${attributes(node, name)}>${words}</${name}>`;
}

function withMarks(node: Element, words: string): string {
  if (BLOCKS.has(node.name) || words.trim() === '') return words;
  const style = styleOf(node);
  let html = words;
  if (/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)) html = `<strong>${html}</strong>`;
  if (/font-style\s*:\s*italic/i.test(style)) html = `<em>${html}</em>`;
  if (/text-decoration[^;]*underline/i.test(style)) html = `<u>${html}</u>`;
  return html;
}

function attributes(node: Element, name: string): string {
  if (name === 'td' || name === 'th') return number(node, 'colspan') + number(node, 'rowspan');
  if (name === 'ol') return number(node, 'start');
  if (name !== 'p' && !/^h\d$/.test(name)) return '';
  const align = (/text-align\s*:\s*(center|right)/i.exec(styleOf(node))?.[1] ?? node.attribs.align ?? '').toLowerCase();
  return align === 'center' || align === 'right' ? ` align="${align}"` : '';
}

function number(node: Element, name: string): string {
  const value = node.attribs[name] ?? '';
  return /^\d{1,5}$/.test(value) ? ` ${name}="${Number(value)}"` : '';
}

/** Pictures of our own keep their place; others lie on the writer's disk or elsewhere on the web and are uploaded by hand. */
function image(node: Element): string {
  const sha256 = node.attribs['data-sha256'] ?? '';
  return /^[0-9a-f]{64}$/.test(sha256)
    ? `<img data-sha256="${sha256}" alt="${escapeText(node.attribs.alt ?? '')}">`
    : '';
}

function link(node: Element): string {
  const words = inside(node.children);
  const href = (node.attribs.href ?? '').trim();
  // Word marks places of its own with links without an address.
  return /^(?:https?:|mailto:|\/(?!\/))/i.test(href) ? `<a href="${escapeText(href)}">${words}</a>` : words;
}

function isAloneInBlock(node: Element): boolean {
  return !node.next && (!node.prev || (isText(node.prev) && node.prev.data.trim() === ''));
}

function styleOf(node: Element): string {
  return node.attribs.style ?? '';
}

function escapeText(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
