import { type PlacedText, textBlocks } from '../../../kernel/document-body.ts';
import type { Content } from '../content/content.contract.ts';
import type { PublicationKind } from '../kinds/publication-kind.ts';

/** A stretch of words that is searched by itself, with what stands above it. */
export interface TextPlace {
  /** `title`, `field:<code>`, `block:<id>`. */
  readonly place: string;
  readonly text: string;
  readonly heading: string;
  readonly kind: 'body' | 'table';
  /** Cells of a table are searched together. */
  readonly cell?: PlacedText['cell'];
}

/** Everything in a content that would become public as text; internal fields never do, attachments are searched when uploaded. */
export function textPlaces(
  kind: Pick<PublicationKind, 'fields'>,
  content: Content,
  changeNote: string | null = null,
): TextPlace[] {
  const { title } = content;
  const places: TextPlace[] = [{ place: 'title', text: title, heading: '', kind: 'body' }];
  for (const field of kind.fields) {
    const value = field.internal ? null : content.fields[field.code];
    const text = Array.isArray(value) ? value.join('、') : typeof value === 'string' ? value : '';
    if (text !== '') places.push({ place: `field:${field.code}`, text, heading: field.label, kind: 'body' });
  }
  for (const block of content.body ? textBlocks(content.body) : []) {
    if (block.text !== '') {
      const { text, kind: where, cell, heading = title } = block;
      places.push({ place: `block:${block.id}`, text, heading: heading ?? title, kind: where, ...(cell && { cell }) });
    }
  }
  for (const [index, relation] of content.relations.entries()) {
    if (relation.title) places.push({ place: `relation:${index}`, text: relation.title, heading: '', kind: 'body' });
  }
  for (const [index, { name }] of content.attachments.entries()) {
    places.push({ place: `attachmentName:${index}`, text: name, heading: title, kind: 'body' });
  }
  if (changeNote) places.push({ place: 'changeNote', text: changeNote, heading: title, kind: 'body' });
  return places;
}
