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
/** Header, allocation table in sector 0, directory from sector 1 on, four entries a sector. */
function compound(...names: string[]): Buffer {
  const sectors = Math.ceil(names.length / 4);
  const file = Buffer.alloc(512 * (2 + sectors), 0);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.writeUInt16LE(9, 30);
  file.writeInt32LE(1, 48);
  file.fill(0xff, 76, 512);
  file.writeInt32LE(0, 76);
  file.fill(0xff, 512, 1024);
  for (let sector = 1; sector <= sectors; sector += 1) {
    file.writeInt32LE(sector === sectors ? -2 : sector + 1, 512 + sector * 4);
  }
  for (const [index, name] of names.entries()) {
    file.write(name, 1024 + index * 128, 'utf16le');
    file.writeUInt16LE((name.length + 1) * 2, 1024 + index * 128 + 64);
  }
  return file;
}

const office = 'application/vnd.openxmlformats-officedocument';

it.each([
  ['Word', zip('[Content_Types].xml', 'word/document.xml'), `${office}.wordprocessingml.document`],
  ['Word with its parts in another order', zip('word/document.xml', 'a.xml'), `${office}.wordprocessingml.document`],
  ['Excel', zip('[Content_Types].xml', 'xl/workbook.xml'), `${office}.spreadsheetml.sheet`],
  ['OFD', zip('OFD.xml', 'Doc_0/Document.xml'), 'application/ofd'],
  ['Word before 2007', compound('Root Entry', '1Table', 'WordDocument'), 'application/msword'],
  ['WPS spreadsheet', compound('Root Entry', 'Workbook'), 'application/vnd.ms-excel'],
  [
    'slides in the second sector',
    compound('Root Entry', 'a', 'b', 'c', 'PowerPoint Document'),
    'application/vnd.ms-powerpoint',
  ],
  ['an installer', compound('Root Entry', '䡀䌏䈯'), 'application/x-cfb'],
  ['a program', Buffer.from(`4d5a9000${'00'.repeat(60)}`, 'hex'), 'application/x-msdownload'],
  ['a ZIP with a program', zip('a.txt', '附件/打开.EXE'), 'application/zip; contents=programs'],
  ['a ZIP with nothing', zip(), 'application/zip; contents=unknown'],
  ['a shell script', strToU8('#!/bin/sh\nrm -rf /\n'), 'text/x-shellscript'],
  ['a batch file', strToU8('@echo off\r\ndel *.*\r\n'), 'text/x-batch'],
  ['a page script', strToU8('<?php echo 1;'), 'text/x-php'],
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
