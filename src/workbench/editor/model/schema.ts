import { type Attrs, type DOMOutputSpec, type Node, Schema } from 'prosemirror-model';
import { isSafeHref } from '../../../kernel/document-body.ts';

const id = { id: { default: null } };
const aligned = { ...id, align: { default: null } };
const spans = { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } };

/** The kernel's closed set of nodes for the editor; what it does not know cannot be typed, pasted or undone into a document. */
export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: {
      group: 'block item cellBlock',
      content: 'text*',
      attrs: aligned,
      parseDOM: [
        { tag: 'p', getAttrs: alignOf },
        { tag: 'div', getAttrs: alignOf, priority: 10 },
      ],
      toDOM: (node) => ['p', blockAttributes(node), 0],
    },
    heading: {
      group: 'block',
      content: 'text*',
      defining: true,
      attrs: { ...aligned, level: { default: 2 } },
      parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({
        tag: `h${level}`,
        getAttrs: (element) => ({ ...alignOf(element), level: Math.min(4, Math.max(2, level)) }),
      })),
      toDOM: (node) => [`h${node.attrs.level}`, blockAttributes(node), 0],
    },
    bulletList: {
      group: 'block item cellBlock',
      content: 'listItem+',
      attrs: id,
      parseDOM: [{ tag: 'ul' }],
      toDOM: (node) => ['ul', blockAttributes(node), 0],
    },
    orderedList: {
      group: 'block item cellBlock',
      content: 'listItem+',
      attrs: { ...id, start: { default: 1 } },
      parseDOM: [{ tag: 'ol', getAttrs: (element) => ({ start: startOf(element) }) }],
      toDOM: (node) => [
        'ol',
        { ...blockAttributes(node), ...(node.attrs.start === 1 ? {} : { start: node.attrs.start }) },
        0,
      ],
    },
    listItem: {
      content: 'paragraph item*',
      defining: true,
      parseDOM: [{ tag: 'li' }],
      toDOM: () => ['li', 0],
    },
    blockquote: {
      group: 'block',
      content: 'item+',
      defining: true,
      attrs: id,
      parseDOM: [{ tag: 'blockquote' }],
      toDOM: (node) => ['blockquote', blockAttributes(node), 0],
    },
    table: {
      group: 'block',
      content: 'tableRow+',
      tableRole: 'table',
      isolating: true,
      attrs: id,
      parseDOM: [{ tag: 'table' }],
      toDOM: (node) => ['table', blockAttributes(node), ['tbody', 0]],
    },
    tableRow: {
      content: '(tableCell | tableHeader)*',
      tableRole: 'row',
      parseDOM: [{ tag: 'tr' }],
      toDOM: () => ['tr', 0],
    },
    tableCell: {
      content: 'cellBlock+',
      tableRole: 'cell',
      isolating: true,
      attrs: spans,
      parseDOM: [{ tag: 'td', getAttrs: spansOf }],
      toDOM: (node) => ['td', spanAttributes(node), 0],
    },
    tableHeader: {
      content: 'cellBlock+',
      tableRole: 'header_cell',
      isolating: true,
      attrs: spans,
      parseDOM: [{ tag: 'th', getAttrs: spansOf }],
      toDOM: (node) => ['th', spanAttributes(node), 0],
    },
    image: {
      group: 'block cellBlock',
      atom: true,
      draggable: true,
      attrs: { ...id, fileSha256: {}, alt: { default: '' } },
      parseDOM: [{ tag: 'img[data-sha256]', getAttrs: imageOf }],
      toDOM: (node): DOMOutputSpec => ['img', { 'data-sha256': node.attrs.fileSha256, alt: node.attrs.alt }],
    },
    horizontalRule: {
      group: 'block',
      attrs: id,
      parseDOM: [{ tag: 'hr' }],
      toDOM: (node) => ['hr', blockAttributes(node)],
    },
    text: {},
  },
  marks: {
    link: {
      attrs: { href: {} },
      inclusive: false,
      parseDOM: [{ tag: 'a[href]', getAttrs: hrefOf }],
      toDOM: (mark) => ['a', { href: mark.attrs.href, rel: 'noopener noreferrer' }, 0],
    },
    bold: {
      parseDOM: [{ tag: 'strong' }, { tag: 'b', getAttrs: (element) => element.style.fontWeight !== 'normal' && null }],
      toDOM: () => ['strong', 0],
    },
    italic: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
    underline: { parseDOM: [{ tag: 'u' }], toDOM: () => ['u', 0] },
  },
});

function blockAttributes(node: Node): Attrs {
  return node.attrs.align ? { class: `align-${node.attrs.align}` } : {};
}

function alignOf(element: HTMLElement): Attrs {
  const align = element.getAttribute('align') ?? element.dataset.align ?? element.className.match(/align-(\w+)/)?.[1];
  return { align: align === 'center' || align === 'right' ? align : null };
}

function startOf(element: HTMLElement): number {
  const start = Number(element.getAttribute('start') ?? 1);
  return Number.isInteger(start) && start >= 0 && start <= 100_000 ? start : 1;
}

function spansOf(element: HTMLElement): Attrs {
  return { colspan: spanOf(element, 'colspan', 100), rowspan: spanOf(element, 'rowspan', 2000) };
}

function spanOf(element: HTMLElement, name: string, most: number): number {
  const count = Number(element.getAttribute(name) ?? 1);
  return Number.isInteger(count) && count >= 1 ? Math.min(count, most) : 1;
}

function spanAttributes(node: Node): Attrs {
  const { colspan, rowspan } = node.attrs;
  return { ...(colspan === 1 ? {} : { colspan }), ...(rowspan === 1 ? {} : { rowspan }) };
}

function imageOf(element: HTMLElement): Attrs | false {
  const fileSha256 = element.dataset.sha256 ?? '';
  return /^[0-9a-f]{64}$/.test(fileSha256)
    ? { fileSha256, alt: (element.getAttribute('alt') ?? '').slice(0, 500) }
    : false;
}

function hrefOf(element: HTMLElement): Attrs | false {
  const href = element.getAttribute('href') ?? '';
  return isSafeHref(href) ? { href } : false;
}
