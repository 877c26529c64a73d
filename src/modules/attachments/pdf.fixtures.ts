/** Objects by number; `content` is the page's drawing. */
export interface PdfSpec {
  readonly content?: string;
  /** Entries of the catalogue, the page, the resources and the trailer. */
  readonly catalog?: string;
  readonly page?: string;
  readonly resources?: string;
  readonly trailer?: string;
  /** Further objects from number 10 on. */
  readonly objects?: readonly string[];
  /** Instead of one page. */
  readonly pages?: string;
}

export const stream = (content: string, entries = '') =>
  `<< ${entries} /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`;

/** Words in the standard Chinese font, which readers bring along. */
export function shown(text: string, x: number, y: number, size = 12): string {
  const codes = [...text].map((character) => character.charCodeAt(0).toString(16).padStart(4, '0')).join('');
  return `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm <${codes}> Tj ET`;
}

/** A small PDF with a cross-reference table that is right. */
export function pdfFile(spec: PdfSpec = {}): Buffer {
  const content = spec.content ?? shown('公开内容', 72, 720);
  const objects: (string | undefined)[] = [
    `<< /Type /Catalog /Pages 2 0 R ${spec.catalog ?? ''} >>`,
    spec.pages ?? '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 5 0 R >> ${spec.resources ?? ''} >> /Contents 4 0 R ${spec.page ?? ''} >>`,
    stream(content),
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 7 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>',
    'null',
    'null',
    ...(spec.objects ?? []),
  ];
  return Buffer.from(
    assembled(
      objects.map((object) => object ?? 'null'),
      spec.trailer,
    ),
    'latin1',
  );
}

function assembled(objects: readonly string[], trailer = ''): string {
  let file = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Root 1 0 R /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
}

/** A later save that replaces one object and leaves the earlier bytes where they are. */
export function appended(file: Buffer, number: number, object: string): Buffer {
  const before = file.toString('latin1');
  const previous = /startxref\n(\d+)/.exec(before)?.[1] ?? '0';
  const body = `${number} 0 obj\n${object}\nendobj\n`;
  const table = `xref\n${number} 1\n${String(before.length).padStart(10, '0')} 00000 n \n`;
  const trailer = `trailer\n<< /Root 1 0 R /Size 20 /Prev ${previous} >>\nstartxref\n${before.length + body.length}\n%%EOF\n`;
  return Buffer.from(before + body + table + trailer, 'latin1');
}
