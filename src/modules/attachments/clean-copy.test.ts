import { describe, expect, it } from 'vitest';
import { cleanCopy } from './clean-copy.ts';
import { exifBlock, jpegFile, pngChunk, pngFile, webpFile } from './image.fixtures.ts';
import { inspect } from './inspect.ts';
import { coreProperties, docxFile, inlineCell, rels, xlsxFile } from './office.fixtures.ts';
import { appended, pdfFile, shown, stream } from './pdf.fixtures.ts';
import { textPositions } from './text-positions.ts';
import { ZipArchive } from './zip/zip-archive.ts';

const all = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe('Office', () => {
  const body =
    '<w:p w:rsidR="00AB12CD"><w:r><w:t>前 </w:t></w:r><w:del w:author="王五"><w:r><w:delText>删掉的</w:delText></w:r></w:del><w:ins w:author="王五"><w:r><w:t>加上的</w:t></w:r></w:ins><w:commentRangeStart w:id="0"/><w:r><w:rPr><w:b/><w:rPrChange w:author="王五"><w:rPr/></w:rPrChange></w:rPr><w:t>&lt;后&gt; &amp; "完"</w:t></w:r></w:p>';
  const file = docxFile(body, {
    'docProps/core.xml': coreProperties('李四'),
    'docProps/custom.xml': '<Properties/>',
    'customXml/item1.xml': '<a>内部流水号</a>',
    'word/comments.xml':
      '<w:comments xmlns:w="x"><w:comment w:author="赵六"><w:p><w:r><w:t>不妥</w:t></w:r></w:p></w:comment></w:comments>',
    'word/_rels/document.xml.rels': rels([
      { id: 'a', type: 'comments', target: 'comments.xml' },
      { id: 'b', type: 'styles', target: 'styles.xml' },
    ]),
    'word/styles.xml': '<w:styles xmlns:w="x"/>',
  });

  it('loses properties, comments and traces of changes, and keeps every word that stands', async () => {
    const { bytes, inspection } = await cleanCopy(file, 'a.docx');
    expect(inspection).toMatchObject({ accepted: true, hiddenData: [], text: '前 加上的<后> & "完"\f' });
    const zip = new ZipArchive(bytes);
    expect(zip.names.filter((name) => /comments|docProps|customXml/.test(name))).toEqual([]);
    const xml = zip.bytes('word/document.xml')?.toString() ?? '';
    expect(xml).not.toMatch(/王五|rsid|删掉的|w:ins|w:del|comment|Change/);
    expect(xml).toContain('<w:b></w:b>');
    expect(zip.bytes('word/_rels/document.xml.rels')?.toString()).toMatch(/styles\.xml/);
    expect(zip.bytes('word/_rels/document.xml.rels')?.toString()).not.toMatch(/comments/);
  });

  it('is the same when cleaned again', async () => {
    const once = await cleanCopy(file, 'a.docx');
    const twice = await cleanCopy(once.bytes, 'a.docx');
    expect(Buffer.from(twice.bytes).equals(Buffer.from(once.bytes))).toBe(true);
  });

  it('keeps hidden rows, which are content, and tells them again', async () => {
    const sheet = `<sheetData><row r="1" hidden="1">${inlineCell('A1', '暗行')}</row></sheetData><pageSetup r:id="r9"/><legacyDrawing r:id="r8"/>`;
    const { bytes, inspection } = await cleanCopy(
      xlsxFile([{ name: '表', xml: sheet }], {
        'xl/comments1.xml': '<comments><comment><t>核</t></comment></comments>',
      }),
      'a.xlsx',
    );
    expect(inspection.hiddenData.map(({ kind, excerpt }) => `${kind} ${excerpt}`)).toEqual(['hiddenRow 暗行']);
    expect(new ZipArchive(bytes).bytes('xl/worksheets/sheet1.xml')?.toString()).not.toMatch(/legacyDrawing|r:id/);
  });
});

