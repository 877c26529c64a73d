import type { Content } from '../content/content.contract.ts';

const PERMANENT = /^\/documents\/(\d{1,15})(?:[/?#]|$)/;

export interface InsideLink {
  readonly blockId: string;
  readonly href: string;
  readonly number: number;
}

/** Links of the text to permanent addresses of this site, with the nearest block that holds them. */
export function linksInside(content: Pick<Content, 'body'>): InsideLink[] {
  const found: InsideLink[] = [];
  walk(content.body, '', found);
  return found;
}

function walk(node: unknown, blockId: string, found: InsideLink[]): void {
  if (Array.isArray(node)) {
    for (const one of node) walk(one, blockId, found);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const { attrs, marks, content } = node as { attrs?: { id?: unknown }; marks?: unknown; content?: unknown };
  const id = typeof attrs?.id === 'string' ? attrs.id : blockId;
  for (const mark of Array.isArray(marks) ? marks : []) {
    const { type, attrs: of } = mark as { type?: unknown; attrs?: { href?: unknown } };
    const href = type === 'link' && typeof of?.href === 'string' ? of.href : '';
    const number = PERMANENT.exec(href)?.[1];
    if (number) found.push({ blockId: id, href, number: Number(number) });
  }
  walk(content, id, found);
}
