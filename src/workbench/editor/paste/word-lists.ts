import { type ChildNode, type Element, isComment, isTag, isText } from 'domhandler';
import { textContent } from 'domutils';

/** Word and WPS put lists on the clipboard as paragraphs with their level in a style and the bullet as ordinary words. */
export interface ListLine {
  /** From 1. */
  readonly level: number;
  readonly isOrdered: boolean;
  readonly html: string;
}

export function wordListLine(node: Element, inside: (nodes: readonly ChildNode[]) => string): ListLine | undefined {
  if (node.name !== 'p') return undefined;
  const level = /mso-list\s*:\s*l\d+\s+level(\d)/i.exec(node.attribs.style ?? '')?.[1];
  if (!level) return undefined;
  const { rest, marker } = parted(node.children);
  return { level: Number(level), isOrdered: isNumber(marker), html: inside(rest).trim() };
}

/** The bullet stands in a span that is to be ignored, or between conditional comments. */
function parted(children: readonly ChildNode[]): { rest: ChildNode[]; marker: string } {
  const rest: ChildNode[] = [];
  let marker = '';
  let isMarker = false;
  for (const child of children) {
    if (isDirective(child, /^\[if !supportLists\]/i)) isMarker = true;
    else if (isMarker && isDirective(child, /^\[endif\]/i)) isMarker = false;
    else if (isMarker || (isTag(child) && holdsMarker(child))) marker += textContent(child);
    else rest.push(child);
  }
  return { rest, marker: marker.trim() };
}

function isDirective(node: ChildNode, form: RegExp): boolean {
  if (isTag(node) || isText(node)) return false;
  const data = isComment(node) || 'data' in node ? String((node as { data?: string }).data ?? '') : '';
  return form.test(data.replace(/^!/, ''));
}

function holdsMarker(node: Element): boolean {
  return (
    /mso-list\s*:\s*ignore/i.test(node.attribs.style ?? '') ||
    node.children.some((child) => isTag(child) && holdsMarker(child))
  );
}

function isNumber(marker: string): boolean {
  return /^[（(]?(?:\d+|[a-zA-Z]|[ivxIVX]+|[一二三四五六七八九十]+)[.、)）．]/.test(marker);
}

/** Lines of several levels → nested lists; a level that is skipped counts as one. */
export function nestLists(lines: readonly ListLine[]): string {
  let html = '';
  const open: { level: number; tag: 'ul' | 'ol' }[] = [];
  for (const line of lines) {
    const tag = line.isOrdered ? 'ol' : 'ul';
    while ((open.at(-1)?.level ?? 0) > line.level) html += `</li></${open.pop()?.tag}>`;
    const top = open.at(-1);
    if (top?.level === line.level && top.tag !== tag) {
      html += `</li></${top.tag}>`;
      open.pop();
    }
    if (open.at(-1)?.level === line.level) html += '</li>';
    else {
      html += `<${tag}>`;
      open.push({ level: line.level, tag });
    }
    html += `<li><p>${line.html}</p>`;
  }
  while (open.length > 0) html += `</li></${open.pop()?.tag}>`;
  return html;
}
