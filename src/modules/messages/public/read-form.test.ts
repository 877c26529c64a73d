import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../../../platform/http/server.fixtures.ts';
import { RECEIVED_FILE_BYTES } from '../../cases/index.ts';
import { type GivenForm, readForm } from './read-form.ts';

let server: TestServer;
let origin: string;
beforeAll(async () => {
  server = await openTestServer((app, { files }) => {
    app.post('/form', { config: { access: { kind: 'session', action: 'open' } } }, (request) =>
      readForm(request, files, 2),
    );
  });
  origin = await server.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => server.close());

const WORDS = '请问怎样办理？';

async function send(
  files: readonly (readonly [name: string, content: string | Uint8Array<ArrayBuffer>])[],
): Promise<GivenForm> {
  const form = new FormData();
  form.append('text', WORDS);
  for (const [name, content] of files) form.append('files', new Blob([content]), name);
  form.append('proof', 'after the files');
  const answer = await fetch(`${origin}/form`, { method: 'POST', body: form });
  return (await answer.json()) as GivenForm;
}

describe('a form of the portal', () => {
  it('without files comes as plain fields, nothing but words', async () => {
    const answer = await fetch(`${origin}/form`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ text: WORDS }).toString(),
    });
    expect(await answer.json()).toEqual({ fields: { text: WORDS }, files: [], faults: [] });
  });

  it('with an empty file field, as every browser sends it, has no file and no fault', async () => {
    const { files, faults, fields } = await send([['', '']]);
    expect([files, faults, fields.text]).toEqual([[], [], WORDS]);
  });

  it('says that a chosen file is empty, and keeps the words', async () => {
    const { files, faults, fields } = await send([
      ['空白.txt', ''],
      ['照片说明.txt', '路灯坏了'],
    ]);
    expect(faults).toMatchObject([{ field: 'files', message: expect.stringContaining('“空白.txt”是空文件') }]);
    expect([files.map((file) => file.name), fields.text]).toEqual([['照片说明.txt'], WORDS]);
  });

  it('keeps nothing of a file that it refuses, and what others brought of the same bytes stays', async () => {
    const { files } = server.platform;
    const page = '<!doctype html><html><body><script>alert(1)</script></body></html>';
    const stored = async () => {
      const hashes: string[] = [];
      for await (const hash of files.list()) hashes.push(hash);
      return hashes.sort();
    };
    const before = await stored();
    expect((await send([['说明.txt', page]])).faults).toHaveLength(1);
    expect((await send([['空白.txt', '']])).faults).toHaveLength(1);
    expect(await stored()).toEqual(before);
    const { hash } = await files.put(Readable.from([Buffer.from(page)]), { maxBytes: 1000 });
    const sent = await Promise.all(Array.from({ length: 5 }, () => send([['说明.txt', page]])));
    expect(sent.flatMap(({ faults }) => faults)).toHaveLength(5);
    expect(await stored()).toEqual([...before, hash].sort());
  });

  it('keeps its files, judged by content', async () => {
    const { files, faults } = await send([['照片说明.txt', '路灯坏了']]);
    expect(faults).toEqual([]);
    expect(files).toMatchObject([{ name: '照片说明.txt', mediaType: 'text/plain' }]);
    expect(files[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('loses no word to a file that is of no use, too large or one too many, and says so of each', async () => {
    const program = new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0]);
    const large = new Uint8Array(RECEIVED_FILE_BYTES + 1);
    const given = await send([
      ['证明.docx', program],
      ['录像.pdf', large],
      ['一.txt', '一'],
      ['二.txt', '二'],
      ['三.txt', '三'],
    ]);
    expect(given.fields).toEqual({ text: WORDS, proof: 'after the files' });
    expect(given.files.map((file) => file.name)).toEqual(['一.txt', '二.txt']);
    expect(given.faults.map((fault) => fault.field)).toEqual(['files', 'files', 'files']);
    const said = given.faults.map((fault) => fault.message).join(' ');
    for (const word of ['证明.docx', '录像.pdf', '10 MB', '三.txt', '最多上传 2 个']) expect(said).toContain(word);
  });
});
