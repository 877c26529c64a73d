import { deflateSync } from 'node:zlib';
import { pdfFile, stream } from '../pdf.fixtures.ts';
import { rawZip } from '../zip.fixtures.ts';
import { type Bait, cutOff, type HostileCase } from './hostile-case.fixtures.ts';
import { pdfTwistedCases } from './pdf-twisted-cases.fixtures.ts';

const latin = (bytes: Buffer) => bytes.toString('latin1');
const flate = (data: Buffer, entries = '') => stream(latin(deflateSync(data)), `/Filter /FlateDecode ${entries}`);
const pdf = (what: string, make: () => Buffer, expected: Partial<HostileCase>): HostileCase => ({
  what,
  name: 'a.pdf',
  file: make,
  also: ['clean'],
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
    { refused: ['broken', 'odd-objects'] },
  ),
  pdf('no root', () => Buffer.from(whole.replace('/Root 1 0 R', '/Ruut 1 0 R'), 'latin1'), {}),
  ...cutOff('a PDF', 'a.pdf', () => pdfFile(), 'broken'),
];

export const pdfCases = (bait: Bait): readonly HostileCase[] => [
  ...activeCases(bait),
  ...mixedCases,
  ...pdfTwistedCases,
  ...brokenCases,
];
