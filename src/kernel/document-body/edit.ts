import type { Body, BodyNode, Text, TextBlock } from './nodes.ts';

/** Words at `start` to `end` of a place's text (UTF-16) that shall read `text`. */
export interface Replacement {
  readonly blockId: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A body with the words replaced; formatting stays, and what the replacements do not name stays as it is. Overlapping ones: the first counts. */
export function replaceText(body: Body, replacements: readonly Replacement[]): Body {
  const byBlock = Map.groupBy(replacements, (replacement) => replacement.blockId);
  return mapNodes(body, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'image') return node;
    const own = byBlock.get(node.attrs.id);
    return own ? replaced(node, apart(own)) : node;
  }) as Body;
}

/** Later ones that reach into an earlier one are left out; last first, so that offsets stay right. */
function apart(replacements: readonly Replacement[]): Replacement[] {
  const kept: Replacement[] = [];
  for (const one of [...replacements].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (one.start < one.end && one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  }
  return kept.reverse();
}

function replaced(block: TextBlock, replacements: readonly Replacement[]): TextBlock {
  if (block.type === 'image') {
    let { alt } = block.attrs;
    for (const { start, end, text } of replacements) alt = alt.slice(0, start) + text + alt.slice(end);
    return { ...block, attrs: { ...block.attrs, alt } };
  }
  let content = block.content ?? [];
  for (const one of replacements) content = replacedRuns(content, one);
  return { ...block, content: content.length > 0 ? content : undefined } as TextBlock;
}

/** The new words take the formatting of the first run they stand in. */
function replacedRuns(runs: readonly Text[], { start, end, text }: Replacement): Text[] {
  const result: Text[] = [];
  let offset = 0;
  let written = false;
  for (const run of runs) {
    const from = Math.min(Math.max(start - offset, 0), run.text.length);
    const to = Math.min(Math.max(end - offset, 0), run.text.length);
    const touched = from < to;
    const words = touched ? run.text.slice(0, from) + (written ? '' : text) + run.text.slice(to) : run.text;
    written ||= touched;
    if (words) result.push({ ...run, text: words });
    offset += run.text.length;
  }
  return result;
}

/**
 * Gives an id to every block that has none or one that stands above already: for importers and for pasted content.
 * @param makeId a new id at every call, letters and digits
 */
export function withBlockIds(body: unknown, makeId: () => string): unknown {
  const seen = new Set<string>();
  return mapNodes(body as Body, (node) => {
    if (!IDENTIFIED.has(node.type)) return node;
    const attrs = (node as { attrs?: { id?: unknown } }).attrs ?? {};
    let id = typeof attrs.id === 'string' && !seen.has(attrs.id) ? attrs.id : makeId();
    while (seen.has(id)) id = makeId();
    seen.add(id);
    return { ...node, attrs: { ...attrs, id } } as BodyNode;
  });
}

const IDENTIFIED: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'blockquote',
  'table',
  'image',
  'horizontalRule',
]);

function mapNodes(node: BodyNode, change: (node: BodyNode) => BodyNode): BodyNode {
  const changed = change(node);
  if (!('content' in changed) || !Array.isArray(changed.content)) return changed;
  return { ...changed, content: changed.content.map((child) => mapNodes(child as BodyNode, change)) } as BodyNode;
}