describe('PDF', () => {
  const file = appended(
    pdfFile({
      trailer: '/Info 10 0 R',
      catalog:
        '/OpenAction 11 0 R /Lang (zh-CN) /Outlines 16 0 R /Names << /EmbeddedFiles << /Names [(a) 12 0 R] >> /JavaScript << /Names [(b) 11 0 R] >> >>',
      page: '/Annots [13 0 R 14 0 R 15 0 R]',
      objects: [
        '<< /Author (Zhou) >>',
        '<< /S /JavaScript /JS (app.alert) >>',
        '<< /Type /Filespec /F (list.xlsx) /EF << /F 9 0 R >> >>',
        '<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /T (Wu) /Contents (check this) >>',
        '<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://www.gov.cn/) /Next << /S /JavaScript /JS (chained) >> >> >>',
        '<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (cmd.exe) >> >>',
        '<< /Type /Outlines /First 17 0 R /Last 17 0 R /Count 1 >>',
        '<< /Title (Chapter) /Parent 16 0 R /Dest [3 0 R /Fit] >>',
      ],
    }),
    4,
    stream(shown('现行内容', 72, 720)),
  );

  it('loses properties, scripts, notes, embedded files and what stood before, and keeps pages, links and bookmarks', async () => {
    const { bytes, inspection } = await cleanCopy(file, 'a.pdf');
    expect(inspection).toMatchObject({ accepted: true, pages: 1, text: '现行内容\f', hiddenData: [], problems: [] });
    const second = await cleanCopy(bytes, 'a.pdf');
    expect(second.inspection.hiddenData).toEqual([]);
    const { PDFDocument } = await import('@cantoo/pdf-lib');
    const objects = (await PDFDocument.load(bytes)).context
      .enumerateIndirectObjects()
      .map(([, object]) => object.toString());
    const whole = objects.join('\n') + all(bytes);
    expect(whole).not.toMatch(/Zhou|alert|chained|list\.xlsx|check this|cmd\.exe/);
    expect(whole).toMatch(/https:\/\/www\.gov\.cn/);
    expect(whole).toMatch(/Chapter/);
  });

  it('leaves no byte of the page that was replaced', async () => {
    const before = '516c5f0051855bb9'; // 公开内容 as the page's code writes it
    expect(all(file).toLowerCase()).toContain(before);
    const { PDFDocument, PDFRawStream, decodePDFRawStream } = await import('@cantoo/pdf-lib');
    const { context } = await PDFDocument.load((await cleanCopy(file, 'a.pdf')).bytes);
    for (const [, object] of context.enumerateIndirectObjects()) {
      if (object instanceof PDFRawStream)
        expect(all(decodePDFRawStream(object).decode()).toLowerCase()).not.toContain(before);
    }
  });
});

describe('pictures', () => {
  it.each([
    [
      'JPEG',
      'a.jpg',
      jpegFile([
        [0xe1, exifBlock()],
        [0xfe, Buffer.from('remark')],
      ]),
    ],
    [
      'PNG',
      'a.png',
      pngFile([pngChunk('eXIf', exifBlock().subarray(6)), pngChunk('tEXt', Buffer.from('Author\0Zhang'))]),
    ],
    [
      'WebP',
      'a.webp',
      webpFile([
        ['EXIF', exifBlock()],
        ['XMP ', Buffer.from('<x>Zhang</x>')],
      ]),
    ],
  ])('%s', async (_, name, file) => {
    const { bytes, inspection } = await cleanCopy(file, name);
    expect(inspection).toMatchObject({ accepted: true, hiddenData: [] });
    expect(Buffer.from(bytes).includes('张三')).toBe(false);
    expect(all(bytes)).not.toMatch(/Zhang|remark/);
    expect(bytes.length).toBeLessThan(file.length);
  });

  it('a photograph stays turned as it was', async () => {
    const { bytes } = await cleanCopy(jpegFile([[0xe1, exifBlock()]]), 'a.jpg');
    const at = all(bytes).indexOf('Exif');
    // Tag 0x0112, type short, one, value 6.
    expect(Buffer.from(bytes).toString('hex', at + 6)).toMatch(/^4d4d002a000000080001011200030000000100060000/);
  });
});

it('a format without anything to clean is told so', async () => {
  await expect(cleanCopy(Buffer.from('公开'), 'a.txt')).rejects.toMatchObject({
    code: 'file-refused',
    details: { problem: 'not-cleanable' },
  });
});

it('letters have boxes where they stand', async () => {
  const file = pdfFile({ content: `${shown('身份证', 100, 700)} ${shown('号码', 100, 680)}` });
  const [page] = await textPositions(file, 'a.pdf');
  expect(page).toMatchObject({ page: 1, width: 595, height: 842, text: '身份证\n号码', boxOf: [0, 1, 2, -1, 3, 4] });
  expect(`${page?.text}\f`).toBe((await inspect(file, 'a.pdf')).text);
  const [x, y, width, height] = page?.boxes[1] ?? [];
  expect(x).toBeCloseTo(112, 0);
  expect(width).toBeCloseTo(12, 0);
  // The baseline is at 842 − 700 = 142 from the top and lies within the box.
  expect(y).toBeLessThan(142);
  expect((y ?? 0) + (height ?? 0)).toBeGreaterThan(142);
});
