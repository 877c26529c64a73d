/** Tells spreadsheet programs that the text is UTF-8. */
export const CSV_MARK = '\ufeff';

/** A whole table as CSV. */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return CSV_MARK + rows.map(csvLine).join('');
}

/** One line of a table, with its end; a value that a spreadsheet would take for a formula is kept from that. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => (typeof cell === 'number' ? `"${cell}"` : quoted(cell))).join(',')}\r\n`;
}

/** Signs of full width start a formula too where the spreadsheet speaks Chinese. */
function quoted(text: string): string {
  const tame = /^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${tame.replaceAll('"', '""')}"`;
}
