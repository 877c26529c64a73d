import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

/** Right by the checksum of GB 11643, made up for this journey: no page, feed, export or index may ever show it. */
export const CANARY_NUMBER = '110101199003074450';
export const MASKED_NUMBER = /11\*{10,}450/;

export const JOURNEY_NOTICE = {
  title: '关于公布2026年第三批临时救助对象名单的通知',
  documentNumber: '明教发〔2026〕37号',
  issuedOn: '2026-11-16',
  issuer: '澄川市明湖区教育局',
};

/** An official document as Word writes it, with a citizen's number in the table that somebody forgot to mask. */
export function noticeFile(): Promise<Buffer> {
  const line = (text: string, alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT) =>
    new Paragraph({ alignment, children: [new TextRun(text)] });
  const cell = (text: string) => new TableCell({ children: [line(text)] });
  const row = (...cells: string[]) => new TableRow({ children: cells.map(cell) });
  return Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            line(JOURNEY_NOTICE.documentNumber, AlignmentType.CENTER),
            new Paragraph({
              heading: HeadingLevel.TITLE,
              alignment: AlignmentType.CENTER,
              children: [new TextRun({ text: JOURNEY_NOTICE.title, bold: true })],
            }),
            line('各有关单位：'),
            line('经审核，现将第三批临时救助对象名单公布如下，请按规定及时发放救助金。'),
            new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun('一、救助名单')] }),
            new Table({
              width: { size: 100, type: WidthType.PERCENTAGE },
              rows: [row('序号', '对象', '身份证号', '金额（元）'), row('1', '第一名', CANARY_NUMBER, '3000')],
            }),
            new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun('二、有关要求')] }),
            line('发放情况于月底前报送。'),
            line(JOURNEY_NOTICE.issuer, AlignmentType.RIGHT),
            line('2026年11月16日', AlignmentType.RIGHT),
          ],
        },
      ],
    }),
  );
}
