import { strToU8, zipSync } from 'fflate';
import { CONTENT_TYPES, PACKAGE, paragraph, TABLE_BORDERS, wordDocument } from './docx-parts.ts';

export interface EvidenceSheet {
  readonly title: string;
  readonly unit: string;
  readonly task: string;
  readonly text: string;
  /** 2026年6月12日 */
  readonly day: string;
}

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
    `<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/><w:tblBorders>${TABLE_BORDERS}</w:tblBorders></w:tblPr>${rows.map(row).join('')}</w:tbl>`,
    paragraph('（示范材料，内容为虚构）', '', '<w:sz w:val="20"/>'),
  ];
  const document = wordDocument(body.join(''));
  return zipSync(
    { '[Content_Types].xml': CONTENT_TYPES, '_rels/.rels': PACKAGE, 'word/document.xml': strToU8(document) },
    { level: 0 },
  );
}

function row([label, value]: readonly [string, string]): string {
  return `<w:tr>${cell(label, 2000)}${cell(value, 7000)}</w:tr>`;
}

function cell(text: string, width: number): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(text, '', '<w:sz w:val="24"/>')}</w:tc>`;
}
