import type { Message } from '../../../platform/isolated-process/frame.ts';
import { withFonts, writePdf } from './pdf-engine.ts';
import { PdfFonts } from './pdf-fonts.ts';
import type { PrintedPages } from './printed-pages.ts';

const A4_WIDTH = 595.28;

/** Runs in the isolated process, as every engine that lays out pages. */
export async function answer({ value }: Message): Promise<Message> {
  const pages = value as Omit<PrintedPages, 'madeAt'> & { readonly madeAt: string };
  const fonts = new PdfFonts();
  return { value: null, bytes: [await writePdf(definitionOf(pages, fonts), fonts)] };
}

function definitionOf(pages: Omit<PrintedPages, 'madeAt'> & { readonly madeAt: string }, fonts: PdfFonts): object {
  const lines = (pages.lines ?? []).map(({ y, width, thickness, color }) => {
    const x = (A4_WIDTH - width) / 2;
    return { type: 'line', x1: x, x2: x + width, y1: y, y2: y, lineWidth: thickness, lineColor: color };
  });
  return {
    pageSize: 'A4',
    pageOrientation: pages.isLandscape ? 'landscape' : 'portrait',
    pageMargins: pages.margins,
    defaultStyle: { font: 'main', fontSize: pages.fontSize, lineHeight: pages.lineHeight },
    info: { title: pages.title, author: pages.author, producer: 'Mingchuang', creationDate: new Date(pages.madeAt) },
    language: 'zh-CN',
    content: withFonts(pages.nodes, fonts),
    background: (page: number) => (page === 1 && lines.length > 0 ? { canvas: lines } : ''),
    footer: (page: number) =>
      pages.hasPageNumbers
        ? {
            text: `— ${page} —`,
            alignment: 'center',
            fontSize: 14,
            lineHeight: 1,
            margin: [0, pages.margins[3] / 3, 0, 0],
          }
        : '',
  };
}
