import { inflateSync } from 'node:zlib';
import { PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { findInPdf, maskPdf } from './mask-pdf.ts';
import { pdfGlyphs } from './pdf-glyphs.ts';

const SECRET = '11010519491231002X';
const OTHER = '34052419800101001X';

/** Two pages: the first holds the secret in text, in a picture of letters, under a box and in a note; the second is public. */
async function secretPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const first = document.addPage([595, 842]);
  first.drawText(`Name Wang  ID ${SECRET}`, { x: 60, y: 700, size: 12, font });
  first.drawText('open words', { x: 60, y: 600, size: 12, font });
  const second = document.addPage([595, 842]);
  second.drawText('Public page 12345 hotline', { x: 60, y: 700, size: 12, font });
  // Everything around the pages that may carry the same number.
  document.setTitle(`List of ${SECRET}`);
  document.setAuthor('Zhang of section 3');
  document.addJavaScript('tell', `app.alert("${SECRET}")`);
  await document.attach(new TextEncoder().encode(`original ${SECRET}`), 'original.txt', { mimeType: 'text/plain' });
  const note = document.context.register(
    document.context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [0, 0, 9, 9],
      Contents: PDFString.of(SECRET),
      Dest: [first.ref, PDFName.of('Fit')],
    }),
  );
  second.node.set(PDFName.of('Annots'), document.context.obj([note]));
  second.node.set(PDFName.of('PieceInfo'), document.context.obj({ Word: { Private: PDFHexString.fromText(SECRET) } }));
  return document.save();
}

/** Every byte of the file as text, streams unpacked. */
async function allBytes(bytes: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const texts = [Buffer.from(bytes).toString('latin1')];
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    texts.push(object.toString());
    if (!(object instanceof PDFRawStream)) continue;
    const packed = Buffer.from(object.contents);
    try {
      texts.push(inflateSync(packed).toString('latin1'));
    } catch {
      texts.push(packed.toString('latin1'));
    }
  }
  return texts.join('\n');
}

const hex = (text: string) => Buffer.from(text, 'latin1').toString('hex').toUpperCase();
const wide = (text: string) =>
  text
    .split('')
    .map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'))
    .join('')
    .toUpperCase();

