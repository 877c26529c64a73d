import { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

export interface EvidenceSheet {
  readonly title: string;
  readonly unit: string;
  readonly task: string;
  readonly text: string;
  /** 2026年6月12日 */
  readonly day: string;
}

const BODY = 'word/document.xml';

/**
 * Makes the small Word files that units hand in as evidence. The package is built once and only its text filled in for each sheet:
 * some seven hundred are needed when the demonstration is loaded.
 */
export class EvidenceSheets {
  readonly #parts: Readonly<Record<string, Uint8Array>>;
  readonly #body: string;

  private constructor(parts: Readonly<Record<string, Uint8Array>>) {
    this.#parts = parts;
    this.#body = strFromU8(parts[BODY] ?? new Uint8Array());
  }

  static async open(): Promise<EvidenceSheets> {
    return new EvidenceSheets(unzipSync(new Uint8Array(await Packer.toBuffer(blank()))));
  }

  fill(sheet: EvidenceSheet): Uint8Array {
    const body = this.#body.replace(/\[\[(title|unit|task|text|day)\]\]/g, (_, field: keyof EvidenceSheet) =>
      xml(sheet[field]),
    );
    return zipSync({ ...this.#parts, [BODY]: strToU8(body) }, { level: 1 });
  }
}

function blank(): Document {
  const field = (label: string, value: string) => new TableRow({ children: [cell(label, 2000), cell(value, 7000)] });
  return new Document({
    sections: [
      {
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ text: '[[title]]', bold: true, size: 36 })],
          }),
          new Table({
            width: { size: 9000, type: WidthType.DXA },
            columnWidths: [2000, 7000],
            rows: [
              field('单位', '[[unit]]'),
              field('对应任务', '[[task]]'),
              field('情况说明', '[[text]]'),
              field('填报日期', '[[day]]'),
            ],
          }),
          new Paragraph({ children: [new TextRun({ text: '（示范材料，内容为虚构）', size: 20 })] }),
        ],
      },
    ],
  });
}

function cell(text: string, width: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    children: [new Paragraph({ children: [new TextRun({ text, size: 24 })] })],
  });
}

function xml(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);
}
