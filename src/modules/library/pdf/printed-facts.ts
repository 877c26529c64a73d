import type { FieldDefinition, FieldValue } from '../../publications/index.ts';
import { statutoryName } from '../columns/statutory-content.ts';
import { chineseDay } from '../validity/validity-words.ts';

const SHORT = new Set<FieldDefinition['type']>([
  'text',
  'date',
  'number',
  'boolean',
  'choice',
  'documentNumber',
  'indexNumber',
  'issuer',
]);

/** How the office registered the document; says nothing to readers. */
const OFFICE_ONLY = new Set(['interpretation']);
const STATUTORY_CLASSES = '/api/library/statutory-classes';

/** The elements of a record as a printed page shows them, in the order of its kind; what is empty is left out. */
export function printedFacts(
  fields: Readonly<Record<string, FieldValue>>,
  definitions: readonly FieldDefinition[],
): (readonly [string, string])[] {
  return definitions.flatMap((field) => {
    const text =
      SHORT.has(field.type) && !field.internal && !OFFICE_ONLY.has(field.code) ? wordOf(field, fields[field.code]) : '';
    return text === '' ? [] : [[field.label, text] as const];
  });
}

function wordOf({ type, choices, choicesFrom }: FieldDefinition, value: FieldValue | undefined): string {
  if (type === 'boolean') return value === true ? '是' : '';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value.trim() === '') return '';
  if (type === 'date') return chineseDay(value);
  if (choicesFrom === STATUTORY_CLASSES) return statutoryName(value) ?? '';
  return choices?.find((choice) => choice.value === value)?.label ?? value.trim();
}
