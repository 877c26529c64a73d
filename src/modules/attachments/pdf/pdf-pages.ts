import { AppError } from '../../../kernel/app-error.ts';
import { type Matrix, matrixFrom } from '../../../platform/pdf/matrix.ts';
import { fontOf, openPdf } from '../../../platform/pdf/open-pdf.ts';
import * as pdfjs from '../../../platform/pdf/pdfjs.ts';
import { playOperators } from '../../../platform/pdf/play-operators.ts';
import type { Findings } from '../opening/findings.ts';
import { refusal } from '../opening/refusal.ts';
import { type PaintedGlyph, PaintedPage } from './painted-page.ts';
import { linesOf } from './text-lines.ts';

/** Larger images are scans; they are not needed to know where text stands, and decoding them takes long. */
const LARGEST_IMAGE = 300_000;
const MOST_PAGES = 5000;
/** Milliseconds of processor time of this process, its start included. */
const LONGEST_READING = 10_000;

/** Text of every page, and text that the reader of a page does not see. */
export async function inspectPdfPages(bytes: Uint8Array, findings: Findings): Promise<void> {
  const pages = pagesOf(bytes);
  let [invisible, scans] = ['', 0];
  for await (const { number, count, page } of pages) {
    findings.pages = count;
    findings.text(`${linesOf(page.glyphs)}\f`);
    tellHidden(page, number, findings);
    if (page.glyphs.length === 0) scans += 1;
    invisible += textOf(page.glyphs.filter((glyph) => glyph.unseen === 'noInk'));
    if (findings.full) break;
    if (processorMs() > LONGEST_READING && number < count) {
      findings.problem(
        'partly-read',
        `PDF 内容过多，只检查到第 ${number} 页（共 ${count} 页）。请拆分后上传，以便全部检查。`,
        true,
      );
      break;
    }
  }
  if (invisible !== '')
    findings.hidden('invisibleText', '整个文件', invisible, {
      advice: '页面图像后面有看不见的文字层（多为扫描识别所得），可以被搜索和复制。请核对其中没有不能公开的内容。',
      cleanable: false,
    });
  if (scans > 0)
    findings.problem(
      'no-text',
      `有 ${scans} 页没有文字（多半是扫描件），无法检查其中的个人信息。请尽量提供文字版，或人工核对。`,
    );
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function tellHidden(page: PaintedPage, number: number, findings: Findings): void {
  const place = `第${number}页`;
  for (const text of runsOf(page.glyphs, 'covered')) findings.hidden('textUnderBox', place, text, { cleanable: false });
  const reasons = { white: '与背景同色', offPage: '在页面之外', layer: '在隐藏的图层里', tiny: '字太小' } as const;
  for (const [reason, word] of Object.entries(reasons) as [keyof typeof reasons, string][]) {
    for (const text of runsOf(page.glyphs, reason))
      findings.hidden('invisibleText', `${place}（${word}）`, text, { cleanable: false });
  }
}

/** Neighbouring letters that are hidden in the same way, blanks alone left out. */
function runsOf(glyphs: readonly PaintedGlyph[], reason: PaintedGlyph['unseen']): string[] {
  const runs: string[] = [];
  let open = false;
  for (const glyph of glyphs) {
    if (glyph.unseen !== reason) open = false;
    else if (open) runs[runs.length - 1] += glyph.text;
    else {
      runs.push(glyph.text);
      open = true;
    }
  }
  return runs.filter((run) => run.trim() !== '');
}

function textOf(glyphs: readonly PaintedGlyph[]): string {
  return glyphs.map((glyph) => glyph.text).join('');
}

/** @throws AppError when the file is broken or locked */
export async function* pagesOf(
  bytes: Uint8Array,
): AsyncGenerator<{ number: number; count: number; page: PaintedPage }> {
  const loading = openPdf(bytes, { largestImage: LARGEST_IMAGE });
  try {
    const document = await loading.promise;
    if (document.numPages > MOST_PAGES)
      throw refusal('too-many-pages', `PDF 有 ${document.numPages} 页，超过 ${MOST_PAGES} 页的上限，请拆分后再上传。`);
    const layers = await document.getOptionalContentConfig();
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      yield { number, count: document.numPages, page: await paintedPage(page, layers) };
      page.cleanup();
    }
  } catch (error) {
    throw error instanceof AppError ? error : reasonOf(error);
  } finally {
    await loading.destroy();
  }
}

async function paintedPage(
  page: pdfjs.PDFPageProxy,
  layers: Awaited<ReturnType<pdfjs.PDFDocumentProxy['getOptionalContentConfig']>>,
): Promise<PaintedPage> {
  const viewport = page.getViewport({ scale: 1 });
  const list = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.DISABLE });
  const painted = new PaintedPage(viewport.width, viewport.height, (content) => layers.isVisible(content));
  const toPage: Matrix = matrixFrom(viewport.transform as number[]);
  playOperators(list, toPage, (name) => fontOf(page, name), painted);
  for (const annotation of await page.getAnnotations()) painted.annotation(annotation, toPage);
  return painted;
}

function reasonOf(error: unknown): AppError {
  if (error instanceof Error && error.name === 'PasswordException')
    return refusal('encrypted', 'PDF 设有打开密码，无法检查。请取消密码后再上传。', error);
  return refusal('broken', 'PDF 已损坏或不完整，无法打开。请重新导出或下载后再上传。', error);
}
