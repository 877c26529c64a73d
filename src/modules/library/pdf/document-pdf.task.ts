import pdfmake from 'pdfmake';
import type { Message } from '../../../platform/isolated-process/frame.ts';
import { documentDefinition, type PrintedRecord, type PrintedWords } from './document-definition.ts';
import { MISSING, PdfFonts } from './pdf-fonts.ts';
import type { PdfNode, Run } from './pdf-nodes.ts';

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
  for (const font of fonts.used) {
    pdfmake.virtualfs.writeFileSync(`${font.name}.ttf`, font.normal);
    pdfmake.virtualfs.writeFileSync(`${font.name}-bold.ttf`, font.bold);
  }
  pdfmake.setFonts(
    Object.fromEntries(
      fonts.used.map((font, at) => {
        const [normal, bold] = [`${font.name}.ttf`, `${font.name}-bold.ttf`];
        return [at === 0 ? 'main' : font.name, { normal, bold, italics: normal, bolditalics: bold }];
      }),
    ),
  );
  pdfmake.addTableLayouts({ record: LINES });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  const pdf = await pdfmake.createPdf(definition).getBuffer();
  return { value: null, bytes: [pdf] };
}

/** Thin lines all round, as official tables have them. */
const LINES = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  hLineColor: () => '#75878d',
  vLineColor: () => '#75878d',
  paddingTop: () => 3,
  paddingBottom: () => 0,
};

function base64(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? new Uint8Array()).toString('base64');
}

/** Every run in the font that has its characters, wherever it stands in the tree. */
function withFonts(nodes: readonly PdfNode[], fonts: PdfFonts): readonly PdfNode[] {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        key === 'text' && Array.isArray(inner) ? inner.flatMap((run: Run) => runsByFont(run, fonts)) : walk(inner),
      ]),
    );
  };
  return walk(nodes) as readonly PdfNode[];
}

function runsByFont(run: Run, fonts: PdfFonts): Run[] {
  const pieces: { font: string; text: string }[] = [];
  for (const sign of run.text.replaceAll(/[\r\n\t]/g, ' ')) {
    const font = fonts.fontFor(sign.codePointAt(0) ?? 0);
    const name = font === undefined || font === fonts.main ? 'main' : font.name;
    const last = pieces.at(-1);
    const text = font ? sign : MISSING;
    if (last?.font === name) last.text += text;
    else pieces.push({ font: name, text });
  }
  return pieces.map(({ font, text }) => ({ ...run, text, ...(font === 'main' ? {} : { font }) }));
}
