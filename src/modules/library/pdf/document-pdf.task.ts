import type { Message } from '../../../platform/isolated-process/frame.ts';
import { documentDefinition, type PrintedRecord, type PrintedWords } from './document-definition.ts';
import { withFonts, writePdf } from './pdf-engine.ts';
import { PdfFonts } from './pdf-fonts.ts';

export interface PdfWish {
  readonly record: PrintedRecord;
  readonly words: PrintedWords;
  /** SHA-256 and kind of the pictures, whose bytes come along in this order. */
  readonly pictures: readonly { readonly sha256: string; readonly mediaType: string }[];
}

/** Runs in the isolated process: long documents take a second or two and must not stop the server. */
export async function answer({ value, bytes }: Message): Promise<Message> {
  const { record, words, pictures } = value as PdfWish;
  const names = new Map(
    pictures.map(({ sha256, mediaType }, at) => [sha256, `data:${mediaType};base64,${base64(bytes[at])}`]),
  );
  const fonts = new PdfFonts();
  const definition = documentDefinition(record, words, names, {
    fit: (nodes) => withFonts(nodes, fonts),
    lacks: () => fonts.lacks,
  });
  return { value: null, bytes: [await writePdf(definition, fonts)] };
}

function base64(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? new Uint8Array()).toString('base64');
}
