import { deflateSync } from 'node:zlib';
import { appended, pdfFile, shown, stream } from '../pdf.fixtures.ts';
import { rawZip } from '../zip.fixtures.ts';
import { type Bait, cutOff, type HostileCase } from './hostile-case.fixtures.ts';

const latin = (bytes: Buffer) => bytes.toString('latin1');
const flate = (data: Buffer, entries = '') => stream(latin(deflateSync(data)), `/Filter /FlateDecode ${entries}`);
const pdf = (what: string, make: () => Buffer, expected: Partial<HostileCase>): HostileCase => ({
  what,
  name: 'a.pdf',
  file: make,
  also: ['clean', 'positions'],
  ...expected,
});
const annotation = (entries: string) =>
  pdfFile({ page: '/Annots [10 0 R]', objects: [`<< /Type /Annot /Rect [0 0 99 99] ${entries} >>`] });
const opening = (action: string) => pdfFile({ catalog: '/OpenAction 10 0 R', objects: [action] });
const whole = latin(pdfFile());

/** What runs, leaves or carries. */
function activeCases({ web, file }: Bait): HostileCase[] {
  return [
    pdf('a script at the opening', () => opening('<< /S /JavaScript /JS (app.alert\\(1\\)) >>'), { hidden: 'script' }),
    pdf(
      'a script in a stream',
      () =>
        pdfFile({
          catalog: '/OpenAction << /S /JavaScript /JS 10 0 R >>',
          objects: [flate(Buffer.from('app.alert(1)'))],
        }),
      { hidden: 'script' },
    ),
    pdf('a script with its name written in hex', () => opening('<< /S /J#61vaScript /J#53 (x) >>'), {
      hidden: 'script',
    }),
    pdf(
      'a script in the tree of names',
      () => pdfFile({ catalog: '/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (x) >>] >> >>' }),
      { hidden: 'script' },
    ),
    pdf('a script when a page opens', () => pdfFile({ page: '/AA << /O << /S /JavaScript /JS (x) >> >>' }), {
      hidden: 'script',
    }),
    pdf(
      'a script chained behind a link',
      () => annotation(`/Subtype /Link /A << /S /URI /URI (https://www.gov.cn) /Next << /S /JavaScript /JS (x) >> >>`),
      { hidden: 'script' },
    ),
    pdf(
      'a program to be started',
      () => opening('<< /S /Launch /F (cmd.exe) /Win << /F (cmd.exe) /P (/c calc) >> >>'),
      { hidden: 'script' },
    ),
    pdf('a form to be sent', () => opening(`<< /S /SubmitForm /F << /FS /URL /F (${web}/x) >> >>`), {
      hidden: 'script',
    }),
    pdf('data to be fetched', () => opening(`<< /S /ImportData /F (${file}) >>`), { hidden: 'script' }),
    pdf(
      'a link that runs a script',
      () => annotation('/Subtype /Link /A << /S /URI /URI (javascript:alert\\(1\\)) >>'),
      { hidden: 'script' },
    ),
    pdf('a link to a local file', () => annotation(`/Subtype /Link /A << /S /URI /URI (${file}) >>`), {
      hidden: 'externalLink',
    }),
    pdf(
      'a jump to a Windows share',
      () => opening('<< /S /GoToR /F (\\\\\\\\10.0.0.1\\\\share\\\\x.pdf) /D [0 /Fit] >>'),
      { hidden: 'externalLink' },
    ),
    pdf(
      'an embedded program',
      () =>
        pdfFile({
          catalog: '/Names << /EmbeddedFiles << /Names [(a) 10 0 R] >> >>',
          objects: ['<< /Type /Filespec /F (a.exe) /EF << /F 11 0 R >> >>', stream('MZ', '/Type /EmbeddedFile')],
        }),
      { hidden: 'embeddedFile' },
    ),
    pdf(
      'an attached file on a page',
      () =>
        pdfFile({
          page: '/Annots [10 0 R]',
          objects: [
            '<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS << /F (x) /EF << /F 11 0 R >> >> >>',
            stream('x'),
          ],
        }),
      { hidden: 'embeddedFile' },
    ),
    pdf('multimedia', () => annotation('/Subtype /RichMedia'), { hidden: 'embeddedFile' }),
    pdf(
      'an XFA form',
      () =>
        pdfFile({
          catalog: '/AcroForm << /XFA 10 0 R /Fields [] >>',
          objects: [stream(`<!DOCTYPE x [<!ENTITY x SYSTEM "${file}">]><xdp>&x;</xdp>`)],
        }),
      { refused: 'xfa' },
    ),
    pdf(
      'properties with an entity',
      () =>
        pdfFile({
          catalog: '/Metadata 10 0 R',
          objects: [
            stream(
              `<!DOCTYPE x [<!ENTITY x SYSTEM "${file}">]><dc:creator>&x;</dc:creator>`,
              '/Type /Metadata /Subtype /XML',
            ),
          ],
        }),
      { refused: 'doctype' },
    ),
    pdf('a mark for blacking that was not applied', () => annotation('/Subtype /Redact /Contents (name)'), {
      refused: 'unapplied-redaction',
    }),
    pdf(
      'a locked file',
      () =>
        pdfFile({
          trailer: `/Encrypt 10 0 R /ID [<00> <00>]`,
          objects: [
            `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${'00'.repeat(32)}> /U <${'00'.repeat(32)}> >>`,
          ],
        }),
      { refused: 'encrypted' },
    ),
    pdf('a lock nobody knows', () => pdfFile({ trailer: '/Encrypt << /Filter /Unknown /V 9 >>' }), {
      refused: 'encrypted',
    }),
  ];
}

