import type { ListedDocument } from './open-library.ts';

const COLUMNS = ['索引号', '名称', '内容概述', '生成日期', '发文字号', '网址'] as const;

/** The catalogue as a table; the mark at the beginning tells spreadsheet programs that it is UTF-8. */
export function catalogueCsv(documents: readonly ListedDocument[], origin: string): string {
  const rows = documents.map((one) => [
    one.indexNumber ?? '',
    one.title,
    one.summary,
    one.datedOn,
    one.documentNumber ?? '',
    `${origin}/documents/${one.number}`,
  ]);
  return `\ufeff${[COLUMNS, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Quoted; a value that a spreadsheet would take for a formula is kept from that. */
function cell(text: string): string {
  const tame = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${tame.replaceAll('"', '""')}"`;
}
