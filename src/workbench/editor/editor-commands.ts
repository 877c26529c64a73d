import { setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import type { Attrs, NodeType } from 'prosemirror-model';
import { liftListItem, sinkListItem, wrapInList } from 'prosemirror-schema-list';
import type { Command, EditorState } from 'prosemirror-state';
import { schema } from './model/schema.ts';

const { nodes, marks } = schema;

export const toggleBold = toggleMark(marks.bold);
export const toggleItalic = toggleMark(marks.italic);
export const toggleUnderline = toggleMark(marks.underline);
export const indentItem = sinkListItem(nodes.listItem);
export const outdentItem = liftListItem(nodes.listItem);
export const quote = wrapIn(nodes.blockquote);

export type BlockStyle = 'paragraph' | 2 | 3 | 4;

export function setStyle(style: BlockStyle): Command {
  return style === 'paragraph' ? setBlockType(nodes.paragraph) : setBlockType(nodes.heading, { level: style });
}

export function styleOf(state: EditorState): BlockStyle | undefined {
  const { parent } = state.selection.$from;
  if (parent.type === nodes.heading) return parent.attrs.level as BlockStyle;
  return parent.type === nodes.paragraph ? 'paragraph' : undefined;
}

/** Makes a list, turns one kind into the other, or takes the list away again. */
export function toggleList(type: NodeType): Command {
  return (state, dispatch, view) => {
    const list = enclosing(state, (node) => node === nodes.bulletList || node === nodes.orderedList);
    if (!list) return wrapInList(type)(state, dispatch, view);
    if (list.node.type === type) return outdentItem(state, dispatch, view);
    dispatch?.(state.tr.setNodeMarkup(list.position, type, { id: list.node.attrs.id }));
    return true;
  };
}

export function toggleAlign(align: 'center' | 'right'): Command {
  return (state, dispatch) => {
    const targets: { position: number; attrs: Attrs }[] = [];
    state.doc.nodesBetween(state.selection.from, state.selection.to, (node, position) => {
      if (node.isTextblock) targets.push({ position, attrs: node.attrs });
    });
    if (targets.length === 0) return false;
    const next = targets.every((one) => one.attrs.align === align) ? null : align;
    const change = state.tr;
    for (const one of targets) change.setNodeAttribute(one.position, 'align', next);
    dispatch?.(change);
    return true;
  };
}

export function alignAt(state: EditorState): string | null {
  return (state.selection.$from.parent.attrs.align as string | null | undefined) ?? null;
}

/** A table with a heading row, the caret in its first cell's paragraph. */
export function insertTable(rows: number, columns: number): Command {
  return (state, dispatch) => {
    const row = (type: NodeType) =>
      nodes.tableRow.create(
        null,
        Array.from({ length: columns }, () => type.createAndFill()).filter((cell) => cell !== null),
      );
    const table = nodes.table.create(
      null,
      Array.from({ length: rows }, (_, index) => row(index === 0 ? nodes.tableHeader : nodes.tableCell)),
    );
    dispatch?.(state.tr.replaceSelectionWith(table).scrollIntoView());
    return true;
  };
}

export function insertImage(fileSha256: string, alt: string): Command {
  return (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(nodes.image.create({ fileSha256, alt })).scrollIntoView());
    return true;
  };
}

export const insertRule: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.horizontalRule.create()).scrollIntoView());
  return true;
};

export function isMarked(state: EditorState, name: 'bold' | 'italic' | 'underline' | 'link'): boolean {
  const type = marks[name];
  const { from, to, empty, $from } = state.selection;
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
  return state.doc.rangeHasMark(from, to, type);
}

export function isInside(state: EditorState, name: 'bulletList' | 'orderedList' | 'blockquote' | 'table'): boolean {
  return enclosing(state, (type) => type === nodes[name]) !== undefined;
}

/** The words that carry the link at the caret, and its address. */
export function linkAt(state: EditorState): { from: number; to: number; href: string } | undefined {
  const { $from } = state.selection;
  const mark = marks.link.isInSet($from.marks()) ?? marks.link.isInSet($from.nodeAfter?.marks ?? []);
  if (!mark) return undefined;
  let offset = $from.start();
  let range: { from: number; to: number } | undefined;
  $from.parent.forEach((child) => {
    const end = offset + child.nodeSize;
    if (mark.isInSet(child.marks)) {
      if (range && range.to === offset) range.to = end;
      else if (!range || range.to < $from.pos) range = { from: offset, to: end };
    }
    offset = end;
  });
  return range ? { ...range, href: mark.attrs.href as string } : undefined;
}

/** Sets the address of the chosen words; without any, the address itself is written. Null takes the link away. */
export function setLink(href: string | null): Command {
  return (state, dispatch) => {
    const present = linkAt(state);
    const { from, to } = present && state.selection.empty ? present : state.selection;
    const change = state.tr;
    if (href === null) change.removeMark(from, to, marks.link);
    else if (from === to) change.insert(from, schema.text(href, [marks.link.create({ href })]));
    else change.removeMark(from, to, marks.link).addMark(from, to, marks.link.create({ href }));
    dispatch?.(change.scrollIntoView());
    return true;
  };
}

function enclosing(state: EditorState, wanted: (type: NodeType) => boolean) {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (wanted(node.type)) return { node, position: $from.before(depth) };
  }
  return undefined;
}
