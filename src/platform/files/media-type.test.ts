import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { judgeFile } from './media-type.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingchuang-media-'));
});
afterAll(() => rm(folder, { recursive: true }));

const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<x/>')])));
const office = 'application/vnd.openxmlformats-officedocument';

it.each([
  ['Word', zip('[Content_Types].xml', 'word/document.xml'), `${office}.wordprocessingml.document`],
  ['Word with its parts in another order', zip('word/document.xml', 'a.xml'), `${office}.wordprocessingml.document`],
  ['Excel', zip('[Content_Types].xml', 'xl/workbook.xml'), `${office}.spreadsheetml.sheet`],
  ['OFD', zip('OFD.xml', 'Doc_0/Document.xml'), 'application/ofd'],
  ['a plain ZIP', zip('a.txt'), 'application/zip'],
  ['PDF', strToU8('%PDF-1.7\n'), 'application/pdf'],
  ['PNG', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'image/png'],
  ['CSV', strToU8('序号,任务,单位\n1,"公开,透明",区府办\n'), 'text/csv'],
  ['CSV in GB18030', Buffer.from('d0f2bac52cc8cecef10a312cb9abbfaa0a', 'hex'), 'text/csv'],
  ['prose with a comma', strToU8('第一行,有逗号\n第二行没有\n'), 'text/plain'],
  ['an empty file', new Uint8Array(), 'text/plain'],
  ['HTML', strToU8('\n<!-- 工作要点 -->\n<!DOCTYPE html><html></html>'), 'text/html'],
  ['a script that calls itself text', strToU8('<html><script>alert(1)</script>'), 'text/html'],
  ['SVG, which can carry scripts', strToU8('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'application/xml'],
  ['bytes of no kind', Buffer.from([1, 2, 3, 0, 255]), 'application/octet-stream'],
])('%s', async (name, bytes, type) => {
  const path = join(folder, name);
  await writeFile(path, bytes);
  expect(await judgeFile(path)).toBe(type);
});

it('is not cut off by a character at the end of what it reads', async () => {
  const path = join(folder, 'long');
  await writeFile(path, `x${'公'.repeat(100_000)}`);
  expect(await judgeFile(path)).toBe('text/plain');
});
