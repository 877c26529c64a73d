import { deflateSync } from 'node:zlib';
import { appended, pdfFile, shown, stream } from '../pdf.fixtures.ts';
import type { HostileCase } from './hostile-case.fixtures.ts';

const latin = (bytes: Buffer) => bytes.toString('latin1');
const flate = (data: Buffer, entries = '') => stream(latin(deflateSync(data)), `/Filter /FlateDecode ${entries}`);
const pdf = (what: string, make: () => Buffer, expected: Partial<HostileCase>): HostileCase => ({
  what,
  name: 'a.pdf',
  file: make,
  also: ['clean'],
  ...expected,
});
const _annotation = (entries: string) =>
  pdfFile({ page: '/Annots [10 0 R]', objects: [`<< /Type /Annot /Rect [0 0 99 99] ${entries} >>`] });
const _opening = (action: string) => pdfFile({ catalog: '/OpenAction 10 0 R', objects: [action] });
const whole = latin(pdfFile());

/** Structures that turn in circles. */
const circularCases: readonly HostileCase[] = [
  pdf('pages that hold themselves', () => pdfFile({ pages: '<< /Type /Pages /Kids [2 0 R] /Count 1 >>' }), {
    refused: ['broken', 'crash'],
  }),
  pdf(
    'two page nodes that hold each other',
    () =>
      pdfFile({
        pages: '<< /Type /Pages /Kids [10 0 R] /Count 9 >>',
        objects: ['<< /Type /Pages /Kids [2 0 R] /Count 9 /Parent 2 0 R >>'],
      }),
    { refused: ['broken', 'crash'] },
  ),
  pdf(
    'a page tree 20,000 deep',
    () =>
      pdfFile({
        pages: '<< /Type /Pages /Kids [10 0 R] /Count 1 >>',
        objects: Array.from(
          { length: 20_000 },
          (_, index) => `<< /Type /Pages /Count 1 /Kids [${index === 19_999 ? 3 : index + 11} 0 R] >>`,
        ),
      }),
    { text: '公开内容' },
  ),
  pdf(
    'a cross-reference that precedes itself',
    () => Buffer.from(whole.replace('/Size', `/Prev ${/startxref\n(\d+)/.exec(whole)?.[1]} /Size`), 'latin1'),
    { text: '公开内容' },
  ),
  pdf('a table that is nowhere', () => Buffer.from(whole.replace(/startxref\n\d+/, 'startxref\n99999999'), 'latin1'), {
    text: '公开内容',
  }),
  pdf(
    'a form that draws itself',
    () =>
      pdfFile({
        content: '/X Do',
        resources: '/XObject << /X 10 0 R >>',
        objects: [
          stream('/X Do', '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 10 0 R >> >>'),
        ],
      }),
    {},
  ),
  pdf(
    'letters that draw themselves',
    () =>
      pdfFile({
        content: 'BT /T 12 Tf (a) Tj ET',
        resources: '/Font << /T 10 0 R >>',
        objects: [
          '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /CharProcs << /a 11 0 R >> /Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [9] /Resources << /Font << /T 10 0 R >> >> >>',
          stream('9 0 d0 BT /T 1 Tf (a) Tj ET'),
        ],
      }),
    {},
  ),
  pdf(
    'bookmarks in a circle',
    () =>
      pdfFile({
        catalog: '/Outlines 10 0 R',
        objects: ['<< /First 11 0 R /Last 11 0 R >>', '<< /Title (x) /Next 11 0 R /Parent 10 0 R /First 11 0 R >>'],
      }),
    { text: '公开内容' },
  ),
  pdf(
    'a tree of names in a circle',
    () => pdfFile({ catalog: '/Names << /Dests 10 0 R /EmbeddedFiles 10 0 R >>', objects: ['<< /Kids [10 0 R] >>'] }),
    { text: '公开内容' },
  ),
  pdf(
    'form fields in a circle',
    () =>
      pdfFile({
        catalog: '/AcroForm << /Fields [10 0 R] >>',
        objects: ['<< /T (a) /FT /Tx /Kids [10 0 R] /Parent 10 0 R >>'],
      }),
    { text: '公开内容' },
  ),
  pdf('a length that is itself', () => pdfFile({ objects: ['<< /Length 10 0 R >>\nstream\nx\nendstream'] }), {}),
  pdf('an object that is itself', () => pdfFile({ objects: ['10 0 R'], page: '/Annots 10 0 R' }), {}),
];

