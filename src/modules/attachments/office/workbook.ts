import type { Findings } from '../opening/findings.ts';
import { broken } from '../opening/refusal.ts';
import { locate, type OfficePackage } from './office-package.ts';
import { textOf } from './package-dangers.ts';
import { readSharedStrings } from './shared-strings.ts';
import { inspectSheet, type SheetEntry } from './sheet.ts';
import { readCellStyles } from './sheet-styles.ts';
import { inspectComments } from './word.ts';
import { attribute, walkXml } from './xml-walk.ts';

export function inspectWorkbook(files: OfficePackage, findings: Findings): void {
  const strings = readSharedStrings(files.xml('xl/sharedStrings.xml') ?? '');
  const styles = readCellStyles(files.xml('xl/styles.xml') ?? '');
  const sheets = sheetsOf(files, findings);
  if (sheets.length === 0) throw broken();
  for (const sheet of sheets) inspectSheet(files.xml(sheet.part) ?? '', sheet, { strings, styles }, findings);
  for (const name of files.names(/^xl\/(?:comments\d*|threadedComments\/.*)\.xml$/i))
    inspectSheetComments(files, name, findings);
  inspectData(files, findings);
}

/** Sheets in their order. */
export function sheetsOf(files: OfficePackage, findings?: Findings): SheetEntry[] {
  const targets = new Map(files.relationships('xl/workbook.xml').map(({ id, target }) => [id, target]));
  const sheets: SheetEntry[] = [];
  walkXml(files.xml('xl/workbook.xml') ?? '', {
    open: (name, attributes) => {
      if (name === 'sheet') {
        const number = sheets.length + 1;
        const target = targets.get(attribute(attributes, 'id') ?? '') ?? `worksheets/sheet${number}.xml`;
        const state = attribute(attributes, 'state') ?? 'visible';
        sheets.push({
          name: attributes.name ?? `工作表${number}`,
          hidden: state !== 'visible',
          part: locate('xl/workbook.xml', target),
        });
      }
      if (name === 'absPath') findings?.hidden('metadata', '保存路径', attribute(attributes, 'url') ?? '');
      if (name === 'fileSharing') findings?.hidden('metadata', '共享用户', attribute(attributes, 'userName') ?? '');
      if (name === 'definedName' && attributes.hidden === '1' && !/^_xlnm\./.test(attributes.name ?? ''))
        findings?.hidden('metadata', '隐藏的名称', attributes.name ?? '', { cleanable: false });
    },
  });
  return sheets;
}

function inspectSheetComments(files: OfficePackage, name: string, findings: Findings): void {
  if (/threadedComments/i.test(name)) {
    const text = textOf(files.xml(name) ?? '');
    findings.hidden('comment', '会话批注', text);
    findings.text(`${text}\f`);
  } else inspectComments(files.xml(name) ?? '', findings);
}

/** Data that stands in the file but in no cell. */
function inspectData(files: OfficePackage, findings: Findings): void {
  for (const name of files.names(/^xl\/pivotCache\/pivotCacheRecords\d*\.xml$/i)) {
    const advice = '数据透视表保留了全部源数据，请把透视表复制为数值后再上传。';
    findings.hidden('embeddedFile', '数据透视表缓存', valuesOf(files.xml(name) ?? ''), { advice, cleanable: false });
  }
  for (const name of files.names(/^xl\/pivotCache\/pivotCacheDefinition\d*\.xml$/i))
    findings.text(`${valuesOf(files.xml(name) ?? '')}\f`);
  for (const name of files.names(/^xl\/externalLinks\/externalLink\d*\.xml$/i))
    findings.hidden('externalLink', '引用的其他工作簿', valuesOf(files.xml(name) ?? ''), { cleanable: false });
  for (const name of files.names(/^xl\/(?:connections\.xml|queryTables\/.*\.xml)$/i))
    findings.hidden('externalLink', '数据连接', valuesOf(files.xml(name) ?? ''), { cleanable: false });
  for (const name of files.names(/^xl\/revisions\/revisionLog\d*\.xml$/i))
    findings.hidden('previousRevision', '共享工作簿的修订记录', textOf(files.xml(name) ?? ''));
}

function valuesOf(xml: string): string {
  const values: string[] = [];
  walkXml(xml, {
    open: (_, attributes) => {
      const value = attributes.v ?? attributes.name ?? attributes.connection ?? attributes.sourceFile;
      if (value !== undefined && values.length < 20_000) values.push(value);
    },
    text: (text) => {
      if (text.trim() !== '' && values.length < 20_000) values.push(text.trim());
    },
  });
  return values.join(' ');
}
