import { strToU8, zipSync } from 'fflate';
import { type DrawnPage, type DrawnText, pageHeight, pageWidth } from './page-drawing.fixtures.ts';
import { printedWidth } from './source-text.ts';

/**
 * A PDF with the standard Chinese font, which readers bring along, so the file needs no font of its own.
 * @param form whether the rulings stand in a Form XObject, as some programs write them
 */
export function pdfFile(pages: readonly DrawnPage[], form = false): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '',
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] /FontDescriptor 5 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>',
  ];
  const add = (object: string) => objects.push(object);
  const kids = pages.map((page) => {
    const rulings = page.lines.map(({ x1, y1, x2, y2 }) => `${x1} ${flip(y1)} m ${x2} ${flip(y2)} l S`).join('\n');
    const drawing = add(stream(rulings, '/Type /XObject /Subtype /Form /BBox [0 0 595 842]'));
    const texts = page.texts.map(pdfText).join('\n');
    const content = add(stream(`${form ? '/Rulings Do' : rulings}\n${texts}`));
    const resources = `<< /Font << /F 3 0 R >> /XObject << /Rulings ${drawing} 0 R >> >>`;
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageWidth} ${pageHeight}] /Resources ${resources} /Contents ${content} 0 R >>`,
    );
  });
  objects[1] = `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`;
  return assembled(objects);
}

function flip(y: number): number {
  return pageHeight - y;
}

function stream(content: string, entries = ''): string {
  return `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function pdfText({ x, baseline, size, text }: DrawnText): string {
  const codes = [...text].map((character) => character.charCodeAt(0).toString(16).padStart(4, '0')).join('');
  return `BT /F ${size} Tf 1 0 0 1 ${x} ${flip(baseline)} Tm <${codes}> Tj ET`;
}

function assembled(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Root 1 0 R /Size ${objects.length + 1} >>\nstartxref\n${start}\n%%EOF\n`;
  return strToU8(file, true);
}

const millimetres = 25.4 / 72;

/** An OFD (GB/T 33190) of text and path objects. */
export function ofdFile(pages: readonly DrawnPage[]): Uint8Array {
  const files: Record<string, Uint8Array> = {
    'OFD.xml': strToU8(
      '<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
    ),
  };
  const list = pages
    .map((_, index) => `<ofd:Page ID="${index + 1}" BaseLoc="Pages/Page_${index}/Content.xml"/>`)
    .join('');
  const area = `<ofd:PageArea><ofd:PhysicalBox>0 0 ${pageWidth * millimetres} ${pageHeight * millimetres}</ofd:PhysicalBox></ofd:PageArea>`;
  files['Doc_0/Document.xml'] = strToU8(
    `<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData>${area}</ofd:CommonData><ofd:Pages>${list}</ofd:Pages></ofd:Document>`,
  );
  for (const [index, page] of pages.entries()) {
    const objects = [...page.lines.map(ofdPath), ...page.texts.map(ofdText)].join('');
    files[`Doc_0/Pages/Page_${index}/Content.xml`] = strToU8(
      `<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content><ofd:Layer>${objects}</ofd:Layer></ofd:Content></ofd:Page>`,
    );
  }
  return zipSync(files);
}

function ofdPath({ x1, y1, x2, y2 }: DrawnPage['lines'][number]): string {
  const [left, top] = [Math.min(x1, x2) * millimetres, Math.min(y1, y2) * millimetres];
  const boundary = `${left} ${top} ${Math.abs(x2 - x1) * millimetres} ${Math.abs(y2 - y1) * millimetres}`;
  const data = `M 0 0 L ${Math.abs(x2 - x1) * millimetres} ${Math.abs(y2 - y1) * millimetres}`;
  return `<ofd:PathObject Boundary="${boundary}" LineWidth="0.2"><ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`;
}

function ofdText({ x, baseline, size, text }: DrawnText): string {
  const mm = size * millimetres;
  const deltas = [...text].slice(0, -1).map((character) => (printedWidth(character) * mm).toFixed(3));
  const boundary = `${x * millimetres} ${(baseline - size) * millimetres} ${printedWidth(text) * mm} ${mm * 1.2}`;
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<ofd:TextObject Boundary="${boundary}" Font="1" Size="${mm}"><ofd:TextCode X="0" Y="${mm}" DeltaX="${deltas.join(' ')}">${escaped}</ofd:TextCode></ofd:TextObject>`;
}
