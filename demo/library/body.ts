import type { DocumentBody } from '../../src/kernel/document-body.ts';
import { chineseDay } from '../documents/table-rows.ts';
import { FULLER_TEXTS } from './fuller-texts.ts';
import { issuerOf, type LibraryDocument } from './library-document.ts';

type Block = DocumentBody['content'][number];

/** The text in the order of GB/T 9704: to whom, text, list of attachments, signature, date, note. */
export function bodyOf(document: LibraryDocument): DocumentBody {
  const lines = withFullerText(document);
  const names = (document.more.attachments ?? []).map((file) => file.name);
  const block = numbered();
  return {
    type: 'doc',
    content: [
      ...(document.more.to ? [block.paragraph(`${document.more.to}：`)] : []),
      ...blocksOf(lines, block),
      ...names.map((name, at) => block.paragraph(`${at === 0 ? '附件：' : '　　　'}${at + 1}. ${name}`)),
      block.paragraph(issuerOf(document), 'right'),
      block.paragraph(chineseDay(document.issuedOn), 'right'),
      block.paragraph('（此件公开发布）'),
    ],
  };
}

export function plainBody(text: string): DocumentBody {
  return { type: 'doc', content: blocksOf(text.trim().split('\n'), numbered()) };
}

function withFullerText({ documentNumber, text }: LibraryDocument): string[] {
  return [...text.split('\n'), ...(FULLER_TEXTS[documentNumber]?.split('\n') ?? [])];
}

function blocksOf(lines: readonly string[], block: ReturnType<typeof numbered>): Block[] {
  const blocks: Block[] = [];
  let rows: string[][] = [];
  const endTable = () => {
    if (rows.length > 0) blocks.push(block.table(rows));
    rows = [];
  };
  for (const line of lines) {
    if (line.startsWith('|')) {
      rows.push(line.split('|').slice(1, -1));
      continue;
    }
    endTable();
    blocks.push(line.startsWith('## ') ? block.heading(line.slice(3)) : block.paragraph(line));
  }
  endTable();
  return blocks;
}

/** Ids count through the document, so that the same text gives the same content hash on every loading. */
function numbered() {
  let last = 0;
  const id = () => {
    last += 1;
    return `b${last}`;
  };
  const words = (text: string) => [{ type: 'text' as const, text }];
  const paragraph = (text: string, align?: 'right') => ({
    type: 'paragraph' as const,
    attrs: { id: id(), ...(align && { align }) },
    content: words(text),
  });
  return {
    paragraph,
    heading: (text: string): Block => ({ type: 'heading', attrs: { id: id(), level: 2 }, content: words(text) }),
    table: (rows: readonly (readonly string[])[]): Block => ({
      type: 'table',
      attrs: { id: id() },
      content: rows.map((cells, row) => ({
        type: 'tableRow',
        content: cells.map((cell) => ({
          type: row === 0 ? ('tableHeader' as const) : ('tableCell' as const),
          content: [paragraph(cell)],
        })),
      })),
    }),
  };
}