/** Structures that exhaust. */
const exhaustingCases: readonly HostileCase[] = [
  pdf('brackets 200,000 deep', () => pdfFile({ objects: ['['.repeat(200_000) + ']'.repeat(200_000)] }), {
    refused: ['too-deep', 'broken', 'crash', 'odd-objects'],
  }),
  pdf('dictionaries 50,000 deep', () => pdfFile({ objects: [`${'<</A'.repeat(50_000)} 1${'>>'.repeat(50_000)}`] }), {
    refused: ['too-deep', 'broken', 'crash', 'odd-objects'],
  }),
  pdf('brackets in the drawing', () => pdfFile({ content: `${'['.repeat(300_000)} TJ` }), {}),
  pdf(
    'a drawing of 200 MB of blanks',
    () => pdfFile({ objects: [flate(Buffer.alloc(200 * 1_048_576, ' '))], page: '/Contents 10 0 R' }),
    {},
  ),
  pdf(
    'a drawing packed twice',
    () =>
      pdfFile({
        objects: [
          stream(
            latin(deflateSync(deflateSync(Buffer.alloc(200 * 1_048_576, ' ')))),
            '/Filter [/FlateDecode /FlateDecode]',
          ),
        ],
        page: '/Contents 10 0 R',
      }),
    {},
  ),
  pdf(
    'an endless drawing',
    () => pdfFile({ objects: [flate(Buffer.from('0 0 m 9 9 l S '.repeat(3_000_000)))], page: '/Contents 10 0 R' }),
    {},
  ),
  pdf(
    'saved states without end',
    () => pdfFile({ objects: [flate(Buffer.from('q '.repeat(3_000_000)))], page: '/Contents 10 0 R' }),
    {},
  ),
  pdf(
    'an object stream of 200 MB',
    () => pdfFile({ objects: [flate(Buffer.alloc(200 * 1_048_576, '1 '), '/Type /ObjStm /N 50000000 /First 400')] }),
    { refused: ['broken', 'memory', 'crash', 'time', 'too-deep'] },
  ),
  pdf(
    'a picture of 100,000 by 100,000',
    () =>
      pdfFile({
        content: `/I Do ${shown('公开', 72, 700)}`,
        resources: '/XObject << /I 10 0 R >>',
        objects: [
          flate(
            Buffer.alloc(1000),
            '/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /ColorSpace /DeviceRGB /BitsPerComponent 8',
          ),
        ],
      }),
    { text: '公开' },
  ),
  pdf(
    'a picture of negative size',
    () =>
      pdfFile({
        content: `/I Do ${shown('公开', 72, 700)}`,
        resources: '/XObject << /I 10 0 R >>',
        objects: [
          flate(
            Buffer.alloc(1000),
            '/Type /XObject /Subtype /Image /Width -5 /Height 0 /ColorSpace /DeviceRGB /BitsPerComponent 8',
          ),
        ],
      }),
    {},
  ),
  pdf(
    'pictures of noise',
    () =>
      pdfFile({
        content: `/I Do /J Do ${shown('公开', 72, 700)}`,
        resources: '/XObject << /I 10 0 R /J 11 0 R >>',
        objects: ['JBIG2Decode', 'JPXDecode'].map((filter) =>
          stream(
            'noise'.repeat(500),
            `/Type /XObject /Subtype /Image /Width 90 /Height 90 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /${filter}`,
          ),
        ),
      }),
    { text: '公开' },
  ),
  pdf(
    'letters mapped to everything',
    () =>
      pdfFile({
        content: 'BT /T 12 Tf <0001> Tj ET',
        resources: '/Font << /T 10 0 R >>',
        objects: [
          '<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /ToUnicode 11 0 R /DescendantFonts [6 0 R] >>',
          stream(
            'begincmap 1 beginbfrange <0000> <FFFFFFFF> <0000> endbfrange 1 begincidrange <00000000> <FFFFFFFF> 0 endcidrange endcmap',
          ),
        ],
      }),
    {},
  ),
  pdf(
    'a font of noise',
    () =>
      pdfFile({
        content: `BT /T 12 Tf (abc) Tj ET ${shown('公开', 72, 700)}`,
        resources: '',
        objects: [stream('noise'.repeat(5000))],
      }),
    { text: '公开' },
  ),
  pdf('a billion pages by count', () => pdfFile({ pages: '<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>' }), {
    text: '公开内容',
  }),
  pdf(
    '20,000 pages that are one',
    () => pdfFile({ pages: `<< /Type /Pages /Kids [${'3 0 R '.repeat(20_000)}] /Count 20000 >>` }),
    { refused: ['too-many-pages'] },
  ),
  pdf(
    '300 saves',
    () => {
      let file = pdfFile();
      for (let time = 0; time < 300; time++) file = appended(file, 4, stream(shown(`第${time}稿`, 72, 720)));
      return file;
    },
    { hidden: 'previousRevision' },
  ),
  pdf(
    'two hundred thousand notes',
    () =>
      pdfFile({
        page: `/Annots [${'10 0 R '.repeat(200_000)}]`,
        objects: ['<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (x) >>'],
      }),
    { refused: 'too-complex' },
  ),
  pdf(
    '20,000 boxes over 20,000 letters',
    () =>
      pdfFile({
        objects: [flate(Buffer.from(`${shown('盖'.repeat(20_000), 10, 400)} ${'0 0 595 842 re f '.repeat(20_000)}`))],
        page: '/Contents 10 0 R',
      }),
    {},
  ),
  pdf(
    'numbers beyond all bounds',
    () =>
      pdfFile({
        content: `1e400 0 0 -1e400 9e999 0 cm ${shown('公开', 72, 700)}`,
        page: '/MediaBox [0 0 1e30 -1e30] /Rotate 77 /UserUnit 1e9',
      }),
    {},
  ),
];

export const pdfTwistedCases: readonly HostileCase[] = [...circularCases, ...exhaustingCases];
