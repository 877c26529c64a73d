import type { Body } from '../../../../kernel/document-body.ts';
import type { Content, FieldValue } from '../../content/content.contract.ts';
import type { ImportAnswer } from '../../importing/importing.contract.ts';
import type { KindView } from '../../register.contract.ts';

/** What an importer calls an element → what kinds call it, the first that the kind has. */
const FIELD_CODES: Readonly<Record<string, readonly string[]>> = {
  documentNumber: ['documentNumber'],
  issuer: ['issuer'],
  issuedOn: ['issuedOn', 'formedOn', 'happenedOn'],
  effectiveOn: ['takesEffectOn', 'effectiveOn'],
  expiresOn: ['expiresOn'],
};

export interface TakenElement {
  readonly code: string;
  readonly label: string;
  readonly value: string;
}

/** The read document as content of a kind: elements in their fields, and the text without the head that only repeats them. */
export function importedContent(
  answer: ImportAnswer,
  kind: KindView,
  title: string,
): { readonly content: Content; readonly taken: readonly TakenElement[] } {
  const proposedTitle = answer.proposals.find((one) => one.field === 'title')?.value;
  const taken = answer.proposals.flatMap((one): TakenElement[] => {
    const field = kind.fields.find((field) => FIELD_CODES[one.field]?.includes(field.code));
    return field ? [{ code: field.code, label: field.label, value: one.value }] : [];
  });
  const takenFrom = new Set(
    answer.proposals
      .filter(
        (one) => one.field === 'title' || kind.fields.some((field) => FIELD_CODES[one.field]?.includes(field.code)),
      )
      .map((one) => one.blockId),
  );
  // What no field of the kind keeps must not be lost with the head.
  const repeated = new Set(
    answer.headBlockIds.filter((id) => takenFrom.has(id) || answer.proposals.every((one) => one.blockId !== id)),
  );
  const content = answer.body.content.filter((block) => !repeated.has(block.attrs.id));
  return {
    content: {
      schema: 1,
      title: (title || proposedTitle || '').replace(/\s*\n\s*/g, '').slice(0, 300),
      fields: Object.fromEntries(taken.map((one): [string, FieldValue] => [one.code, one.value])),
      body: { type: 'doc', content } satisfies Body as Content['body'],
      attachments: [],
      relations: [],
    },
    taken,
  };
}
