import type { Message } from '../../../platform/isolated-process/isolated-process.ts';
import { findPersonalData } from '../find-personal-data.ts';
import { maskRefusal } from '../refusal.ts';
import { boxesOf, placedText } from './glyph-text.ts';
import { pagesWithMissingFonts } from './missing-fonts.ts';
import { pdfGlyphs } from './pdf-glyphs.ts';
import { leftovers } from './prove-masked.ts';
import { rebuildPdf } from './rebuild-pdf.ts';
import type { RedactionBox } from './redaction-box.ts';

export type PdfTask = { readonly task: 'find' } | { readonly task: 'mask'; readonly boxes: readonly RedactionBox[] };

/** What runs in the isolated process. */
export async function answer({ value, bytes: [bytes = new Uint8Array()] }: Message): Promise<Message> {
  const wanted = value as PdfTask;
  return wanted.task === 'find'
    ? { value: await find(bytes), bytes: [] }
    : { value: null, bytes: [await mask(bytes, wanted.boxes)] };
}

async function find(bytes: Uint8Array): Promise<unknown> {
  return (await pdfGlyphs(bytes)).map(({ number, width, height, glyphs }) => {
    const placed = placedText(glyphs);
    const findings = findPersonalData(placed.text, { kind: 'attachment' }).map((finding) => ({
      ...finding,
      text: placed.text.slice(finding.start, finding.end),
      boxes: boxesOf(placed, finding.start, finding.end).map((box) => ({ page: number, ...box })),
    }));
    return { number, width, height, hasText: glyphs.length > 0, findings };
  });
}

async function mask(bytes: Uint8Array, boxes: readonly RedactionBox[]): Promise<Uint8Array> {
  const { bytes: masked, drawn } = await rebuildPdf(bytes, boxes);
  const missing = await pagesWithMissingFonts(bytes, drawn);
  if (missing.length > 0) {
    const pages = missing.slice(0, 5).join('、');
    throw maskRefusal(
      'missing-font',
      `第${pages}页的中文字体没有嵌入文件，遮盖后会缺字。请在原软件中重新导出 PDF 并选择“嵌入字体”后再上传。`,
    );
  }
  const left = await leftovers(masked, drawn);
  if (left.length > 0)
    throw maskRefusal('unproved', '遮盖后复核发现文件中仍有残留，未生成文件。请把原件打印成新的 PDF 后再试。');
  return masked;
}
