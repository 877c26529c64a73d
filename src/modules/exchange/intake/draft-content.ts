import type { DocumentBody } from '../../../kernel/document-body.ts';
import { bodyText, plainBody, textBlocks } from '../../../kernel/document-body.ts';
import { readDocumentNumber, saysNormative } from '../../../kernel/document-number.ts';
import type { AttachmentRef, Content, FieldValue, PublicationKind } from '../../publications/index.ts';
import type { IntakeMetadata } from './metadata.ts';
import { LINES_OF_HEAD } from './secret-mark.ts';

/** What was read out of the document's own file. */
export interface ReadText {
  readonly body: DocumentBody;
  readonly proposals: readonly { readonly field: string; readonly value: string; readonly blockId: string }[];
  readonly headBlockIds: readonly string[];
  readonly doubts: readonly { readonly message: string; readonly place: string }[];
}

/** What an importer calls an element → what the kind calls it. */
const FIELD_OF: Readonly<Record<string, string>> = {
  documentNumber: 'documentNumber',
  issuer: 'issuer',
  issuedOn: 'issuedOn',
  effectiveOn: 'takesEffectOn',
  expiresOn: 'expiresOn',
};

export interface DraftContent {
  readonly content: Content;
  readonly doubts: readonly string[];
}

/**
 * Content of the draft: what the other system says goes before what stands in the file's head; where both speak and differ, the officer is
 * told.
 */
export function draftContent(
  metadata: IntakeMetadata,
  kind: PublicationKind,
  read: ReadText | null,
  attachments: readonly AttachmentRef[],
): DraftContent {
  const doubts = (read?.doubts ?? []).map(({ message, place }) => `${place}：${message}`);
  const fields: Record<string, FieldValue> = { ...metadata.fields };
  let title = metadata.title ?? '';
  const repeated = new Set<string>();
  for (const { field, value, blockId } of read?.proposals ?? []) {
    const code = field === 'title' ? 'title' : FIELD_OF[field];
    const definition = kind.fields.find((one) => one.code === code);
    if (code === undefined || (code !== 'title' && !definition)) continue;
    const label = definition?.label ?? '标题';
    const given = code === 'title' ? title : fields[code];
    if (given === undefined || given === '') {
      if (code === 'title') title = oneLine(value);
      else fields[code] = value;
      doubts.push(`${label}“${oneLine(value)}”是从正文首部读出的，请核对。`);
      repeated.add(blockId);
    } else if (isSame(String(given), value)) repeated.add(blockId);
    else doubts.push(`${label}：来文系统填写“${given}”，正文首部是“${oneLine(value)}”，请核对。`);
  }
  inferFields(title, fields, kind);
  const body = read ? withoutHead(read, repeated) : metadata.text === null ? null : plainBody(metadata.text);
  return {
    content: { schema: 1, title, fields, body, attachments: [...attachments], relations: [] },
    doubts,
  };
}

/** The head is left out where fields show the same; what no field keeps stays in the text. */
function withoutHead({ body, proposals, headBlockIds }: ReadText, repeated: ReadonlySet<string>): DocumentBody {
  const proposed = new Set(proposals.map((one) => one.blockId));
  const title = proposals.find((one) => one.field === 'title');
  // Further lines of a title stand in blocks of their own; they go only when their first line does.
  const isTitleKept = title !== undefined && !repeated.has(title.blockId);
  const gone = new Set(headBlockIds.filter((id) => repeated.has(id) || !(proposed.has(id) || isTitleKept)));
  return { type: 'doc', content: body.content.filter((block) => !gone.has(block.attrs.id)) };
}

/** Kind of document by the last word of its title, mark of normative ones by 规 in the number, when nobody said so. */
function inferFields(title: string, fields: Record<string, FieldValue>, kind: PublicationKind): void {
  const types = kind.fields.find((field) => field.code === 'documentType')?.choices ?? [];
  const type = types.find((one) => title.endsWith(one.label));
  if (type && fields.documentType === undefined) fields.documentType = type.value;
  const number = typeof fields.documentNumber === 'string' ? readDocumentNumber(fields.documentNumber).parts : null;
  const hasMark = kind.fields.some((field) => field.code === 'normative');
  if (number && hasMark && fields.normative === undefined) fields.normative = saysNormative(number);
}

export function headText(body: DocumentBody): string {
  return textBlocks(body)
    .slice(0, LINES_OF_HEAD)
    .map((block) => block.text)
    .join('\n');
}

export function hasWords(body: DocumentBody | null): boolean {
  return body !== null && bodyText(body).trim() !== '';
}

function oneLine(text: string): string {
  return text
    .replace(/\s*\n\s*/g, '')
    .slice(0, 300)
    .toWellFormed();
}

function isSame(one: string, other: string): boolean {
  return one.replace(/\s/g, '') === other.replace(/\s/g, '');
}
