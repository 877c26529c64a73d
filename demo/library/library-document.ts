import { demoUnit } from '../units.ts';

/** A document of the invented district as its author wrote it; everything else follows from number and unit. */
export interface LibraryDocument {
  readonly unit: string;
  readonly documentNumber: string;
  /** 成文日期. */
  readonly issuedOn: string;
  readonly documentType: string;
  readonly title: string;
  readonly topic: string;
  readonly tags: readonly string[];
  readonly more: DocumentMore;
  /** Paragraphs by line; `## ` heads a section, lines between bars are table rows, the first of them its head. */
  readonly text: string;
}

export interface DocumentMore {
  readonly from?: string;
  /** Last day in force that the text states. */
  readonly until?: string;
  /** Last day of a call: of applications, registrations. */
  readonly closes?: string;
  readonly to?: string;
  readonly audiences?: readonly string[];
  readonly summary?: string;
  /** 政府信息公开条例 art. 20 item. */
  readonly statutory?: string;
  /** [relation, document number, from which day] */
  readonly relations?: readonly (readonly [type: string, documentNumber: string, on?: string])[];
  readonly extendsUntil?: string;
  readonly attachments?: readonly DocumentAttachment[];
  readonly joint?: readonly string[];
  /** First kept back as 依申请公开, made public on that day (LIB-10). */
  readonly convertedOn?: string;
}

export interface DocumentAttachment {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** 区政府 and its office issue under one roof: the number tells which. */
export function issuerOf(document: Pick<LibraryDocument, 'unit' | 'documentNumber'>): string {
  if (/^明府规?〔/.test(document.documentNumber)) return '明湖区人民政府';
  return demoUnit(document.unit).name;
}

/** Normative documents carry 规 in their code, as in Shanghai. */
export function isNormative(documentNumber: string): boolean {
  return documentNumber.includes('规〔');
}

export function titleOf(document: LibraryDocument): string {
  return document.title.startsWith('关于') ? `${issuerOf(document)}${document.title}` : document.title;
}

export function d(
  unit: string,
  documentNumber: string,
  issuedOn: string,
  documentType: string,
  title: string,
  topic: string,
  tags: readonly string[],
  more: DocumentMore,
  text: string,
): LibraryDocument {
  return { unit, documentNumber, issuedOn, documentType, title, topic, tags, more, text: text.trim() };
}
