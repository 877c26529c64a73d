import { type RawEntry, rawZip } from './zip.fixtures.ts';

export type Parts = Readonly<Record<string, string | Uint8Array>>;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface Rel {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external?: boolean;
}

export function rels(all: readonly Rel[]): string {
  const lines = all.map(
    ({ id, type, target, external }) =>
      `<Relationship Id="${id}" Type="${type.includes('/') ? type : `${REL}/${type}`}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
  );
  return `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`;
}

export function contentTypes(overrides: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries(overrides).map(
    ([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`,
  );
  return `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${lines.join('')}</Types>`;
}

export const paragraph = (text: string, properties = '') =>
  `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

export function wordXml(body: string, doctype = ''): string {
  return `${XML}${doctype}<w:document ${W}><w:body>${body}<w:sectPr/></w:body></w:document>`;
}

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

export function docxParts(body: string, more: Parts = {}): Parts {
  return {
    '[Content_Types].xml': contentTypes({ 'word/document.xml': MAIN }),
    '_rels/.rels': rels([{ id: 'r1', type: 'officeDocument', target: 'word/document.xml' }]),
    'word/document.xml': wordXml(body),
    ...more,
  };
}

export const partsFile = (parts: Parts): Buffer =>
  rawZip(Object.entries(parts).map(([name, data]): RawEntry => ({ name, data })));

/** A Word file of paragraphs and further parts. */
export const docxFile = (body: string, more: Parts = {}): Buffer => partsFile(docxParts(body, more));

export function coreProperties(creator: string): string {
  return `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${creator}</dc:creator><cp:lastModifiedBy>${creator}二</cp:lastModifiedBy></cp:coreProperties>`;
}

export interface SheetSpec {
  readonly name: string;
  readonly state?: string;
  /** Content of `worksheet`. */
  readonly xml: string;
}

export const inlineCell = (reference: string, text: string, more = '') =>
  `<c r="${reference}" t="inlineStr"${more}><is><t>${text}</t></is></c>`;

export function xlsxFile(sheets: readonly SheetSpec[], more: Parts = {}, workbookMore = ''): Buffer {
  const list = sheets
    .map(
      ({ name, state }, index) =>
        `<sheet name="${name}" sheetId="${index + 1}" r:id="r${index + 1}"${state ? ` state="${state}"` : ''}/>`,
    )
    .join('');
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': contentTypes({
      'xl/workbook.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
    }),
    '_rels/.rels': rels([{ id: 'r1', type: 'officeDocument', target: 'xl/workbook.xml' }]),
    'xl/workbook.xml': `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${REL}"><sheets>${list}</sheets>${workbookMore}</workbook>`,
    'xl/_rels/workbook.xml.rels': rels(
      sheets.map((_, index) => ({
        id: `r${index + 1}`,
        type: 'worksheet',
        target: `worksheets/sheet${index + 1}.xml`,
      })),
    ),
  };
  for (const [index, { xml }] of sheets.entries())
    parts[`xl/worksheets/sheet${index + 1}.xml`] =
      `${XML}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${REL}">${xml}</worksheet>`;
  return partsFile({ ...parts, ...more });
}

export function pptxFile(slides: readonly string[], more: Parts = {}): Buffer {
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': rels([{ id: 'r1', type: 'officeDocument', target: 'ppt/presentation.xml' }]),
    'ppt/presentation.xml': `${XML}<p:presentation xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>`,
  };
  for (const [index, slide] of slides.entries()) parts[`ppt/slides/slide${index + 1}.xml`] = XML + slide;
  return partsFile({ ...parts, ...more });
}

export const slideXml = (text: string, attributes = '') =>
  `<p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"${attributes}><p:cSld><p:spTree><p:sp><p:nvSpPr><p:cNvPr id="2" name="x"/></p:nvSpPr><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>`;

const OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"';

export interface OfdSpec {
  readonly info?: string;
  readonly document?: string;
  readonly content?: string;
  readonly doctype?: string;
}

/** One page of text objects (GB/T 33190). */
export function ofdParts({ info = '', document = '', content = '', doctype = '' }: OfdSpec, more: Parts = {}): Parts {
  return {
    'OFD.xml': `<?xml version="1.0"?>${doctype}<ofd:OFD ${OFD}><ofd:DocBody><ofd:DocInfo>${info}</ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `<ofd:Document ${OFD}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages>${document}</ofd:Document>`,
    'Doc_0/Pages/Page_0/Content.xml': `<ofd:Page ${OFD}><ofd:Content><ofd:Layer>${content}</ofd:Layer></ofd:Content></ofd:Page>`,
    ...more,
  };
}

export const ofdText = (text: string, boundary = '20 20 100 8', more = '') =>
  `<ofd:TextObject Boundary="${boundary}" Font="1" Size="5"${more}><ofd:TextCode X="0" Y="5">${text}</ofd:TextCode></ofd:TextObject>`;

export const ofdFile = (spec: OfdSpec, more: Parts = {}): Buffer => partsFile(ofdParts(spec, more));
