import { z } from 'zod';
import type { NodeName } from './nodes.ts';

export interface NodeRule {
  /** Nodes that may stand inside. */
  readonly children: readonly NodeName[];
  /** At least one child, or none needed. */
  readonly filled: boolean;
  /** What the first child has to be. */
  readonly first?: NodeName;
  readonly attrs: z.ZodType;
}

const id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
const align = z.enum(['center', 'right']).optional();
const identified = z.strictObject({ id });
const none = z.strictObject({}).optional();
const span = (most: number) => z.number().int().min(1).max(most).optional();
const cell = z.strictObject({ colspan: span(100), rowspan: span(2000) }).optional();

const ITEM_BLOCKS = ['paragraph', 'bulletList', 'orderedList'] as const;
const BLOCKS = [...ITEM_BLOCKS, 'heading', 'blockquote', 'table', 'image', 'horizontalRule'] as const;
const CELL_BLOCKS = [...ITEM_BLOCKS, 'image'] as const;

/** What may stand in what, with which attributes; whatever is not here is refused. */
export const NODE_RULES: Readonly<Record<NodeName, NodeRule>> = {
  doc: { children: BLOCKS, filled: false, attrs: none },
  paragraph: { children: ['text'], filled: false, attrs: z.strictObject({ id, align }) },
  heading: {
    children: ['text'],
    filled: false,
    attrs: z.strictObject({ id, level: z.literal([2, 3, 4]), align }),
  },
  bulletList: { children: ['listItem'], filled: true, attrs: identified },
  orderedList: {
    children: ['listItem'],
    filled: true,
    attrs: z.strictObject({ id, start: z.number().int().min(0).max(100_000).optional() }),
  },
  listItem: { children: ITEM_BLOCKS, filled: true, first: 'paragraph', attrs: none },
  blockquote: { children: ITEM_BLOCKS, filled: true, attrs: identified },
  table: { children: ['tableRow'], filled: true, attrs: identified },
  tableRow: { children: ['tableCell', 'tableHeader'], filled: false, attrs: none },
  tableCell: { children: CELL_BLOCKS, filled: true, attrs: cell },
  tableHeader: { children: CELL_BLOCKS, filled: true, attrs: cell },
  image: {
    children: [],
    filled: false,
    attrs: z.strictObject({ id, fileSha256: z.string().regex(/^[0-9a-f]{64}$/), alt: z.string().max(500) }),
  },
  horizontalRule: { children: [], filled: false, attrs: identified },
  text: { children: [], filled: false, attrs: none },
};

/** Absolute on the web, an e-mail address, or a path of this site; never `//host`, `javascript:` or anything with blanks. */
export const SAFE_HREF = /^(?:https?:\/\/[^\s/"'<>\\][^\s"<>\\]*|mailto:[^\s"<>\\]+|\/(?![/\\])[^\s"<>\\]*)$/i;

export function isSafeHref(href: string): boolean {
  return href.length <= 2000 && SAFE_HREF.test(href);
}

const href = z.string().refine(isSafeHref);
export const MARKS = z
  .array(
    z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('bold') }),
      z.strictObject({ type: z.literal('italic') }),
      z.strictObject({ type: z.literal('underline') }),
      z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href }) }),
    ]),
  )
  .max(4)
  .refine((marks) => new Set(marks.map((mark) => mark.type)).size === marks.length)
  .optional();

/** Far above any real document, far below what hurts. */
export const LIMITS = { depth: 24, nodes: 100_000, characters: 3_000_000 } as const;
