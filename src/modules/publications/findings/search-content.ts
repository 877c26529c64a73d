import { createHash } from 'node:crypto';
import { findPersonalData } from '../../redaction/index.ts';
import type { Content } from '../content/content.contract.ts';
import type { PublicationKind } from '../kinds/publication-kind.ts';
import type { FoundInText } from '../publication-tables.store.ts';
import { textPlaces } from './text-places.ts';

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
  const ofText = textPlaces(kind, content, changeNote).map(({ place, text, heading, kind: where }) => ({
    place,
    found: searchText(text, { heading, kind: where }),
  }));
  const ofFiles = attachments.map(({ sha256, found }) => ({ place: `attachment:${sha256}`, found }));
  return [...ofText, ...ofFiles].flatMap(({ place, found }) => withKeys(place, found));
}

export function searchText(
  text: string,
  context: { readonly heading?: string; readonly kind?: 'body' | 'table' | 'attachment' },
): FoundInText[] {
  return findPersonalData(text, context).map(({ type, start, end, masked, certainty, why }) => ({
    type,
    start,
    end,
    words: text.slice(start, end),
    masked,
    certainty,
    why,
  }));
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
