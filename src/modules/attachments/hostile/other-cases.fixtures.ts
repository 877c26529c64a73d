import { Readable } from 'node:stream';
import { deflateSync } from 'node:zlib';
import { exifBlock, gifFile, jpegFile, pngChunk, pngFile, webpFile } from '../image.fixtures.ts';
import { rawZip } from '../zip.fixtures.ts';
import { type Bait, cutOff, type HostileCase } from './hostile-case.fixtures.ts';

const image = (what: string, name: string, make: () => Buffer, expected: Partial<HostileCase>): HostileCase => ({
  what,
  name,
  file: make,
  also: ['clean', 'preview'],
  ...expected,
});
const text = (
  what: string,
  name: string,
  content: string | (() => Buffer),
  expected: Partial<HostileCase>,
): HostileCase => ({
  what,
  name,
  file: () => (typeof content === 'string' ? Buffer.from(content) : content()),
  also: ['import', 'preview'],
  ...expected,
});
const SCRIPT = '<script>alert(1)</script>';

/** The container of Office 97: a directory entry by name is what tells files apart. */
const ole = (...names: string[]) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1016),
    ...names.map((name) => Buffer.concat([Buffer.from(name, 'utf16le'), Buffer.alloc(128)])),
  ]);

function zeros(bytes: number) {
  return {
    size: bytes,
    stream: Readable.from(
      (function* () {
        const piece = Buffer.alloc(1_048_576);
        for (let left = bytes; left > 0; left -= piece.length) yield piece.subarray(0, Math.min(left, piece.length));
      })(),
    ),
  };
}

function loopingExif(): Buffer {
  const block = Buffer.from(exifBlock());
  // The place's directory is the first directory again, and there is a next one, the same.
  block.writeUInt32LE(8, 6 + 46 + 8);
  block.writeUInt16LE(34665, 6 + 46);
  block.writeUInt32LE(8, 6 + 58);
  return block;
}

const imageCases: readonly HostileCase[] = [
  image('a PNG that claims 100,000 by 100,000', 'a.png', () => pngFile([], [100_000, 100_000]), {
    refused: 'image-size',
  }),
  image('a PNG of no size', 'a.png', () => pngFile([], [0, 5]), { refused: 'image-size' }),
  image('a JPEG that claims 65,535 by 65,535', 'a.jpg', () => jpegFile([], [65_535, 65_535]), {
    refused: 'image-size',
  }),
  image(
    'a PNG chunk longer than the file',
    'a.png',
    () => {
      const file = pngFile();
      file.writeUInt32BE(0x7fffffff, 8);
      return file;
    },
    { refused: 'broken' },
  ),
  image('a PNG without an end', 'a.png', () => pngFile().subarray(0, -12), { refused: 'broken' }),
  image('an archive behind a PNG', 'a.png', () => Buffer.concat([pngFile(), rawZip([{ name: 'a.txt', data: 'x' }])]), {
    refused: 'polyglot',
  }),
  image('a web page behind a PNG', 'a.png', () => Buffer.concat([pngFile(), Buffer.from(`<html>${SCRIPT}`)]), {
    refused: 'polyglot',
  }),
  image(
    'a web page inside a PNG',
    'a.png',
    () => pngFile([pngChunk('tEXt', Buffer.from(`Comment\0<html>${SCRIPT}`))]),
    { refused: 'markup-in-image' },
  ),
  image(
    'packed remarks that unpack to 100 MB',
    'a.png',
    () => pngFile([pngChunk('zTXt', Buffer.concat([Buffer.from('k\0\0'), deflateSync(Buffer.alloc(100_000_000))]))]),
    { hidden: 'metadata' },
  ),
  image(
    'a hundred thousand chunks',
    'a.png',
    () => pngFile(Array.from({ length: 99_000 }, () => pngChunk('tEXt', Buffer.from('a\0b')))),
    { hidden: 'metadata' },
  ),
  image('a program behind a JPEG', 'a.jpg', () => Buffer.concat([jpegFile(), Buffer.from('MZ program')]), {
    refused: 'polyglot',
  }),
  image('PHP in a JPEG', 'a.jpg', () => jpegFile([[0xfe, Buffer.from('<?php system($_GET[0]); ?>')]]), {
    refused: 'markup-in-image',
  }),
  image('an archive in a JPEG remark', 'a.jpg', () => jpegFile([[0xfe, rawZip([{ name: 'a', data: 'x' }])]]), {
    refused: ['polyglot'],
  }),
  image('EXIF in a circle', 'a.jpg', () => jpegFile([[0xe1, loopingExif()]]), { hidden: 'metadata' }),
  image(
    'EXIF of noise',
    'a.jpg',
    () => jpegFile([[0xe1, Buffer.concat([Buffer.from('Exif\0\0II*\0'), Buffer.alloc(5000, 0xfe)])]]),
    {},
  ),
  image('a JPEG of marks alone', 'a.jpg', () => Buffer.from(`ffd8${'ff'.repeat(5000)}`, 'hex'), { refused: 'broken' }),
  image('a GIF that is a script', 'a.gif', () => Buffer.from('GIF89a/*\0\0*/=1;alert(1)//'), { refused: 'broken' }),
  image('a script behind a GIF', 'a.gif', () => Buffer.concat([gifFile(), Buffer.from(SCRIPT)]), {
    refused: 'polyglot',
  }),
  image('a GIF without an end', 'a.gif', () => gifFile().subarray(0, -1), { refused: 'broken' }),
  image(
    'a WebP longer than the file',
    'a.webp',
    () => {
      const file = webpFile();
      file.writeUInt32LE(0x7fffffff, 4);
      return file;
    },
    { refused: 'broken' },
  ),
  image('something behind a WebP', 'a.webp', () => Buffer.concat([webpFile(), Buffer.from(SCRIPT)]), {
    refused: 'polyglot',
  }),
  image('a BMP', 'a.bmp', () => Buffer.from('424d46000000000000003600', 'hex'), { refused: 'old-image' }),
  image('a TIFF', 'a.tif', () => Buffer.from('49492a0008000000', 'hex'), { refused: 'old-image' }),
  image('a HEIC', 'a.heic', () => Buffer.from('0000001866747970686569630000000068656963', 'hex'), {
    refused: 'old-image',
  }),
  ...cutOff('a JPEG', 'a.jpg', () => jpegFile([[0xfe, Buffer.alloc(400, 65)]]), 'broken'),
];

