import { csv } from '../../../kernel/csv.ts';
import type { ListedDocument } from './open-library.ts';

const COLUMNS = ['索引号', '名称', '内容概述', '生成日期', '发文字号', '网址'] as const;

export function catalogueCsv(documents: readonly ListedDocument[], origin: string): string {
  const rows = documents.map((one) => [
    one.indexNumber ?? '',
    one.title,
    one.summary,
    one.datedOn,
    one.documentNumber ?? '',
    `${origin}/documents/${one.number}`,
  ]);
  return csv([COLUMNS, ...rows]);
}
