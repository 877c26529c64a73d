import { addDays, dayOfWeek, type LocalDate } from '../../src/kernel/local-date.ts';
import type { PublicationsServices } from '../../src/modules/publications/index.ts';
import { LIBRARY_DOCUMENTS } from './all-documents.ts';
import { bodyOf, plainBody } from './body.ts';
import { DEMO_INTERPRETATIONS } from './interpretations.ts';
import { isNormative, issuerOf, type LibraryDocument, titleOf } from './library-document.ts';
import { indexCode, OPENNESS_ITEMS, type OpennessItem } from './openness-items.ts';

export type Content = Parameters<PublicationsServices['drafting']['create']>[1]['content'];

/** What is to be drafted, reviewed and published on a day. */
export interface Piece {
  readonly key: string;
  readonly unit: string;
  readonly kind: string;
  readonly publishedOn: LocalDate;
  readonly basis: string;
  readonly convertedOn: LocalDate | undefined;
  content(ids: ReadonlyMap<string, string>): Content;
  readonly attachments: LibraryDocument['more']['attachments'];
}

/** From signing to publishing: a few working days, as the Regulations allow twenty. */
const DAYS_TO_PUBLISH = [3, 4, 6, 2, 8, 5];

/** Everything in the order in which it became public. */
export function allPieces(): Piece[] {
  const serials = new Map<string, number>();
  const indexNumber = (unit: string, year: string) => {
    const key = `${indexCode(unit)}/${year}`;
    serials.set(key, (serials.get(key) ?? 0) + 1);
    return `${key}-${String(serials.get(key)).padStart(5, '0')}`;
  };
  const documents = LIBRARY_DOCUMENTS.map((document, place) =>
    pieceOfDocument(document, place, indexNumber(document.unit, document.issuedOn.slice(0, 4))),
  );
  const items = OPENNESS_ITEMS.map((item, place) =>
    pieceOfItem(item, place, indexNumber(item.unit, item.issuedOn.slice(0, 4))),
  );
  return [...documents, ...items].sort((a, b) =>
    a.publishedOn < b.publishedOn ? -1 : a.publishedOn > b.publishedOn ? 1 : 0,
  );
}

function pieceOfDocument(document: LibraryDocument, place: number, indexNumber: string): Piece {
  const { more } = document;
  return {
    key: document.documentNumber,
    unit: document.unit,
    kind: 'policyDocument',
    publishedOn: publishedAfter(document.issuedOn, place),
    basis: more.statutory?.startsWith('cat20') ? more.statutory : 'art21',
    convertedOn: more.convertedOn as LocalDate | undefined,
    attachments: more.attachments,
    content: (ids) => ({
      schema: 1,
      title: titleOf(document),
      fields: {
        documentNumber: document.documentNumber,
        indexNumber,
        issuer: issuerOf(document),
        issuedOn: document.issuedOn,
        documentType: document.documentType,
        normative: isNormative(document.documentNumber),
        topic: document.topic,
        tags: [...document.tags],
        audiences: [...(more.audiences ?? [])],
        summary: more.summary ?? summaryOf(document),
        interpretation: interpretationOf(document),
        ...(more.to && { recipients: more.to }),
        ...(more.from && { takesEffectOn: more.from }),
        ...(more.until && { expiresOn: more.until }),
        ...(more.closes && { closesOn: more.closes }),
        ...(more.extendsUntil && { extendsUntil: more.extendsUntil }),
        ...(more.statutory && { statutoryClass: more.statutory }),
      },
      body: bodyOf(document),
      attachments: [],
      relations: (more.relations ?? []).map(([type, target, on]) => ({
        type,
        publicationId: ids.get(target) ?? null,
        address: null,
        title: ids.has(target) ? null : nameOf(target),
        on: (on ?? null) as LocalDate | null,
      })),
    }),
  };
}

function pieceOfItem(item: OpennessItem, place: number, indexNumber: string): Piece {
  const statutory = String(item.fields.statutoryClass ?? 'cat20.2');
  return {
    key: item.title,
    unit: item.unit,
    kind: item.kind,
    publishedOn: publishedAfter(String(item.fields.revisedOn ?? item.issuedOn), place),
    basis: statutory.startsWith('cat20') ? statutory : 'art21',
    convertedOn: undefined,
    attachments: undefined,
    content: () => ({
      schema: 1,
      title: item.title,
      fields: { indexNumber, issuedOn: item.issuedOn, summary: item.summary, ...item.fields },
      body: plainBody(item.text),
      attachments: [],
      relations: [],
    }),
  };
}

/** What was public before the program came is taken in as it was. */
function interpretationOf({ documentNumber, issuedOn, more }: LibraryDocument): string {
  if (issuedOn < '2025' || more.convertedOn) return 'earlier';
  return DEMO_INTERPRETATIONS.some((one) => one.of === documentNumber && !one.later) ? 'together' : 'none';
}

/** A document that is not public yet is named, not linked. */
function nameOf(documentNumber: string): string {
  const document = LIBRARY_DOCUMENTS.find((one) => one.documentNumber === documentNumber);
  return document ? `${titleOf(document)}（${documentNumber}）` : documentNumber;
}

/** A working day soon after; weekends are stepped over. */
function publishedAfter(issuedOn: string, place: number): LocalDate {
  let day = addDays(issuedOn as LocalDate, DAYS_TO_PUBLISH[place % DAYS_TO_PUBLISH.length] ?? 3);
  while (dayOfWeek(day) % 6 === 0) day = addDays(day, 1);
  return day;
}

/** The first paragraph that says something, without the formula of the enactment. */
function summaryOf(document: LibraryDocument): string {
  const lines = document.text.split('\n').filter((line) => !line.startsWith('#') && !line.startsWith('|'));
  const telling = lines.find((line) => !/^《.*》已经|^为.{2,30}，(制定|提出)/.test(line)) ?? lines[0] ?? '';
  return telling.length <= 160 ? telling : `${telling.slice(0, 159)}…`;
}
