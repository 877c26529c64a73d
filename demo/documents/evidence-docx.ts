import { strToU8, zipSync } from 'fflate';

export interface EvidenceSheet {
  readonly title: string;
  readonly unit: string;
  readonly task: string;
  readonly text: string;
  /** 2026年6月12日 */
  readonly day: string;
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const RELATIONS = 'http://schemas.openxmlformats.org';

const CONTENT_TYPES = strToU8(
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="${RELATIONS}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${OFFICE}"/></Types>`,
);
const PACKAGE = strToU8(
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="${RELATIONS}/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
);

/**
 * The small Word file that a unit hands in as evidence: the three parts that the format asks for, stored without compression, because
 * hundreds are made when the demonstration is loaded.
 */
export function evidenceDocx(sheet: EvidenceSheet): Uint8Array {
  const rows = [
    ['单位', sheet.unit],
    ['对应任务', sheet.task],
    ['情况说明', sheet.text],
    ['填报日期', sheet.day],
  ] as const;
  const body = [
    paragraph(sheet.title, '<w:pPr><w:jc w:val="center"/></w:pPr>', '<w:b/><w:sz w:val="36"/>'),
    `<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/><w:tblBorders>${BORDERS}</w:tblBorders></w:tblPr>${rows.map(row).join('')}</w:tbl>`,
    paragraph('（示范材料，内容为虚构）', '', '<w:sz w:val="20"/>'),
  ];
  const document = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="${WORD}"><w:body>${body.join('')}</w:body></w:document>`;
  return zipSync(
    { '[Content_Types].xml': CONTENT_TYPES, '_rels/.rels': PACKAGE, 'word/document.xml': strToU8(document) },
    { level: 0 },
  );
}

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('');

function row([label, value]: readonly [string, string]): string {
  return `<w:tr>${cell(label, 2000)}${cell(value, 7000)}</w:tr>`;
}

function cell(text: string, width: number): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(text, '', '<w:sz w:val="24"/>')}</w:tc>`;
}

function paragraph(text: string, properties: string, run: string): string {
  return `<w:p>${properties}<w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${xml(text)}</w:t></w:r></w:p>`;
}

function xml(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);
}
