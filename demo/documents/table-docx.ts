import { strToU8, zipSync } from 'fflate';
import { CONTENT_TYPES, PACKAGE, paragraph, TABLE_BORDERS, wordDocument } from './docx-parts.ts';

/** A Word file with a title and one table, as units attach them to their documents. */
export function tableDocx(title: string, rows: readonly (readonly string[])[]): Uint8Array {
  const width = Math.floor(9000 / Math.max(1, rows[0]?.length ?? 1));
  const cell = (text: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(text, '', '<w:sz w:val="24"/>')}</w:tc>`;
  const table = rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('');
  const body = [
    paragraph(title, '<w:pPr><w:jc w:val="center"/></w:pPr>', '<w:b/><w:sz w:val="36"/>'),
    `<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/><w:tblBorders>${TABLE_BORDERS}</w:tblBorders></w:tblPr>${table}</w:tbl>`,
    paragraph('（示范材料，内容为虚构）', '', '<w:sz w:val="20"/>'),
  ];
  return zipSync(
    {
      '[Content_Types].xml': CONTENT_TYPES,
      '_rels/.rels': PACKAGE,
      'word/document.xml': strToU8(wordDocument(body.join(''))),
    },
    { level: 0 },
  );
}
