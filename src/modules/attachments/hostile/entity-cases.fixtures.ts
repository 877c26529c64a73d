import {
  contentTypes,
  coreProperties,
  docxFile,
  docxParts,
  inlineCell,
  ofdFile,
  ofdText,
  paragraph,
  partsFile,
  pptxFile,
  rels,
  slideXml,
  wordXml,
  xlsxFile,
} from '../office.fixtures.ts';
import type { Bait, HostileCase } from './hostile-case.fixtures.ts';

const laughs = (count: number) =>
  `<!DOCTYPE l [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">${Array.from({ length: count }, (_, index) => `<!ENTITY ${String.fromCharCode(98 + index)} "${`&${String.fromCharCode(97 + index)};`.repeat(10)}">`).join('')}]>`;
const _sheet = (cells: string, before = '') =>
  xlsxFile([{ name: '表', xml: `${before}<sheetData>${cells}</sheetData>` }]);
const row = (cells: string) => `<row r="1">${cells}</row>`;

/** Document types of every kind, wherever XML is read. */
export function entityCases({ file, web }: Bait): HostileCase[] {
  const read = `<!DOCTYPE w [<!ENTITY x SYSTEM "${file}">]>`;
  const visit = `<!DOCTYPE w SYSTEM "${web}/evil.dtd">`;
  const parameter = `<!DOCTYPE w [<!ENTITY % p SYSTEM "${web}/p.dtd">%p;]>`;
  const doc =
    (doctype: string, body = paragraph('&x;')) =>
    () =>
      partsFile({ ...docxParts(''), 'word/document.xml': wordXml(body, doctype) });
  const part = (name: string, xml: string) => () => docxFile(paragraph('文'), { [name]: xml });
  const one = (
    what: string,
    make: () => Buffer,
    name = 'a.docx',
    also: HostileCase['also'] = ['import', 'clean'],
  ): HostileCase => ({ what, name, file: make, refused: 'doctype', also });
  return [
    one('an entity that reads a file, in the text', doc(read)),
    one('an entity that visits a server, in the text', doc(`<!DOCTYPE w [<!ENTITY x SYSTEM "${web}/x">]>`)),
    one('a document type from a server', doc(visit)),
    one('a parameter entity', doc(parameter)),
    one('a billion laughs in the text', doc(laughs(9), paragraph('&j;'))),
    one(
      'one long entity used often',
      doc(`<!DOCTYPE w [<!ENTITY x "${'长'.repeat(50_000)}">]>`, paragraph('&x;'.repeat(20_000))),
    ),
    one('a document type in UTF-16', () =>
      partsFile({
        ...docxParts(''),
        'word/document.xml': Buffer.from(`\ufeff${wordXml(paragraph('&x;'), read)}`, 'utf16le'),
      }),
    ),
    one('a document type after a long comment', doc(`<!--${'x'.repeat(200_000)}-->${read}`)),
    one('a document type in small letters', doc(read.toLowerCase())),
    one(
      'an entity in the header',
      part('word/header1.xml', `${read}<w:hdr xmlns:w="x"><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:hdr>`),
    ),
    one(
      'an entity in the comments',
      part('word/comments.xml', `${read}<w:comments xmlns:w="x"><w:comment><w:t>&x;</w:t></w:comment></w:comments>`),
    ),
    one(
      'an entity in the properties',
      part('docProps/core.xml', coreProperties('&x;').replace('<cp:', `${read}<cp:`)),
      'a.docx',
      ['clean'],
    ),
    one(
      'an entity in the list of types',
      part('[Content_Types].xml', contentTypes().replace('<Types', `${read}<Types`)),
    ),
    one(
      'an entity in the relations',
      part(
        'word/_rels/document.xml.rels',
        rels([{ id: 'a', type: 'image', target: '&x;' }]).replace('<Rel', `${visit}<Rel`),
      ),
    ),
    one('an entity in a part that nobody reads', part('word/theme/theme1.xml', `${read}<a:theme>&x;</a:theme>`)),
    one('an entity in the styles', part('word/styles.xml', `${read}<w:styles xmlns:w="x"/>`)),
    one(
      'an entity in a sheet',
      () =>
        xlsxFile([{ name: '表', xml: '' }], {
          'xl/worksheets/sheet1.xml': `${read}<worksheet><sheetData>${row(inlineCell('A1', '&x;'))}</sheetData></worksheet>`,
        }),
      'a.xlsx',
      ['preview', 'clean'],
    ),
    one(
      'a billion laughs in the shared strings',
      () =>
        xlsxFile([{ name: '表', xml: '' }], { 'xl/sharedStrings.xml': `${laughs(9)}<sst><si><t>&j;</t></si></sst>` }),
      'a.xlsx',
      ['preview'],
    ),
    one('an entity in a slide', () => pptxFile([`${read}${slideXml('&x;')}`]), 'a.pptx', ['preview']),
    one('an entity in OFD.xml', () => ofdFile({ doctype: read, info: '<ofd:Author>&x;</ofd:Author>' }), 'a.ofd', [
      'preview',
    ]),
    one(
      'an entity in a page of OFD',
      () =>
        ofdFile(
          {},
          { 'Doc_0/Pages/Page_0/Content.xml': `${read}<ofd:Page xmlns:ofd="x">${ofdText('&x;')}</ofd:Page>` },
        ),
      'a.ofd',
    ),
  ];
}
