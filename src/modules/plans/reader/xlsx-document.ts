import { Parser } from 'htmlparser2';
import { unreadable, zipTexts } from './office-zip.ts';
import type { SourceBlock, SourceDocument } from './source-document.ts';
import { readDatePatterns } from './xlsx-formats.ts';
import { readSheet, type XlsxTexts } from './xlsx-sheet.ts';

interface Sheet {
  readonly name: string;
  readonly path: string;
  readonly hidden: boolean;
}

/**
 * Reads the visible sheets of a workbook, each as a table; hidden sheets only when nothing visible holds text.
 * @throws AppError `plan-unreadable` when the archive is damaged or holds no sheet
 */
export function readXlsx(bytes: Uint8Array): SourceDocument {
  const parts = zipTexts(bytes, (name) =>
    /^xl\/(?:workbook|styles|sharedStrings|worksheets\/[^/]+|_rels\/workbook)\.xml(?:\.rels)?$/i.test(name),
  );
  const workbook = parts.get('xl/workbook.xml');
  if (workbook === undefined) throw unreadable('这个 Excel 文件里没有工作表，可能已损坏，请重新保存后再试。');
  const sheets = sheetsOf(workbook, parts.get('xl/_rels/workbook.xml.rels') ?? '');
  const texts: XlsxTexts = {
    shared: sharedStrings(parts.get('xl/sharedStrings.xml') ?? ''),
    patterns: readDatePatterns(parts.get('xl/styles.xml')),
    from1904: /date1904="(?:1|true)"/.test(workbook),
  };
  const blocksOf = (chosen: readonly Sheet[]) =>
    chosen.flatMap((sheet) => sheetBlocks(sheet, parts.get(sheet.path), texts));
  const visible = blocksOf(sheets.filter((sheet) => !sheet.hidden));
  return { format: 'xlsx', blocks: visible.length > 0 ? visible : blocksOf(sheets) };
}

/** The sheet's name is its caption: 任务分解表. */
function sheetBlocks(sheet: Sheet, xml: string | undefined, texts: XlsxTexts): SourceBlock[] {
  const table = xml === undefined ? undefined : readSheet(xml, sheet.name, texts);
  if (!table) return [];
  return [{ kind: 'paragraph', text: sheet.name, place: { sheet: sheet.name } }, table];
}

function sheetsOf(workbook: string, relations: string): Sheet[] {
  const targets = new Map<string, string>();
  each(relations, (name, attributes) => {
    if (name === 'Relationship')
      targets.set(attributes.Id ?? '', (attributes.Target ?? '').replace(/^\/?(?:xl\/)?/, 'xl/'));
  });
  const sheets: Sheet[] = [];
  each(workbook, (name, attributes) => {
    if (name !== 'sheet') return;
    const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
    const path = targets.get(relation) ?? `xl/worksheets/sheet${sheets.length + 1}.xml`;
    sheets.push({ name: attributes.name ?? '', path, hidden: /hidden/i.test(attributes.state ?? '') });
  });
  return sheets;
}

function each(xml: string, onElement: (name: string, attributes: Record<string, string>) => void): void {
  const parser = new Parser(
    { onopentag: (name, attributes) => onElement(name.slice(name.indexOf(':') + 1), attributes) },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
}

/** Rich text is joined; phonetic readings are left out. */
function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let phonetic = 0;
  const parser = new Parser(
    {
      onopentag(name) {
        const local = name.slice(name.indexOf(':') + 1);
        if (local === 'si') current = '';
        if (local === 'rPh') phonetic += 1;
        if (local === 't') inText = phonetic === 0;
      },
      ontext(text) {
        if (inText) current += text;
      },
      onclosetag(name) {
        const local = name.slice(name.indexOf(':') + 1);
        if (local === 'rPh') phonetic -= 1;
        if (local === 't') inText = false;
        if (local === 'si') strings.push(current.replace(/_x000[dD]_/g, '').replace(/\r\n?/g, '\n'));
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return strings;
}
