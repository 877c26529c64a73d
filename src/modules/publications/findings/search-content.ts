import { createHash } from 'node:crypto';
import type { Content } from '../content/content.contract.ts';
import type { PublicationKind } from '../kinds/publication-kind.ts';
import type { FoundInText } from '../publication-tables.store.ts';
import { type CellPlace, searchTable } from './search-table.ts';
import { searchText } from './search-text.ts';
import { type TextPlace, textPlaces } from './text-places.ts';

export interface PlacedFinding extends FoundInText {
  readonly place: string;
  /** The same words at the same place keep their key while the text around them changes. */
  readonly key: string;
}

/** Personal data in the text and tables of a content, and what was found in its attachments when they came (REV-8). */
export function searchContent(
  kind: Pick<PublicationKind, 'fields'>,
  content: Content,
  attachments: readonly { readonly sha256: string; readonly found: readonly FoundInText[] }[],
  changeNote: string | null = null,
): PlacedFinding[] {
  const ofText = searchPlaces(textPlaces(kind, content, changeNote));
  const ofFiles = attachments.map(({ sha256, found }) => ({ place: `attachment:${sha256}`, found }));
  return [...ofText, ...ofFiles].flatMap(({ place, found }) => withKeys(place, found));
}

function searchPlaces(places: readonly TextPlace[]): { place: string; found: readonly FoundInText[] }[] {
  const tables = new Map<string, CellPlace[]>();
  for (const place of places) {
    if (isCell(place)) tables.set(place.cell.tableId, [...(tables.get(place.cell.tableId) ?? []), place]);
  }
  const inCells = new Map([...tables.values()].flatMap((cells) => [...searchTable(cells)]));
  return places.map(({ place, text, heading, kind }) => ({
    place,
    found: inCells.get(place) ?? searchText(text, { heading, kind }),
  }));
}

function isCell(place: TextPlace): place is CellPlace {
  return place.cell !== undefined;
}

function withKeys(place: string, found: readonly FoundInText[]): PlacedFinding[] {
  const seen = new Map<string, number>();
  return found.map((one) => {
    const what = `${place}\n${one.type}\n${one.words}`;
    const times = (seen.get(what) ?? 0) + 1;
    seen.set(what, times);
    return { ...one, place, key: createHash('sha256').update(`${what}\n${times}`).digest('hex') };
  });
}
