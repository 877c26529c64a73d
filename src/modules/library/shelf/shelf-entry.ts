import { isLocalDate, type LocalDate, yearOf } from '../../../kernel/local-date.ts';
import type { FieldValue, OpenItem, OpenRelation } from '../../publications/index.ts';
import { VALIDITY_RELATIONS } from '../documents/document-relations.ts';
import type { TermRule } from '../validity/term-rules.ts';
import { type DatedRelation, type ValidityFacts, validityOn } from '../validity/validity.ts';

type Fields = Readonly<Record<string, FieldValue>>;

/** What a document elsewhere on the shelf says of itself, as far as a relation to it needs that. */
export interface OtherDocument {
  readonly title: string;
  readonly fields: Fields;
  readonly datedOn: LocalDate;
}

/**
 * What later documents did to this one, from the public relations of both sides. A relation without a day of its own holds from the day on
 * which the other document takes effect.
 * @param others public documents by number
 */
export function datedRelations(
  related: readonly OpenRelation[],
  others: ReadonlyMap<number, OtherDocument>,
): DatedRelation[] {
  const found = related.flatMap((relation): DatedRelation[] => {
    const type = typeOf(relation);
    const other = relation.number === null ? undefined : others.get(relation.number);
    if (!type || (relation.direction === 'from' && relation.status !== 'public')) return [];
    const on = relation.on ?? (other && (dateField(other.fields, 'takesEffectOn') ?? other.datedOn));
    if (!on) return [];
    const until = other && dateField(other.fields, 'extendsUntil');
    if (type === 'extendedBy' && !until) return [];
    const by = {
      title: other?.title || relation.title,
      documentNumber: other ? textField(other.fields, 'documentNumber') : null,
      number: relation.number,
    };
    return [{ type, on, by, ...(type === 'extendedBy' && until ? { until } : {}) }];
  });
  return withoutRepeats(found);
}

function typeOf({ direction, type }: OpenRelation): DatedRelation['type'] | undefined {
  if (direction === 'from') return VALIDITY_RELATIONS[type as keyof typeof VALIDITY_RELATIONS];
  return type === 'repealedBy' || type === 'amendedBy' ? type : undefined;
}

/** Both sides may tell of the same act; the one that knows the other document's number stands. */
function withoutRepeats(relations: readonly DatedRelation[]): DatedRelation[] {
  const known = new Map<string, DatedRelation>();
  for (const relation of relations) {
    const key = `${relation.type} ${relation.by.number ?? relation.by.title}`;
    if (!known.has(key) || relation.by.documentNumber) known.set(key, relation);
  }
  return [...known.values()];
}

/** Numbers of the documents whose row this one changes: validity, or whether an interpretation is there. */
export function affectedNumbers(item: Pick<OpenItem, 'relations'>): number[] {
  const numbers = item.relations
    .filter((relation) => relation.type in VALIDITY_RELATIONS || relation.type === 'interprets')
    .flatMap((relation) => (relation.number === null ? [] : [relation.number]));
  return [...new Set(numbers)];
}

export function validityFacts(
  item: Pick<OpenItem, 'title' | 'fields' | 'datedOn'>,
  relations: readonly DatedRelation[],
): ValidityFacts {
  return {
    title: item.title,
    normative: item.fields.normative === true,
    issuedOn: dateField(item.fields, 'issuedOn') ?? item.datedOn,
    takesEffectOn: dateField(item.fields, 'takesEffectOn'),
    expiresOn: dateField(item.fields, 'expiresOn'),
    closesOn: dateField(item.fields, 'closesOn'),
    relations,
  };
}

/** A shelf row, ready to store. @param interpreted whether a public interpretation points to it */
export function shelfEntry(
  item: OpenItem,
  relations: readonly DatedRelation[],
  interpreted: boolean,
  today: LocalDate,
  rules: readonly TermRule[],
) {
  const validity = validityOn(validityFacts(item, relations), today, rules);
  const text = (code: string) => textField(item.fields, code);
  return {
    number: item.number,
    publication_id: item.publicationId,
    kind: item.kind,
    unit_id: item.unitId,
    title: item.title,
    document_number: text('documentNumber'),
    index_number: text('indexNumber'),
    issuer: text('issuer'),
    document_type: text('documentType'),
    dated_on: item.datedOn,
    year: yearOf(item.datedOn),
    topic: text('topic'),
    tags: listField(item.fields, 'tags'),
    audiences: listField(item.fields, 'audiences'),
    normative: item.fields.normative === true,
    summary: text('summary') ?? '',
    statutory_class: text('statutoryClass'),
    columns: [...item.columns],
    takes_effect_on: dateField(item.fields, 'takesEffectOn'),
    expires_on: dateField(item.fields, 'expiresOn'),
    closes_on: dateField(item.fields, 'closesOn'),
    relations: JSON.stringify(relations),
    affects: affectedNumbers(item),
    validity: validity.state,
    validity_since: validity.since,
    last_day: validity.lastDay,
    next_turn_on: validity.next?.on ?? null,
    interpreted,
    first_published_at: item.firstPublishedAt,
    published_at: item.publishedAt,
    changed_at: item.changedAt,
  };
}

export type ShelfEntry = ReturnType<typeof shelfEntry>;

export function textField(fields: Fields, code: string): string | null {
  const value = fields[code];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

export function listField(fields: Fields, code: string): string[] {
  const value = fields[code];
  return Array.isArray(value) ? [...value] : [];
}

export function dateField(fields: Fields, code: string): LocalDate | null {
  const value = fields[code];
  return typeof value === 'string' && isLocalDate(value) ? value : null;
}
