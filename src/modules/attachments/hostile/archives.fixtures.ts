import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { docxParts, inlineCell, ofdFile, ofdText, paragraph, partsFile, xlsxFile } from '../office.fixtures.ts';
import { type RawEntry, rawZip } from '../zip.fixtures.ts';
import { cutOff, type HostileCase } from './hostile-case.fixtures.ts';

const plain = docxParts(paragraph('公开内容'));
const entries = (more: readonly RawEntry[] = []): RawEntry[] => [
  ...Object.entries(plain).map(([name, data]): RawEntry => ({ name, data })),
  ...more,
];
const docx = (more: readonly RawEntry[], options?: Parameters<typeof rawZip>[1]) => rawZip(entries(more), options);

/** Zeros that pack a thousand to one; made once. */
const zeros = (megabytes: number): RawEntry => {
  const data = Buffer.alloc(megabytes * 1_048_576);
  return { name: `word/zeros${megabytes}.xml`, data };
};

/** Many names share packed bytes, as in better-known bombs. */
function overlapping(): Buffer {
  const data = Buffer.alloc(4 * 1_048_576);
  const first: RawEntry = { name: 'word/a0.xml', data };
  const others = Array.from(
    { length: 90 },
    (_, index): RawEntry => ({ name: `word/a${index + 1}.xml`, data, sameAs: entries().length }),
  );
  return docx([first, ...others]);
}

function nested(levels: number): Buffer {
  let inner = rawZip([{ name: '0.txt', data: Buffer.alloc(5_000_000) }]);
  for (let level = 1; level < levels; level++)
    inner = rawZip(Array.from({ length: 16 }, (_, index) => ({ name: `${index}.zip`, data: inner })));
  return inner;
}

/** Patches a field in every central header. */
function patched(file: Buffer, offset: number, value: number): Buffer {
  const copy = Buffer.from(file);
  for (let at = copy.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = copy.indexOf('PK\x01\x02', at + 4, 'latin1'))
    copy.writeUInt16LE(value, at + offset);
  return copy;
}

function lying(): Buffer {
  const data = Buffer.alloc(60 * 1_048_576);
  return docx([
    { name: 'word/header1.xml', data, packed: deflateRawSync(data), claimedSize: 500, claimedCrc: crc32(data) },
  ]);
}

const path = (what: string, name: string | Buffer, more: Partial<RawEntry> = {}): HostileCase => ({
  what,
  name: 'a.docx',
  file: () => docx([{ name, data: 'x', ...more }]),
  refused: 'dangerous-paths',
  also: ['clean'],
});

