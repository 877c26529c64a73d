import { isSafeHref } from './node-rules.ts';
import type { Align, Block, Body, Image, ListItem, Mark, Table, TableCell, TableRow, Text } from './nodes.ts';
import { type TableNames, tableNames } from './table-names.ts';

export interface RenderOptions {
  /** Address of a picture's bytes; the default is `/files/<sha256>`. */
  readonly imageAddress?: ((sha256: string) => string) | undefined;
}

/**
 * HTML that is safe by construction: only the tags written in this file, every word and attribute escaped, no style, no handler, addresses
 * from a white list. Takes a checked body; the same body gives the same bytes. Bytes once frozen stay as they are: whoever compares with
 * them asks `rendersAs`.
 */
export function renderBody(body: Body, options: RenderOptions = {}): string {
  return rendered(body, options, tableNames(body));
}

/** Whether the HTML is what this program writes of the body, or wrote before it gave tables names of their own. */
export function rendersAs(body: Body, html: string, options: RenderOptions = {}): boolean {
  return renderBody(body, options) === html || rendered(body, options, new Map()) === html;
}

function rendered(body: Body, options: RenderOptions, names: TableNames): string {
  const imageAddress = options.imageAddress ?? ((sha256: string) => `/files/${sha256}`);
  return body.content
    .map((block) => (block.type === 'table' ? table(block, names, imageAddress) : renderBlock(block, imageAddress)))
    .join('\n');
}

type ImageAddress = (sha256: string) => string;

function renderBlock(block: Exclude<Block, Table>, images: ImageAddress): string {
  switch (block.type) {
    case 'paragraph':
      return `<p${alignClass(block.attrs.align)}>${inline(block.content)}</p>`;
    case 'heading': {
      const tag = HEADINGS[block.attrs.level];
      return `<${tag}${alignClass(block.attrs.align)}>${inline(block.content)}</${tag}>`;
    }
    case 'bulletList':
      return `<ul>${items(block.content, images)}</ul>`;
    case 'orderedList':
      return `<ol${startOf(block.attrs.start)}>${items(block.content, images)}</ol>`;
    case 'blockquote':
      return `<blockquote>${blocks(block.content, images)}</blockquote>`;
    case 'image':
      return image(block, images);
    case 'horizontalRule':
      return '<hr>';
  }
}

const HEADINGS = { 2: 'h2', 3: 'h3', 4: 'h4' } as const;

function blocks(content: readonly Exclude<Block, Table>[], images: ImageAddress): string {
  return content.map((block) => renderBlock(block, images)).join('');
}

function items(content: readonly ListItem[], images: ImageAddress): string {
  return content.map((item) => `<li>${blocks(item.content, images)}</li>`).join('');
}

function startOf(start: number | undefined): string {
  return start === undefined || start === 1 ? '' : ` start="${Math.trunc(start)}"`;
}

function alignClass(align: Align | undefined): string {
  if (align === 'center') return ' class="align-center"';
  return align === 'right' ? ' class="align-right"' : '';
}

/** Wide tables scroll by themselves on a narrow screen, also by keyboard. */
function table(node: Table, names: TableNames, images: ImageAddress): string {
  const rows = node.content.map((row) => tableRow(row, images)).join('');
  const name = escapeHtml(names.get(node.attrs.id) ?? '表格');
  return `<div class="table-scroll" role="region" aria-label="${name}" tabindex="0"><table><tbody>${rows}</tbody></table></div>`;
}

function tableRow(row: TableRow, images: ImageAddress): string {
  const cells = row.content ?? [];
  const scope = cells.every((cell) => cell.type === 'tableHeader') ? 'col' : 'row';
  return `<tr>${cells.map((cell) => tableCell(cell, scope, images)).join('')}</tr>`;
}

function tableCell(cell: TableCell, scope: 'col' | 'row', images: ImageAddress): string {
  const inner = blocks(cell.content, images);
  const spans = `${span('colspan', cell.attrs?.colspan)}${span('rowspan', cell.attrs?.rowspan)}`;
  // A heading without words names nothing, and screen readers stumble over it.
  const named =
    cell.type === 'tableHeader' && cell.content.some((block) => block.type !== 'paragraph' || block.content);
  return named ? `<th scope="${scope}"${spans}>${inner}</th>` : `<td${spans}>${inner}</td>`;
}

function span(name: 'colspan' | 'rowspan', count: number | undefined): string {
  return count === undefined || count === 1 ? '' : ` ${name}="${Math.trunc(count)}"`;
}

function image(node: Image, images: ImageAddress): string {
  return `<figure><img src="${escapeHtml(images(node.attrs.fileSha256))}" alt="${escapeHtml(node.attrs.alt)}" loading="lazy"></figure>`;
}

function inline(content: readonly Text[] | undefined): string {
  return (content ?? []).map(text).join('');
}

const MARK_TAGS = [
  ['underline', 'u'],
  ['italic', 'em'],
  ['bold', 'strong'],
] as const;

function text(node: Text): string {
  let html = escapeHtml(node.text);
  const marks = new Map<string, Mark>((node.marks ?? []).map((mark) => [mark.type, mark]));
  for (const [name, tag] of MARK_TAGS) if (marks.has(name)) html = `<${tag}>${html}</${tag}>`;
  const link = marks.get('link');
  if (link?.type !== 'link' || !isSafeHref(link.attrs.href)) return html;
  const outside = /^https?:/i.test(link.attrs.href) ? ' rel="noopener noreferrer"' : '';
  return `<a href="${escapeHtml(link.attrs.href)}"${outside}>${html}</a>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(words: string): string {
  return words.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
