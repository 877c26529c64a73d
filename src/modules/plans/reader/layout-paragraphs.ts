import { commonest, type TextLine } from './layout-lines.ts';
import { isFull, joinLines } from './layout-wrap.ts';

export interface LayoutParagraph {
  readonly text: string;
  readonly page: number;
  readonly lines: readonly TextLine[];
}

/** Lines of running text, of one page or of pages that follow each other, made into paragraphs. */
export function paragraphsOf(lines: readonly { readonly line: TextLine; readonly page: number }[]): LayoutParagraph[] {
  const edges = edgesOf(lines.map(({ line }) => line));
  const groups: { line: TextLine; page: number }[][] = [];
  for (const entry of lines) {
    const before = groups.at(-1)?.at(-1);
    if (before && follows(before, entry, edges)) groups.at(-1)?.push(entry);
    else groups.push([entry]);
  }
  return groups.flatMap((group) => {
    const first = group[0];
    if (!first) return [];
    const own = group.map(({ line }) => line);
    const text = joinLines(own.map((line) => ({ text: line.text, wrapped: true })));
    return [{ text, page: first.page, lines: own.filter((_, index) => group[index]?.page === first.page) }];
  });
}

interface Edges {
  readonly left: number;
  readonly right: number;
}

function edgesOf(lines: readonly TextLine[]): Edges {
  if (lines.length === 0) return { left: 0, right: 0 };
  const rights = lines.map((line) => line.box.x + line.box.width).toSorted((a, b) => a - b);
  return {
    // The body's own left edge; a closing note or a figure may stand further out.
    left: commonest(lines.map((line) => Math.round(line.box.x))),
    right: rights[Math.floor(rights.length * 0.9)] ?? 0,
  };
}

type Entry = { readonly line: TextLine; readonly page: number };

function follows(before: Entry, after: Entry, edges: Edges): boolean {
  const { line } = before;
  const next = after.line;
  if (Math.abs(line.size - next.size) > 1) return false;
  const gap = next.box.y - (line.box.y + line.box.height);
  if (before.page === after.page && gap > line.size * 1.6) return false;
  const used = line.box.x + line.box.width - edges.left;
  const isOutdented = next.box.x < edges.left + line.size * 1.2;
  if (isOutdented && isFull(line, used, next, edges.right - edges.left)) return true;
  return bothHeadline(line, next, edges);
}

/** A title set over several centred lines; body text is neither centred nor short on both sides. */
function bothHeadline(line: TextLine, next: TextLine, edges: Edges): boolean {
  const middle = (edges.left + edges.right) / 2;
  const isCentred = ({ box, size }: TextLine) =>
    Math.abs(box.x + box.width / 2 - middle) < size * 1.5 && box.x > edges.left + size * 1.2;
  return line.size >= 15 && isCentred(line) && isCentred(next) && !/[。：:]$/.test(line.text);
}
