import type { FieldValue, OpenItem } from '../../publications/index.ts';
import type { SearchEntry } from '../entries/search-entry.ts';

/** Fields by which people know a thing besides its title. */
const NAME_FIELDS = [
  'issuer',
  'jointIssuers',
  'indexNumber',
  'tags',
  'audiences',
  'topic',
  'summary',
  'wordings',
] as const;

/** @param validity of a document today; null for kinds that have none */
export function entryOf(item: OpenItem, validity: string | null): SearchEntry {
  const topic = textOf(item.fields.topic);
  return {
    number: item.number,
    kind: item.kind,
    unitId: item.unitId,
    year: Number(item.datedOn.slice(0, 4)),
    validity,
    topics: topic === null ? [] : [topic],
    datedOn: item.datedOn,
    documentNumber: textOf(item.fields.documentNumber),
    title: item.title,
    names: NAME_FIELDS.flatMap((field) => textsOf(item.fields[field])),
    body: item.bodyText,
  };
}

function textOf(value: FieldValue | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function textsOf(value: FieldValue | undefined): string[] {
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string');
  return typeof value === 'string' ? [value] : [];
}
