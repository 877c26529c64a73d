import { findInTable } from '../../redaction/index.ts';
import type { FoundInText } from '../publication-tables.store.ts';
import { searchText } from './search-text.ts';
import type { TextPlace } from './text-places.ts';

export type CellPlace = TextPlace & { readonly cell: NonNullable<TextPlace['cell']> };

interface Part {
  readonly place: CellPlace;
  /** Offset of its words in the cell. */
  readonly start: number;
}

interface Cell {
  text: string;
  readonly parts: Part[];
}

/**
 * Personal data in one table: seen as a whole, so that heads of columns, heads beside values and numbers parted by borders count; and cell by
 * cell under the head of its column, for tables most of whose heads say nothing of people.
 * @returns findings by place, in the order of the text
 */
export function searchTable(places: readonly CellPlace[]): ReadonlyMap<string, readonly FoundInText[]> {
  const rows = gridOf(places);
  const found = new Map<string, FoundInText[]>(places.map(({ place }) => [place, []]));
  for (const { row, column, finding } of findInTable(rows.map((cells) => cells.map((cell) => cell.text)))) {
    for (const { place, start } of rows[row]?.[column]?.parts ?? []) {
      const from = Math.max(finding.start - start, 0);
      const to = Math.min(finding.end - start, place.text.length);
      if (from >= to) continue;
      const masked = finding.masked.slice(from + start - finding.start, to + start - finding.start);
      const { type, certainty, why } = finding;
      found
        .get(place.place)
        ?.push({ type, start: from, end: to, words: place.text.slice(from, to), masked, certainty, why });
    }
  }
  for (const { place, text, heading } of places) {
    const there = found.get(place) ?? [];
    const more = searchText(text, { heading, kind: 'table' }).filter(
      (one) => !there.some((other) => other.start < one.end && one.start < other.end),
    );
    there.push(...more);
    there.sort((one, other) => one.start - other.start);
  }
  return found;
}

/** Rows and columns as people see them; what a cell reaches over is empty. */
function gridOf(places: readonly CellPlace[]): Cell[][] {
  const width = Math.max(...places.map(({ cell }) => cell.column)) + 1;
  const height = Math.max(...places.map(({ cell }) => cell.row)) + 1;
  const rows = Array.from({ length: height }, () =>
    Array.from({ length: width }, (): Cell => ({ text: '', parts: [] })),
  );
  for (const place of places) {
    const cell = rows[place.cell.row]?.[place.cell.column];
    if (!cell) continue;
    if (cell.parts.length > 0) cell.text += '\n';
    cell.parts.push({ place, start: cell.text.length });
    cell.text += place.text;
  }
  return rows;
}