describe('masking a PDF', () => {
  it('finds a number with a box around it', async () => {
    const [first, second] = await findInPdf(await secretPdf());
    expect(first?.findings.map(({ type, text }) => [type, text])).toEqual([['identityNumber', SECRET]]);
    const [box] = first?.findings[0]?.boxes ?? [];
    expect(box?.page).toBe(1);
    expect(box?.x).toBeGreaterThan(130);
    expect(box?.y).toBeGreaterThan(842 - 700 - 15);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(842 - 700 + 8);
    expect(second?.findings).toEqual([]);
  });

  it('leaves no trace of what was under the box in any layer', async () => {
    const file = await secretPdf();
    const [page] = await findInPdf(file);
    const masked = await maskPdf(file, page?.findings.flatMap(({ boxes }) => boxes) ?? []);
    const before = await allBytes(file);
    const after = await allBytes(masked);
    // The search is able to see: all of these stand in the original.
    expect([SECRET, hex(SECRET), wide(SECRET)].filter((trace) => before.includes(trace))).toEqual([
      SECRET,
      hex(SECRET),
      wide(SECRET),
    ]);
    for (const trace of [
      SECRET,
      SECRET.slice(2, 15),
      hex(SECRET),
      wide(SECRET),
      'Zhang of section',
      'app.alert',
      'original',
    ]) {
      expect([trace, after.includes(trace)]).toEqual([trace, false]);
    }
    const [first, second] = await pdfGlyphs(masked);
    expect(first?.glyphs).toEqual([]);
    expect(second?.glyphs.map(({ text }) => text).join('')).toBe('Public page 12345 hotline');
  });

  it('blackens the pixels and leaves the rest to be read', async () => {
    const file = await secretPdf();
    const masked = await maskPdf(file, [{ page: 1, x: 50, y: 100, width: 100, height: 50 }]);
    const { pixel, size } = await pictureOf(masked);
    expect(pixel(60, 110)).toBe(0);
    expect(pixel(149, 149)).toBe(0);
    expect(pixel(200, 120)).toBe(255);
    expect(size).toEqual([595, 842]);
    // "open words" stands at y 600: some of its pixels are dark.
    const dark = Array.from({ length: 60 }, (_, step) => pixel(60 + step, 842 - 603)).filter((value) => value < 128);
    expect(dark.length).toBeGreaterThan(3);
  });

  it('draws a page whose words come from a form field or a hidden layer', async () => {
    const document = await PDFDocument.create();
    const font = await document.embedFont(StandardFonts.Helvetica);
    const layered = document.addPage([300, 300]);
    layered.drawText('seen', { x: 20, y: 200, size: 20, font });
    const group = document.context.register(document.context.obj({ Type: 'OCG', Name: PDFString.of('draft') }));
    layered.node.Resources()?.set(PDFName.of('Properties'), document.context.obj({ L: group }));
    const content = document.context.stream(`/OC /L BDC BT /${font.name} 12 Tf 20 100 Td (${OTHER}) Tj ET EMC`);
    layered.node.addContentStream(document.context.register(content));
    document.catalog.set(PDFName.of('OCProperties'), document.context.obj({ OCGs: [group], D: { OFF: [group] } }));
    const form = document.addPage([300, 300]);
    const field = document.getForm().createTextField('id');
    field.setText(OTHER);
    field.addToPage(form, { x: 20, y: 100, width: 200, height: 20, font });
    const masked = await maskPdf(await document.save(), []);
    // What the form shows is still shown; what the layer hid is not.
    expect(await darkPixels(masked, 0)).toBeGreaterThan(100);
    expect(await darkPixels(masked, 1)).toBeGreaterThan(1000);
    const after = await allBytes(masked);
    expect(after).not.toContain(OTHER);
    expect(after).not.toContain(hex(OTHER));
    expect(after).not.toContain('OCProperties');
  });

  it('keeps nothing of earlier versions at the end of the file', async () => {
    const file = await secretPdf();
    const grown = Buffer.concat([
      file,
      Buffer.from(`\n% ${OTHER}\n9 0 obj\n(${OTHER})\nendobj\n`),
      file.subarray(-400),
    ]);
    expect(await allBytes(await maskPdf(grown, [{ page: 1, x: 0, y: 0, width: 595, height: 842 }]))).not.toContain(
      OTHER,
    );
  });

  it('refuses to lose letters of a font that the file does not bring along', async () => {
    const document = await PDFDocument.create();
    const page = document.addPage([300, 300]);
    const { context } = document;
    const kin = context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType0',
      BaseFont: 'STSong-Light',
      CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('GB1'), Supplement: 2 },
      DW: 1000,
      FontDescriptor: context.obj({
        Type: 'FontDescriptor',
        FontName: 'STSong-Light',
        Flags: 4,
        FontBBox: [0, -120, 1000, 880],
        ItalicAngle: 0,
        Ascent: 880,
        Descent: -120,
        CapHeight: 880,
        StemV: 80,
      }),
    });
    const font = context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: 'STSong-Light',
      Encoding: 'UniGB-UCS2-H',
      DescendantFonts: [context.register(kin)],
    });
    page.node.set(PDFName.of('Resources'), context.obj({ Font: { F: context.register(font) } }));
    page.node.set(
      PDFName.of('Contents'),
      context.register(context.stream(`BT /F 12 Tf 20 200 Td <${wide('姓名王芳')}> Tj ET`)),
    );
    const file = await document.save();
    await expect(maskPdf(file, [{ page: 1, x: 0, y: 0, width: 9, height: 9 }])).rejects.toThrow(
      /第1页的中文字体没有嵌入/,
    );
    expect((await pdfGlyphs(await maskPdf(file, [])))[0]?.glyphs.map(({ text }) => text).join('')).toBe('姓名王芳');
  });

  it('says in words what is wrong with a file', async () => {
    await expect(maskPdf(Buffer.from('no pdf at all'), [])).rejects.toMatchObject({
      code: 'mask-refused',
      status: 422,
    });
    await expect(findInPdf(Buffer.from('%PDF-1.4 broken'))).rejects.toThrow(/损坏/);
  });
});

async function darkPixels(bytes: Uint8Array, page: number): Promise<number> {
  const { pixel, size } = await pictureOf(bytes, page);
  const [width = 0, height = 0] = size;
  let dark = 0;
  for (let y = 0; y < height; y += 0.4) for (let x = 0; x < width; x += 0.4) if (pixel(x, y) < 128) dark++;
  return dark;
}

async function pictureOf(bytes: Uint8Array, number = 0) {
  const document = await PDFDocument.load(bytes);
  const page = document.getPage(number);
  const objects = page.node.Resources()?.lookup(PDFName.of('XObject')) as unknown as {
    lookup(name: PDFName): PDFRawStream;
  };
  const image = objects.lookup(PDFName.of('P'));
  const entry = (key: string) => Number(image.dict.get(PDFName.of(key))?.toString());
  const [across, down] = [entry('Width'), entry('Height')];
  const colours = image.dict.get(PDFName.of('ColorSpace'))?.toString() === '/DeviceGray' ? 1 : 3;
  const packed = inflateSync(image.contents);
  const stride = across * colours + 1;
  for (let row = 1; row < down; row++) {
    for (let at = 1; at < stride; at++)
      packed[row * stride + at] = ((packed[row * stride + at] ?? 0) + (packed[(row - 1) * stride + at] ?? 0)) & 255;
  }
  const { width, height } = page.getSize();
  const pixel = (x: number, y: number) =>
    packed[Math.floor((y / height) * down) * stride + 1 + Math.floor((x / width) * across) * colours] ?? -1;
  return { pixel, size: [width, height] };
}
