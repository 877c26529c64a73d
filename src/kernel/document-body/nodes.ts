/** The closed set of nodes and marks of a document. ProseMirror reads and writes this JSON as it stands. */

export interface Body {
  type: 'doc';
  content: Block[];
}

export type Block = Paragraph | Heading | BulletList | OrderedList | Blockquote | Table | Image | HorizontalRule;

/** Official documents centre their titles and set signature and date at the right. */
export type Align = 'center' | 'right';

export interface Paragraph {
  type: 'paragraph';
  attrs: { id: string; align?: Align | undefined };
  content?: Text[] | undefined;
}
export interface Heading {
  type: 'heading';
  attrs: { id: string; level: 2 | 3 | 4; align?: Align | undefined };
  content?: Text[] | undefined;
}
export interface BulletList {
  type: 'bulletList';
  attrs: { id: string };
  content: ListItem[];
}
export interface OrderedList {
  type: 'orderedList';
  attrs: { id: string; start?: number | undefined };
  content: ListItem[];
}
export interface ListItem {
  type: 'listItem';
  /** The first is a paragraph. */
  content: ItemBlock[];
}
export type ItemBlock = Paragraph | BulletList | OrderedList;
export interface Blockquote {
  type: 'blockquote';
  attrs: { id: string };
  content: ItemBlock[];
}
export interface Table {
  type: 'table';
  attrs: { id: string };
  content: TableRow[];
}
export interface TableRow {
  type: 'tableRow';
  /** Empty when cells above reach over the whole row. */
  content?: TableCell[] | undefined;
}
export interface TableCell {
  type: 'tableCell' | 'tableHeader';
  attrs?: { colspan?: number | undefined; rowspan?: number | undefined } | undefined;
  content: CellBlock[];
}
export type CellBlock = ItemBlock | Image;
export interface Image {
  type: 'image';
  /** Drafts may lack the alternative text; publishing may not. */
  attrs: { id: string; fileSha256: string; alt: string };
}
export interface HorizontalRule {
  type: 'horizontalRule';
  attrs: { id: string };
}
export interface Text {
  type: 'text';
  text: string;
  marks?: Mark[] | undefined;
}
export type Mark = { type: 'bold' | 'italic' | 'underline' } | { type: 'link'; attrs: { href: string } };

export type BodyNode = Body | Block | ListItem | TableRow | TableCell | Text;
export type NodeName = BodyNode['type'];

/** Blocks that hold words themselves: where findings and remarks are placed. */
export type TextBlock = Paragraph | Heading | Image;
