import { AppError } from '../../../kernel/app-error.ts';
import { type Matrix, matrixFrom } from '../../../platform/pdf/matrix.ts';
import { fontOf, type OperatorList, openPdf } from '../../../platform/pdf/open-pdf.ts';
import * as pdfjs from '../../../platform/pdf/pdfjs.ts';
import type { LayoutPage } from './layout-page.ts';
import { drawingOf } from './pdf-drawing.ts';

/** A plan has tens of pages; these bounds only stop files made to exhaust the reader. */
const mostPages = 500;
const mostOperators = 3_000_000;
const longestReading = 60_000;

/**
 * All pages of a PDF as characters and ruling lines.
 * @throws AppError plan-unreadable when the file is encrypted, broken, too large or holds pictures only
 */
export async function pdfPages(bytes: Uint8Array): Promise<LayoutPage[]> {
  const loading = openPdf(bytes);
  try {
    const pages = await loadPages(await loading.promise);
    if (pages.every((page) => page.glyphs.length === 0)) {
      throw unreadable('这个 PDF 里只有图片、没有文字（多半是扫描件），请改用文字版文件，或先做文字识别再导入。');
    }
    return pages;
  } catch (error) {
    throw error instanceof AppError ? error : reasonOf(error);
  } finally {
    await loading.destroy();
  }
}

async function loadPages(document: pdfjs.PDFDocumentProxy): Promise<LayoutPage[]> {
  if (document.numPages > mostPages) {
    throw unreadable(`这个 PDF 有 ${document.numPages} 页，超过 ${mostPages} 页的上限，请只上传含任务分解表的部分。`);
  }
  const pages: LayoutPage[] = [];
  const started = performance.now();
  let operators = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const list: OperatorList = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.DISABLE });
    operators += list.fnArray.length;
    if (operators > mostOperators || performance.now() - started > longestReading) {
      throw unreadable('这个 PDF 的内容过于庞大复杂，无法读取，请另存为普通 PDF 或改用 Word 文件。');
    }
    pages.push(pageOf(page, list));
    page.cleanup();
  }
  return pages;
}

function pageOf(page: pdfjs.PDFPageProxy, list: OperatorList): LayoutPage {
  const viewport = page.getViewport({ scale: 1 });
  const toPage: Matrix = matrixFrom(viewport.transform as number[]);
  const drawing = drawingOf(list, toPage, (name) => fontOf(page, name));
  return { number: page.pageNumber, width: viewport.width, height: viewport.height, ...drawing };
}

function unreadable(message: string, cause?: unknown): AppError {
  return new AppError('plan-unreadable', 422, message, { cause });
}

function reasonOf(error: unknown): AppError {
  if (error instanceof Error && error.name === 'PasswordException') {
    return unreadable('这个 PDF 设了打开密码，请先取消密码再导入。', error);
  }
  return unreadable('这个 PDF 已损坏或不完整，无法打开，请重新导出后再试。', error);
}
