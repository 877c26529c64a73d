/** Tells spreadsheet programs that the text is UTF-8. */
export const CSV_MARK = '\ufeff';

/** A whole table as CSV. */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return CSV_MARK + rows.map(csvLine).join('');
}

/** One line of a table, with its end; a value that a spreadsheet would take for a formula is kept from that. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => quoted(String(cell))).join(',')}\r\n`;
}

function quoted(text: string): string {
  const tame = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${tame.replaceAll('"', '""')}"`;
}
