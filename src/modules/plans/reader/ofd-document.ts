import type { Matrix } from '../../../platform/pdf/matrix.ts';
import { documentOfPages } from './layout-document.ts';
import type { LayoutPage } from './layout-page.ts';
import { type Composites, drawObjects } from './ofd-objects.ts';
import {
  descend,
  elements,
  locate,
  numbers,
  type OfdElement,
  OfdPackage,
  textContent,
  unreadableOfd,
} from './ofd-package.ts';
import type { SourceDocument } from './source-document.ts';

const pointsPerMillimetre = 72 / 25.4;
const mostPages = 500;

/**
 * GB/T 33190 fixed layout, read like a PDF.
 * @throws AppError plan-unreadable when the file is broken, too large or holds pictures only
 */
export function readOfd(bytes: Uint8Array): SourceDocument {
  const pages = ofdPages(new OfdPackage(bytes));
  if (pages.length === 0) throw unreadableOfd('这个 OFD 文件里找不到页面，可能已损坏，请重新导出后再试。');
  if (pages.every((page) => page.glyphs.length === 0)) {
    throw unreadableOfd('这个 OFD 里只有图片、没有文字（多半是扫描件），请改用文字版文件，或先做文字识别再导入。');
  }
  return documentOfPages('ofd', pages);
}

function ofdPages(files: OfdPackage): LayoutPage[] {
  const pages: LayoutPage[] = [];
  for (const body of elements(files.root('OFD.xml'), 'DocBody')) {
    const path = locate('OFD.xml', textContent(descend(body, 'DocRoot')).trim());
    const document = files.root(path);
    if (!document) continue;
    const area = descend(document, 'CommonData', 'PageArea');
    const composites = compositesOf(files, path, document);
    const templates = templatesOf(files, path, document);
    for (const page of elements(descend(document, 'Pages'), 'Page').slice(0, mostPages)) {
      const root = files.root(locate(path, page.attribs.BaseLoc ?? ''));
      if (root) pages.push(pageOf(root, area, templates, composites, pages.length + 1));
    }
  }
  return pages;
}

function pageOf(
  root: OfdElement,
  area: OfdElement | undefined,
  templates: ReadonlyMap<string, OfdElement>,
  composites: Composites,
  number: number,
): LayoutPage {
  const box = boxOf(descend(root, 'Area')) ?? boxOf(area) ?? [0, 0, 210, 297];
  const [left = 0, top = 0, width = 210, height = 297] = box;
  const scale = pointsPerMillimetre;
  const map: Matrix = [scale, 0, 0, scale, -left * scale, -top * scale];
  const drawing = { glyphs: [], rulings: [] };
  for (const use of elements(root, 'Template')) {
    const template = templates.get(use.attribs.TemplateID ?? '');
    if (template) drawObjects(template, map, composites, drawing);
  }
  const content = descend(root, 'Content');
  if (content) drawObjects(content, map, composites, drawing);
  return { number, width: width * scale, height: height * scale, ...drawing };
}

function boxOf(area: OfdElement | undefined): number[] | undefined {
  const values = numbers(textContent(descend(area, 'PhysicalBox')));
  return values.length === 4 && values.every(Number.isFinite) ? values : undefined;
}

function templatesOf(files: OfdPackage, path: string, document: OfdElement): Map<string, OfdElement> {
  const templates = new Map<string, OfdElement>();
  for (const entry of elements(descend(document, 'CommonData'), 'TemplatePage')) {
    const content = descend(files.root(locate(path, entry.attribs.BaseLoc ?? '')), 'Content');
    if (content) templates.set(entry.attribs.ID ?? '', content);
  }
  return templates;
}

function compositesOf(files: OfdPackage, path: string, document: OfdElement): Composites {
  const units = new Map<string, OfdElement>();
  const common = descend(document, 'CommonData');
  for (const entry of [...elements(common, 'PublicRes'), ...elements(common, 'DocumentRes')]) {
    const resources = files.root(locate(path, textContent(entry).trim()));
    for (const unit of elements(descend(resources, 'CompositeGraphicUnits'), 'CompositeGraphicUnit')) {
      const content = descend(unit, 'Content');
      if (content) units.set(unit.attribs.ID ?? '', content);
    }
  }
  return units;
}
