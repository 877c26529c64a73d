import type { Block, Body, Table } from './nodes.ts';
import { tableGrid } from './table-grid.ts';
import { blockText } from './text.ts';

/** By the table's id: what screen readers call the region in which it scrolls. */
export type TableNames = ReadonlyMap<string, string>;

const LONGEST = 40;
/** 表1 收费标准, 附表2：…, as a line of its own. */
const TITLE_LINE = /^附?表\s*[0-9０-９一二三四五六七八九十]/;

/** Each table has a name of its own: its number where there are several, and its title, or else the nearest heading above. */
export function tableNames(body: Body): TableNames {
  const count = body.content.filter((block) => block.type === 'table').length;
  const names = new Map<string, string>();
  let heading = '';
  for (const [index, block] of body.content.entries()) {
    if (block.type === 'heading') heading = plain(block);
    if (block.type !== 'table') continue;
    const number = count > 1 ? `表格${names.size + 1}` : '表格';
    const about = titleRow(block) || titleLine(body.content[index - 1]) || heading;
    names.set(block.attrs.id, about === '' ? number : `${number}：${shortened(about)}`);
  }
  return names;
}

/** A first row of one cell over all columns. */
function titleRow(table: Table): string {
  const cells = tableGrid(table);
  const width = Math.max(...cells.map(({ column, cell }) => column + (cell.attrs?.colspan ?? 1)));
  const [first] = cells;
  if (!first || width < 2 || first.cell.attrs?.colspan !== width) return '';
  return first.cell.content.map(plain).join(' ').trim();
}

function titleLine(block: Block | undefined): string {
  const words = block?.type === 'paragraph' ? plain(block) : '';
  return TITLE_LINE.test(words) ? words : '';
}

function plain(block: Block): string {
  return blockText(block).replaceAll(/\s+/g, ' ').trim();
}

function shortened(words: string): string {
  const letters = [...words];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : words;
}