export const ARCHIVES: readonly HostileCase[] = [
  {
    what: 'a part of 120 MB of zeros',
    name: 'a.docx',
    file: () => docx([zeros(120)]),
    refused: 'too-big',
    also: ['import', 'clean'],
  },
  { what: 'a part of 200 MB of zeros', name: 'a.docx', file: () => docx([zeros(200)]), refused: 'too-big' },
  {
    what: 'fifty parts of 9 MB',
    name: 'a.docx',
    file: () => docx(Array.from({ length: 50 }, (_, index) => ({ ...zeros(9), name: `word/z${index}.xml` }))),
    refused: 'too-big',
  },
  {
    what: 'a part that unpacks to more than it claims',
    name: 'a.docx',
    file: lying,
    refused: 'too-big',
    also: ['import', 'clean'],
  },
  {
    what: 'ninety names for the same packed bytes',
    name: 'a.docx',
    file: overlapping,
    refused: 'too-big',
    also: ['clean'],
  },
  { what: 'archives in archives, five deep', name: '42.zip', file: () => nested(5), refused: 'archive' },
  {
    what: 'archives in archives inside a document',
    name: 'a.docx',
    file: () => docx([{ name: 'word/embeddings/42.zip', data: nested(4) }]),
    hidden: 'embeddedFile',
    also: ['import', 'clean'],
  },
  {
    what: 'an archive that holds itself',
    name: 'a.docx',
    file: () => docx([{ name: 'word/embeddings/self.docx', data: partsFile(plain) }]),
    hidden: 'embeddedFile',
  },
  {
    what: 'thirty thousand parts',
    name: 'a.docx',
    file: () =>
      docx(Array.from({ length: 30_000 }, (_, index) => ({ name: `word/p${index}.xml`, data: '', stored: true }))),
    refused: 'too-many-entries',
  },
  {
    what: 'a count of parts that sends readers to ZIP64',
    name: 'a.docx',
    file: () => docx([], { count: 0xffff }),
    refused: 'broken',
  },
  { what: 'a count of parts that is too high', name: 'a.docx', file: () => docx([], { count: 40 }), refused: 'broken' },
  path('a name that climbs out', '../../../../etc/cron.d/x'),
  path('a name that climbs out by backslashes', '..\\..\\windows\\x.dll'),
  path('an absolute name', '/etc/passwd'),
  path('a name with a drive', 'C:\\Windows\\x.exe'),
  path('a name with a NUL', 'word/a.xml\0.png'),
  path('a name with line ends', 'word/a\r\nb.xml'),
  path('a symbolic link', 'word/link.xml', { mode: 0o120777, data: '/etc/passwd' }),
  {
    what: 'an encrypted part',
    name: 'a.docx',
    file: () => docx([{ name: 'word/x.xml', data: 'x', flags: 0x0801 }]),
    refused: 'encrypted',
    also: ['import', 'clean'],
  },
  {
    what: 'a strongly encrypted part',
    name: 'a.docx',
    file: () => docx([{ name: 'word/x.xml', data: 'x', flags: 0x0841 }]),
    refused: 'encrypted',
  },
  {
    what: 'two parts of one name',
    name: 'a.docx',
    file: () => docx([{ name: 'word/document.xml', data: '<w:document/>' }]),
    refused: 'ambiguous',
    also: ['import'],
  },
  {
    what: 'two parts whose names differ by case',
    name: 'a.docx',
    file: () => docx([{ name: 'WORD/Document.xml', data: '<w:document/>' }]),
    refused: 'ambiguous',
  },
  {
    what: 'a local name that differs',
    name: 'a.docx',
    file: () => docx([{ name: 'word/a.xml', localName: 'word/b.xml', data: 'x' }]),
    refused: 'broken',
  },
  {
    what: 'a wrong checksum',
    name: 'a.docx',
    file: () => docx([{ name: 'word/header1.xml', data: '<w:hdr/>', claimedCrc: 1 }]),
    refused: 'broken',
  },
  {
    what: 'a wrong length',
    name: 'a.docx',
    file: () => docx([{ name: 'word/header1.xml', data: '<w:hdr/>', claimedSize: 3 }]),
    refused: ['broken', 'too-big'],
  },
  { what: 'a method nobody knows', name: 'a.docx', file: () => patched(docx([]), 10, 99), refused: 'broken' },
  {
    what: 'a program in front',
    name: 'a.docx',
    file: () => docx([], { before: Buffer.from('PK\x03\x04 not an entry'.padEnd(64)) }),
    refused: ['polyglot', 'broken'],
  },
  {
    what: 'something behind',
    name: 'a.docx',
    file: () => docx([], { after: Buffer.from('<html><script>alert(1)</script>') }),
    refused: ['polyglot', 'broken'],
  },
  {
    what: 'an end record within a comment',
    name: 'a.docx',
    file: () => docx([], { comment: `${rawZip([]).toString('latin1')}` }),
    refused: ['archive', 'broken', 'polyglot'],
  },
  { what: 'an empty archive', name: 'a.docx', file: () => rawZip([]), refused: ['archive', 'broken'] },
  { what: 'only the letters PK', name: 'a.docx', file: () => Buffer.from('PK'), refused: 'broken' },
  { what: 'a directory beyond the end', name: 'a.docx', file: () => patched(docx([]), 28, 60_000), refused: 'broken' },
  { what: 'a plain ZIP', name: 'a.zip', file: () => rawZip([{ name: 'a.txt', data: '公开' }]), refused: 'archive' },
  {
    what: 'a Java program',
    name: 'a.docx',
    file: () =>
      rawZip([
        { name: 'META-INF/MANIFEST.MF', data: 'x' },
        { name: 'A.class', data: 'x' },
      ]),
    refused: 'program',
  },
  { what: 'a gzip', name: 'a.docx', file: () => gzipSync('公开'), refused: 'archive' },
  { what: 'a RAR', name: 'a.docx', file: () => Buffer.from('Rar!\x1a\x07\x01\0rest', 'latin1'), refused: 'archive' },
  { what: 'a 7z', name: 'a.docx', file: () => Buffer.from('377abcaf271c0004', 'hex'), refused: 'archive' },
  {
    what: 'OpenDocument',
    name: 'a.odt',
    file: () =>
      rawZip([
        { name: 'mimetype', data: 'x' },
        { name: 'content.xml', data: '<x/>' },
      ]),
    refused: 'open-document',
  },
  {
    what: 'a binary workbook',
    name: 'a.xlsb',
    file: () => rawZip([{ name: 'xl/workbook.bin', data: 'x' }]),
    refused: 'xlsb',
  },
  ...cutOff(
    'a Word file',
    'a.docx',
    () => docx([{ name: 'word/x.xml', data: Buffer.from('x'.repeat(2000)), stored: true }]),
    'broken',
  ),
  ...cutOff(
    'a workbook',
    'a.xlsx',
    () => xlsxFile([{ name: '表', xml: `<sheetData><row r="1">${inlineCell('A1', '公开')}</row></sheetData>` }]),
    'broken',
  ),
  ...cutOff('an OFD', 'a.ofd', () => ofdFile({ content: ofdText('公开') }), 'broken'),
];