/** Two files in one. */
const mixedCases: readonly HostileCase[] = [
  pdf('an archive behind', () => Buffer.concat([pdfFile(), rawZip([{ name: 'a.txt', data: 'x' }])]), {
    refused: 'polyglot',
  }),
  pdf('a web page in front', () => Buffer.concat([Buffer.from('<html><script>alert(1)</script>\n'), pdfFile()]), {
    refused: ['polyglot', 'web-page'],
  }),
  pdf('blanks in front', () => Buffer.concat([Buffer.from('\n\n'), pdfFile()]), { refused: 'polyglot' }),
  pdf('a web page behind', () => Buffer.concat([pdfFile(), Buffer.from('<html><script>alert(1)</script>')]), {
    refused: 'polyglot',
  }),
  pdf('100 KB of noise behind', () => Buffer.concat([pdfFile(), Buffer.alloc(100_000, 7)]), { refused: 'polyglot' }),
  pdf('a PDF that is called a picture', () => pdfFile(), {
    name: 'a.png',
    refused: 'name-mismatch',
  } as Partial<HostileCase>),
];

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

const brokenCases: readonly HostileCase[] = [
  pdf('only a header', () => Buffer.from('%PDF-1.7\n'), { refused: 'broken' }),
  pdf('a header and an end', () => Buffer.from('%PDF-1.7\n%%EOF\n'), { refused: 'broken' }),
  pdf(
    'a header and noise',
    () =>
      Buffer.concat([
        Buffer.from('%PDF-1.7\n'),
        Buffer.from(Array.from({ length: 50_000 }, (_, index) => (index * 7919) % 251)),
        Buffer.from('\n%%EOF'),
      ]),
    { refused: 'broken' },
  ),
  pdf(
    'strings never closed',
    () => Buffer.from(whole.replace('/Type /Catalog', '/Type /Catalog /X (((((('), 'latin1'),
    { refused: 'broken' },
  ),
  pdf('no root', () => Buffer.from(whole.replace('/Root 1 0 R', '/Ruut 1 0 R'), 'latin1'), {}),
  ...cutOff('a PDF', 'a.pdf', () => pdfFile(), 'broken'),
];

export const pdfCases = (bait: Bait): readonly HostileCase[] => [
  ...activeCases(bait),
  ...mixedCases,
  ...circularCases,
  ...exhaustingCases,
  ...brokenCases,
];
