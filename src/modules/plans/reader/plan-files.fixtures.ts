import { Document, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType } from 'docx';
import ExcelJS from 'exceljs';
import type { InventedPlan } from './plan-document.fixtures.ts';
import { layOut, type PageBlock, type PageCell } from './plan-page.fixtures.ts';

export const FIXTURE_FORMATS = ['docx', 'xlsx', 'html', 'csv'] as const;

export function writePlan(plan: InventedPlan, format: (typeof FIXTURE_FORMATS)[number]): Promise<Uint8Array> {
  const blocks = layOut(plan, format !== 'csv');
  if (format === 'docx') return docxFile(blocks);
  if (format === 'xlsx') return xlsxFile(blocks);
  return Promise.resolve(new TextEncoder().encode(format === 'html' ? htmlFile(blocks) : csvFile(blocks)));
}

async function docxFile(blocks: readonly PageBlock[]): Promise<Uint8Array> {
  const children = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [new Paragraph(block.text)] : [docxTable(block.rows), new Paragraph('')],
  );
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

function docxTable(rows: readonly (readonly PageCell[])[]): Table {
  const width = widthOf(rows);
  const covered = new Map<number, number>();
  return new Table({
    rows: rows.map((row) => {
      const cells: TableCell[] = [];
      for (let column = 0; column < width; ) {
        const cell = row.find((c) => c.column === column);
        const goesOn = !cell && (covered.get(column) ?? 0) > 0;
        if (cell && cell.rowSpan > 1) covered.set(column, cell.rowSpan);
        covered.set(column, Math.max(0, (covered.get(column) ?? 0) - 1));
        cells.push(
          new TableCell({
            children: (cell?.text ?? '').split('\n').map((line) => new Paragraph(line)),
            columnSpan: cell?.columnSpan ?? 1,
            ...(goesOn
              ? { verticalMerge: VerticalMergeType.CONTINUE }
              : cell && cell.rowSpan > 1
                ? { verticalMerge: VerticalMergeType.RESTART }
                : {}),
          }),
        );
        column += cell?.columnSpan ?? 1;
      }
      return new TableRow({ children: cells });
    }),
  });
}

function widthOf(rows: readonly (readonly PageCell[])[]): number {
  return Math.max(...rows.flatMap((row) => row.map((cell) => cell.column + cell.columnSpan)));
}

/** All blocks below each other on one sheet, as a plan pasted into a workbook looks. */
async function xlsxFile(blocks: readonly PageBlock[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Sheet1');
  const decoy = blocks.findIndex((block) => block.kind === 'table' && block.rows[0]?.[2]?.text === '联络员');
  let line = 1;
  for (const [i, block] of blocks.entries()) {
    if (i === decoy) continue;
    if (block.kind === 'paragraph') {
      sheet.getCell(line, 1).value = block.text;
      line += 1;
      continue;
    }
    for (const row of block.rows) {
      for (const cell of row) {
        const number = /^[1-9]\d*$/.test(cell.text) ? Number(cell.text) : null;
        sheet.getCell(line, cell.column + 1).value = number ?? cell.text;
        const [bottom, right] = [line + cell.rowSpan - 1, cell.column + cell.columnSpan];
        if (bottom > line || right > cell.column + 1) sheet.mergeCells(line, cell.column + 1, bottom, right);
      }
      line += 1;
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function htmlFile(blocks: readonly PageBlock[]): string {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
  const cell = (c: PageCell) => `<td rowspan="${c.rowSpan}" colspan="${c.columnSpan}"><p>${escaped(c.text)}</p></td>`;
  const body = blocks.map((block) => {
    if (block.kind === 'paragraph') return `<p>${escaped(block.text)}</p>`;
    return `<table border="1">${block.rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')}</table>`;
  });
  const page = `<table class="layout"><tr><td><a href="/">首页</a></td></tr><tr><td>${body.join('\n')}</td></tr></table>`;
  return `<html><head><meta charset="utf-8"><title>通知公告_某区人民政府</title></head><body>${page}<div>版权所有</div></body></html>`;
}

function csvFile(blocks: readonly PageBlock[]): string {
  const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [quoted(block.text)];
    if (block.rows[0]?.[2]?.text === '联络员') return [];
    const width = widthOf(block.rows);
    return block.rows.map((row) =>
      Array.from({ length: width }, (_, column) => quoted(row.find((c) => c.column === column)?.text ?? '')).join(','),
    );
  });
  return `\ufeff${lines.join('\r\n')}\r\n`;
}
