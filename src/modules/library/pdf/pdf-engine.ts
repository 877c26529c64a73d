import pdfmake from 'pdfmake';
import { MISSING, type PdfFonts } from './pdf-fonts.ts';
import type { PdfNode, Run } from './pdf-nodes.ts';

/** Writes the bytes of a definition whose text went through withFonts; nothing is fetched from anywhere. */
export function writePdf(definition: object, fonts: PdfFonts): Promise<Buffer> {
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
  return pdfmake.createPdf(definition).getBuffer();
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

/** Every run in the font that has its characters, wherever it stands in the tree. */
export function withFonts(nodes: readonly PdfNode[], fonts: PdfFonts): readonly PdfNode[] {
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
