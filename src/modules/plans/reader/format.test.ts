import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { detectFormat } from './format.ts';
import { readPlan } from './read-plan.ts';

const text = (content: string) => new TextEncoder().encode(content);
const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<a/>')])));
const ole = (stream: string) =>
  new Uint8Array([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...new Uint8Array(512),
    ...Buffer.from(stream, 'utf16le'),
  ]);

test.each([
  ['docx', zip('[Content_Types].xml', 'word/document.xml')],
  ['xlsx', zip('[Content_Types].xml', 'xl/workbook.xml')],
  ['ofd', zip('OFD.xml', 'Doc_0/Document.xml')],
  ['pdf', text('%PDF-1.7\n')],
  ['html', text('<!DOCTYPE html><html><body>文</body></html>')],
  ['html', text('  <TABLE border=1><tr><td>1</td></tr></TABLE>')],
  ['csv', text('序号,任务,单位\n1,公开,区府办\n2,解读,各单位\n')],
  ['txt', text('序号 任务 单位\n1 公开 区府办\n')],
  ['txt', text('序号\t任务\t单位\n1\t公开\t区府办\n')],
] as const)('%s by content, whatever the name says', (format, bytes) => {
  expect(detectFormat(bytes, 'plan.bin')).toBe(format);
  expect(detectFormat(bytes, '照片.jpg')).toBe(format);
});

test('between separated and running text the name may decide', () => {
  const tabs = text('序号\t任务\t单位\n1\t公开\t区府办\n');
  expect(detectFormat(tabs, '分解表.csv')).toBe('csv');
});

const REFUSED: [string, Uint8Array, string][] = [
  ['an empty file', new Uint8Array(), '空的'],
  ['a photo (JPEG)', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]), '图片'],
  ['a picture (PNG)', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), '图片'],
  ['an old Word file', ole('WordDocument'), '.doc'],
  ['an old Excel file', ole('Workbook'), '.xls'],
  ['a locked file', ole('EncryptedPackage'), '密码'],
  ['an archive', zip('计划.docx', '说明.txt'), '压缩包'],
  ['a broken archive', zip('word/document.xml').subarray(0, 60), '损坏'],
  ['an OpenDocument file', zip('mimetype', 'content.xml'), 'OpenDocument'],
  ['RTF', text('{\\rtf1 文}'), 'RTF'],
  ['blank text', text(' \n\n'), '没有文字'],
  ['unknown bytes', new Uint8Array(300).map((_, i) => (i * 7) % 31), '格式'],
  ['an ordinary text', text('今天天气很好。\n我们去了公园，看了花。\n'), '文本文件'],
  ['an ordinary CSV', text('姓名,单位,电话\n王某,区府办,1\n李某,区教育局,2\n'), '任务分解表'],
  ['an ordinary page', text('<html><body><p>新闻</p></body></html>'), '网页'],
  [
    'a Word file without a table',
    zipSync({
      'word/document.xml': strToU8('<w:document><w:body><w:p><w:r><w:t>通知</w:t></w:r></w:p></w:body></w:document>'),
    }),
    'Word',
  ],
  [
    'an XML bomb',
    zipSync({ 'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "cccccccc">]><w:document>&b;&b;</w:document>') }),
    'Word',
  ],
];

test.each(REFUSED)('%s is refused with its own sentence', async (_, bytes, words) => {
  const reading = readPlan(bytes, { fileName: 'plan.docx' });
  await expect(reading).rejects.toMatchObject({
    code: 'plan-unreadable',
    status: 422,
    message: expect.stringContaining(words),
  });
  await expect(reading).rejects.toMatchObject({ message: expect.stringMatching(/^[^。]+。$/) });
});

test('an archive that would inflate to gigabytes is refused before it does', async () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(160_000_000) }, { level: 9 });
  expect(bomb.length).toBeLessThan(400_000);
  await expect(readPlan(bomb)).rejects.toMatchObject({
    code: 'plan-unreadable',
    message: expect.stringContaining('过大'),
  });
});
