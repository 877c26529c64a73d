import { type BodyContext, bodyNodes } from './body-nodes.ts';
import type { PdfNode, Run } from './pdf-nodes.ts';

/** What of record.json a printed document shows. */
export interface PrintedRecord {
  readonly number: number;
  readonly ordinal: number;
  readonly title: string;
  readonly bodyHtml: string;
  readonly attachments: readonly { readonly name: string; readonly sha256: string }[];
  readonly publishedAt: string;
}

export interface PrintedWords {
  /** Whose document it is, for the head of each page. */
  readonly source: string;
  /** Name and value of the elements, in the order in which they are shown. */
  readonly facts: readonly (readonly [string, string])[];
  /** Public address of the site, without slash at the end. */
  readonly origin: string;
  readonly siteName: string;
  /** SHA-256 of record.json, hex. */
  readonly recordHash: string;
  /** Printed above the elements, for example that the document was withdrawn. */
  readonly notice: string | null;
}

const MARGINS = [64, 74, 64, 66] as const;
const A4_WIDTH = 595.28;
const WIDTH = A4_WIDTH - MARGINS[0] - MARGINS[2];
const SMALL = 8.5;
const GREY = '#46565f';

/** The fonts as far as the layout needs them. */
export interface Fitting {
  /** Splits runs by the fonts that have their characters. */
  fit(nodes: readonly PdfNode[]): readonly PdfNode[];
  /** Whether some character was found in none. */
  lacks(): boolean;
}

/**
 * The whole document for the PDF engine. Nothing in it depends on when or where it is made: the same record and words give the same bytes.
 */
export function documentDefinition(
  record: PrintedRecord,
  words: PrintedWords,
  pictures: BodyContext['pictures'],
  fonts: Fitting,
): object {
  const shown = (nodes: readonly PdfNode[]) => fonts.fit(nodes);
  const address = `${words.origin}/documents/${record.number}`;
  const text = bodyNodes(record.bodyHtml, { origin: words.origin, pictures, width: WIDTH });
  const line = `编号 ${record.number}　第 ${record.ordinal} 版　来源：${words.source}`;
  const proof = `核验地址：${address}#seal`;
  const head = shown([{ text: [{ text: line }] }, { text: [{ text: proof, link: `${address}#seal` }] }]);
  return {
    pageSize: 'A4',
    pageMargins: MARGINS,
    defaultStyle: { font: 'main', fontSize: 12, lineHeight: 1.45 },
    info: {
      title: record.title,
      author: words.source,
      creator: words.siteName,
      producer: 'Mingchuang',
      creationDate: new Date(record.publishedAt),
    },
    language: 'zh-CN',
    content: [
      ...shown([
        { text: [{ text: record.title, bold: true }], fontSize: 20, alignment: 'center', margin: [0, 8, 0, 10] },
      ]),
      ...shown(notice(words.notice)),
      ...shown([factsTable(words.facts)]),
      ...shown(text),
      ...shown(attachments(record, address)),
      ...shown(seal(record, words, address, fonts.lacks())),
    ],
    header: { stack: head, margin: [MARGINS[0], 28, MARGINS[2], 0], fontSize: SMALL, color: GREY, lineHeight: 1.25 },
    footer: (page: number, pages: number) => ({
      text: `${words.siteName}　第 ${page} 页，共 ${pages} 页`,
      alignment: 'center',
      fontSize: SMALL,
      color: GREY,
      margin: [0, 24, 0, 0],
    }),
  };
}

function notice(text: string | null): PdfNode[] {
  return text === null ? [] : [{ text: [{ text, bold: true }], margin: [0, 0, 0, 10] }];
}

function factsTable(facts: PrintedWords['facts']): PdfNode {
  const cell = (text: string, fill?: string) => ({
    stack: [{ text: [{ text }] as Run[], fontSize: 10 }],
    ...(fill ? { fillColor: fill } : {}),
  });
  return {
    table: {
      headerRows: 0,
      dontBreakRows: true,
      widths: ['18%', '82%'],
      body: facts.map(([name, value]) => [cell(name, '#eef3f5'), cell(value)]),
    },
    layout: 'record',
    margin: [0, 0, 0, 14],
  };
}

function attachments({ attachments: files }: PrintedRecord, address: string): PdfNode[] {
  if (files.length === 0) return [];
  return [
    { text: [{ text: '附件', bold: true }], margin: [0, 12, 0, 4] },
    {
      ol: files.map(({ name, sha256 }) => ({
        text: [{ text: name, link: `${address}/files/${sha256}/${encodeURIComponent(name)}` }],
      })),
    },
  ];
}

/** How a reader of the paper finds out whether it is what was published. */
function seal(
  { publishedAt }: PrintedRecord,
  { recordHash }: PrintedWords,
  address: string,
  lacks: boolean,
): PdfNode[] {
  const day = new Date(Date.parse(publishedAt) + 8 * 3_600_000).toISOString().slice(0, 10);
  const text = `本文件由公开记录自动生成，公开日期 ${day}。文件是否有效、有无更新，以 ${address} 为准。${lacks ? '个别生僻字以〓代替，以网页文本为准。' : ''}公开记录的摘要（SHA-256）：${recordHash}`;
  return [{ text: [{ text, link: address }], fontSize: SMALL, margin: [0, 20, 0, 0] }];
}
