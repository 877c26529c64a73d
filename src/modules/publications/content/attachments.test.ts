import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { CommentReference, Document, Packer, Paragraph, TextRun } from 'docx';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../platform/db/database.fixtures.ts';
import type { Database } from '../../../platform/db/database.ts';
import {
  approve,
  draft,
  notice,
  openTestDoor,
  publicationTestMigrations,
  type TestDoor,
} from '../publications.fixtures.ts';

const NUMBER = '110101199003074450';

let database: Database;
let door: TestDoor;
beforeAll(async () => {
  database = await openTestDatabase('embedded', publicationTestMigrations);
  door = await openTestDoor(database);
});
afterAll(async () => {
  await door.platform.close();
  await database.close();
});

const get = (id: string) => door.service.view.get(door.people.officer, id);
const codes = async (id: string) => (await get(id)).reasons.map((reason) => reason.code);

async function pdf(text: string, author?: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.addPage([595, 842]).drawText(text, { x: 60, y: 700, size: 12, font });
  if (author) document.setAuthor(author);
  return document.save();
}

/** A draft with the file attached; the file's hash. */
async function withAttachment(bytes: Uint8Array, name: string): Promise<{ id: string; sha256: string }> {
  const { service, people, platform } = door;
  const id = await draft(door);
  const stored = await platform.files.put(Readable.from([Buffer.from(bytes)]), { maxBytes: 1_000_000 });
  const { sha256, size, mediaType } = await service.uploads.add(people.officer, id, { ...stored, name });
  const { draft: open } = await get(id);
  await service.drafting.edit(people.officer, id, {
    edit: open?.edit ?? 0,
    content: { ...(open?.content ?? notice()), attachments: [{ sha256, name, mediaType, size }] },
  });
  return { id, sha256 };
}

describe('an attachment', () => {
  it('makes whoever brings it one of the writers, who review it no more', async () => {
    const { service, people, platform } = door;
    const id = await draft(door, notice(), { by: people.handler });
    const stored = await platform.files.put(Readable.from([Buffer.from(await pdf('text'))]), { maxBytes: 1_000_000 });
    await service.uploads.add(people.officer, id, { ...stored, name: '全文.pdf' });
    expect((await get(id)).editors.map((one) => one.name)).toEqual(['何静', '李明']);
  });

  it('is searched for personal data; a PDF is masked so that nothing is left of it, and the original stays inside', async () => {
    const { service, people, platform } = door;
    const { id, sha256 } = await withAttachment(await pdf(`Name Wang  ID ${NUMBER}`), '名单.pdf');
    const found = (await get(id)).findings.filter((one) => one.type === 'identityNumber');
    expect(found).toMatchObject([{ place: `attachment:${sha256}`, text: NUMBER }]);
    await service.attachments.mask(people.officer, id, sha256, {
      edit: (await get(id)).draft?.edit ?? 0,
      findingIds: found.map((one) => one.id),
    });
    const after = await get(id);
    const [file] = after.draft?.content.attachments ?? [];
    expect(file?.sha256).not.toBe(sha256);
    expect(after.findings.find((one) => one.type === 'identityNumber')?.state).toBe('masked');
    expect(await codes(id)).not.toContain('personal-data');
    await service.publishing.publish(people.officer, id, await approve(door, id));
    const { number } = await get(id);
    expect(await service.open.file(number ?? 0, sha256)).toBeUndefined();
    expect(await service.open.file(number ?? 0, file?.sha256 ?? '')).toMatchObject({ name: '名单.pdf' });
    expect(await platform.files.has(sha256)).toBe(true);
  });

  it('is masked in Word as well', async () => {
    const { service, people } = door;
    const document = new Document({ sections: [{ children: [new Paragraph(`身份证号：${NUMBER}`)] }] });
    const { id, sha256 } = await withAttachment(await Packer.toBuffer(document), '名单.docx');
    const found = (await get(id)).findings.filter((one) => one.type === 'identityNumber');
    await service.attachments.mask(people.officer, id, sha256, {
      edit: (await get(id)).draft?.edit ?? 0,
      findingIds: found.map((one) => one.id),
    });
    expect(await codes(id)).toEqual(expect.not.arrayContaining(['personal-data', 'attachment-refused']));
    expect((await get(id)).draft?.content.attachments[0]?.sha256).not.toBe(sha256);
  });

  it('is masked also where what is found stands only in comments or hidden rows: the copy is without them', async () => {
    const { service, people, platform } = door;
    const comment = { id: 0, author: '某科', children: [new Paragraph(`身份证号：${NUMBER}`)] };
    const word = new Document({
      comments: { children: [comment] },
      sections: [{ children: [new Paragraph({ children: [new TextRun('名单已核对'), new CommentReference(0)] })] }],
    });
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('名单');
    sheet.addRows([
      ['姓名', '身份证号'],
      ['见附件', '略'],
      ['王芳', NUMBER],
    ]);
    sheet.getRow(3).hidden = true;
    const files = [
      { bytes: await Packer.toBuffer(word), name: '名单.docx' },
      { bytes: Buffer.from(await workbook.xlsx.writeBuffer()), name: '名单.xlsx' },
    ];
    for (const { bytes, name } of files) {
      const { id, sha256 } = await withAttachment(bytes, name);
      const findings = (await get(id)).findings.filter((one) => one.place === `attachment:${sha256}`);
      expect(
        findings.map((one) => one.text),
        name,
      ).toContain(NUMBER);
      await service.attachments.mask(people.officer, id, sha256, {
        edit: (await get(id)).draft?.edit ?? 0,
        findingIds: findings.map((one) => one.id),
      });
      const copy = (await get(id)).draft?.content.attachments[0]?.sha256 ?? '';
      const archive = unzipSync(new Uint8Array(await buffer(await platform.files.read(copy))));
      const parts = Object.values(archive)
        .map((part) => strFromU8(part))
        .join('\n');
      expect(parts, name).not.toContain(NUMBER);
      expect(await codes(id), name).not.toContain('personal-data');
    }
  });

  it('with hidden data blocks, and its clean copy does not', async () => {
    const { service, people } = door;
    const { id, sha256 } = await withAttachment(await pdf('open words', 'Zhang of section 3'), '说明.pdf');
    expect(await codes(id)).toContain('attachment-hidden-data');
    await service.attachments.clean(people.officer, id, sha256, (await get(id)).draft?.edit ?? 0);
    expect(await codes(id)).toEqual(expect.not.arrayContaining(['attachment-hidden-data', 'attachment-refused']));
  });

  it('that must not be taken blocks with the reason, whatever its name says', async () => {
    const { id } = await withAttachment(Buffer.from('MZ\u0090\u0000 not a document'), '附件.pdf');
    expect(await codes(id)).toContain('attachment-refused');
  });

  it('is called what its bytes are: another type or size is refused', async () => {
    const { service, people } = door;
    const { id, sha256 } = await withAttachment(Buffer.from('文字。'), '附件.txt');
    const { draft: open } = await get(id);
    const called = { sha256, name: '附件.html', mediaType: 'text/html', size: 9 };
    const edit = service.drafting.edit(people.officer, id, {
      edit: open?.edit ?? 0,
      content: { ...(open?.content ?? notice()), attachments: [called] },
    });
    await expect(edit).rejects.toMatchObject({ code: 'file-not-uploaded' });
  });
});
