import { type ChildNode, type Element, isTag, isText } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import type { PdfNode, Run, TextNode } from './pdf-nodes.ts';
import { tableNode } from './table-node.ts';

export interface BodyContext {
  /** Of the site, without slash at the end: links inside become whole addresses. */
  readonly origin: string;
  /** By SHA-256: name under which the engine knows the picture; absent: its words stand instead. */
  readonly pictures: ReadonlyMap<string, string>;
  /** Points inside the margins. */
  readonly width: number;
}

const SIZES: Readonly<Record<string, number>> = { h2: 15, h3: 13, h4: 12 };
const AFTER = [0, 0, 0, 6] as const;
const PICTURE = /\/files\/([0-9a-f]{64})/;

/** A frozen public text (bodyHtml) as nodes of a PDF; only the tags that our own renderer writes are known. */
export function bodyNodes(bodyHtml: string, context: BodyContext): PdfNode[] {
  return blockNodes(parseDocument(bodyHtml).children, context);
}

export function blockNodes(nodes: readonly ChildNode[], context: BodyContext): PdfNode[] {
  return nodes.flatMap((node) => {
    if (isText(node)) return node.data.trim() === '' ? [] : [{ text: [{ text: node.data }], margin: AFTER }];
    return isTag(node) ? blockNode(node, context) : [];
  });
}

function blockNode(node: Element, context: BodyContext): PdfNode[] {
  switch (node.name) {
    case 'p':
      return [{ ...aligned(node), text: runs(node.children, {}, context), margin: AFTER }];
    case 'h2':
    case 'h3':
    case 'h4': {
      const text = runs(node.children, { bold: true }, context);
      return [{ ...aligned(node), text, fontSize: SIZES[node.name] ?? 12, margin: [0, 6, 0, 6] }];
    }
    case 'ul':
      return [{ ul: items(node, context) }];
    case 'ol':
      return [{ ol: items(node, context), ...startOf(node) }];
    case 'blockquote':
      return [{ stack: blockNodes(node.children, context), margin: [20, 0, 0, 0] }];
    case 'figure':
      return picture(node, context);
    case 'table':
      return [tableNode(node, (cell, width) => blockNodes(cell.children, { ...context, width }), context.width)];
    case 'hr':
      return [{ canvas: [{ type: 'line', x1: 0, y1: 4, x2: context.width, y2: 4, lineWidth: 0.5 }] }];
    default:
      return blockNodes(node.children, context);
  }
}

function items(node: Element, context: BodyContext): PdfNode[] {
  return node.children
    .filter(isTag)
    .map((item) => ({ stack: blockNodes(item.children, { ...context, width: context.width - 20 }) }));
}

function startOf({ attribs }: Element): { start?: number } {
  const start = Number(attribs.start);
  return Number.isInteger(start) && start > 1 ? { start } : {};
}

function aligned({ attribs }: Element): Pick<TextNode, 'alignment'> {
  if (attribs.class === 'align-center') return { alignment: 'center' };
  return attribs.class === 'align-right' ? { alignment: 'right' } : {};
}

function picture(figure: Element, { pictures, width }: BodyContext): PdfNode[] {
  return figure.children
    .filter(isTag)
    .filter((node) => node.name === 'img')
    .map((node) => {
      const name = pictures.get(PICTURE.exec(node.attribs.src ?? '')?.[1] ?? '');
      if (name !== undefined) return { image: name, fit: [width, 420] as const, alignment: 'center' as const };
      return { text: [{ text: `［图：${node.attribs.alt ?? ''}］` }], alignment: 'center' as const, margin: AFTER };
    });
}

type Look = Omit<Run, 'text'>;

function runs(nodes: readonly ChildNode[], look: Look, context: BodyContext): Run[] {
  return nodes.flatMap((node): Run[] => {
    if (isText(node)) return [{ ...look, text: node.data }];
    if (!isTag(node)) return [];
    return runs(node.children, { ...look, ...lookOf(node, context) }, context);
  });
}

/** Italics stay upright: Chinese has none, and slanted strokes are hard to read. */
function lookOf(node: Element, { origin }: BodyContext): Look {
  if (node.name === 'strong') return { bold: true };
  if (node.name === 'u') return { decoration: 'underline' };
  const href = node.name === 'a' ? (node.attribs.href ?? '') : '';
  if (href.startsWith('/')) return { link: origin + href };
  return /^(https?|mailto):/i.test(href) ? { link: href } : {};
}