function otherCases({ web, file }: Bait): HostileCase[] {
  return [
    text('an SVG with a script', 'a.svg', `<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`, {
      refused: 'svg',
    }),
    text(
      'an SVG with an entity',
      'a.svg',
      `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "${file}">]><svg><text>&x;</text></svg>`,
      { refused: 'svg' },
    ),
    text('XML with an entity', 'a.xml', `<?xml version="1.0"?><!DOCTYPE r SYSTEM "${web}/e.dtd"><r/>`, {
      refused: 'xml',
    }),
    text(
      'XML of Word 2003',
      'a.doc',
      '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>',
      { refused: 'xml-office' },
    ),
    text('a web page that calls itself text', 'a.txt', `<!DOCTYPE html><html>${SCRIPT}</html>`, {
      refused: 'web-page',
    }),
    text('a web page that calls itself PDF', 'a.pdf', `<html>${SCRIPT}</html>`, {
      refused: ['web-page', 'name-mismatch'],
    }),
    text('a script below some words', 'a.txt', `公开内容\n\n${SCRIPT}`, { refused: 'web-page' }),
    text('a web page in one file', 'a.doc', 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x', {
      refused: 'web-archive',
    }),
    text('RTF with an object', 'a.doc', '{\\rtf1{\\object\\objautlink\\objupdate{\\*\\objdata 0105}}}', {
      refused: 'rtf',
    }),
    text('Word 97', 'a.doc', () => ole('WordDocument', 'Macros'), { refused: 'old-office' }),
    text('Excel 97', 'a.xls', () => ole('Workbook'), { refused: 'old-office' }),
    text('PowerPoint 97', 'a.ppt', () => ole('PowerPoint Document'), { refused: 'old-office' }),
    text('Word 97 that calls itself docx', 'a.docx', () => ole('WordDocument'), { refused: 'old-office' }),
    text('a locked new file', 'a.docx', () => ole('EncryptedPackage', 'EncryptionInfo'), { refused: 'encrypted' }),
    text('a container of nothing', 'a.doc', () => ole(), { refused: 'old-office' }),
    text(
      'a Windows program that calls itself docx',
      'a.docx',
      () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]),
      { refused: 'program' },
    ),
    text('a Linux program', 'a.pdf', () => Buffer.concat([Buffer.from('7f454c46', 'hex'), Buffer.alloc(500)]), {
      refused: 'program',
    }),
    text('a shell script', 'a.txt', '#!/bin/sh\nrm -rf /', { refused: 'program' }),
    text('nothing', 'a.docx', '', { refused: 'empty' }),
    text('one byte', 'a.docx', () => Buffer.from([0]), { refused: 'unknown' }),
    text('blanks', 'a.txt', '   \n\t\u3000\n', { refused: 'no-text' }),
    text('broken UTF-8', 'a.txt', () => Buffer.from('e585ace5bc80c328a0ff80ff', 'hex'), { refused: 'unknown' }),
    text(
      'half of a UTF-16 letter',
      'a.txt',
      () => Buffer.concat([Buffer.from('\ufeff公开', 'utf16le'), Buffer.from('00d8', 'hex')]),
      { refused: 'unknown' },
    ),
    text('zeros among letters', 'a.txt', () => Buffer.from('公开\0内容'), { refused: 'unknown' }),
    text('letters that turn the reading round', 'a.txt', '文件\u202egpj.exe', { hidden: 'invisibleText' }),
    text('a table that starts a program', 'a.csv', '名称,金额\n甲,"=cmd|\'/c calc\'!A0"\n', { hidden: 'script' }),
    text('a table that fetches', 'a.csv', `名称,金额\n甲,"=HYPERLINK(""${web}"",""点我"")"\n`, { hidden: 'script' }),
    text('a quotation mark never closed', 'a.csv', `甲,乙\n1,2\n3,"${'长'.repeat(1_000_000)}`, { text: '甲' }),
    text('a row of a million cells', 'a.csv', `甲,乙\n${'1,'.repeat(1_000_000)}\n`, { refused: 'text-cut' }),
    text('a text of 20 million letters', 'a.txt', () => Buffer.alloc(20_000_000, 'a'), { refused: 'text-cut' }),
    text('a page of tables in tables', 'a.html', `<html><body>${'<table><tr><td>'.repeat(100_000)}文`, {
      refused: 'web-page',
    }),
    text('a page of marks in marks', 'a.html', `<html><body>${'<b>'.repeat(1500)}文${'</i>'.repeat(100_000)}`, {
      refused: 'web-page',
    }),
    text(
      'a page of wide cells',
      'a.html',
      `<html><body><table>${'<tr><td rowspan=60000 colspan=900>文</td></tr>'.repeat(3000)}</table>`,
      { refused: 'web-page' },
    ),
    text(
      'a page with scripts, handlers and frames',
      'a.html',
      `<html><body onload=alert(1)><a href="javascript:alert(1)">点</a><img src="${web}/x.png" onerror=alert(1)><iframe src="${file}"></iframe>${SCRIPT}<p>文</p></body></html>`,
      { refused: 'web-page' },
    ),
    text(
      'a page with a picture bomb',
      'a.html',
      `<html><body><p>文</p><img src="data:image/png;base64,${pngFile([], [100_000, 100_000]).toString('base64')}"></body></html>`,
      { refused: 'web-page' },
    ),
    text(
      'a page with half a million items',
      'a.html',
      `<html><body><ul>${'<li>文<ul>'.repeat(400)}${'<li>文'.repeat(100_000)}`,
      { refused: 'web-page' },
    ),
    { what: '200 MB of zeros', name: 'a.docx', file: () => zeros(200 * 1_048_576), refused: 'unknown' },
    {
      what: 'one byte more than is taken',
      name: 'a.pdf',
      file: () => zeros(200 * 1_048_576 + 1),
      refused: 'too-large',
    },
    {
      what: '200 MB that call themselves PDF',
      name: 'a.pdf',
      file: () => {
        const { size, stream } = zeros(200 * 1_048_576);
        return {
          size: size + 9,
          stream: Readable.from(
            (async function* () {
              yield Buffer.from('%PDF-1.7\n');
              yield* stream;
            })(),
          ),
        };
      },
      refused: ['too-large', 'broken'],
    },
    {
      what: 'a size that is more than comes',
      name: 'a.txt',
      file: () => ({ size: 1000, stream: Readable.from([Buffer.from('公开')]) }),
      refused: 'crash',
    },
  ];
}

export const otherFiles = (bait: Bait): readonly HostileCase[] => [...imageCases, ...otherCases(bait)];
