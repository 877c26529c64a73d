import { request as httpRequest } from 'node:http';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestServer, type TestServer } from './server.fixtures.ts';
import { cleanName, receiveUploads } from './uploads.ts';

let server: TestServer;
let origin: string;
const logged: string[] = [];
beforeAll(async () => {
  const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) });
  server = await openTestServer(
    (app, { files }) => {
      app.post('/files', { config: { access: { kind: 'session', action: 'open' } } }, (request) =>
        receiveUploads(request, files, { maxBytes: 3_000_000, maxFiles: 2, allowed: ['text/plain', 'text/csv'] }),
      );
    },
    { log },
  );
  origin = await server.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => server.close());

/** Of all that is stored. */
async function hashes(): Promise<string[]> {
  const found: string[] = [];
  for await (const hash of server.platform.files.list()) found.push(hash);
  return found.sort();
}

async function upload(files: Record<string, string>, fields: Record<string, string> = {}) {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  for (const [name, content] of Object.entries(files)) form.append('evidence', new Blob([content]), name);
  return fetch(`${origin}/files`, { method: 'POST', body: form });
}

it('takes files with Chinese names together with fields, judged by content', async () => {
  const answer = await upload({ '台账（明湖区）.pdf': '序号,任务\n1,公开\n' }, { note: '第一季度' });
  expect(await answer.json()).toMatchObject({
    files: [{ field: 'evidence', name: '台账（明湖区）.pdf', mediaType: 'text/csv', size: 23 }],
    fields: { note: '第一季度' },
  });
});

it('refuses what is too large, too many, of another kind, or no form at all', async () => {
  expect(await (await upload({ 'a.txt': 'x'.repeat(3_000_001) })).json()).toMatchObject({
    code: 'too-large',
    status: 413,
  });
  expect(await (await upload({ a: 'a', b: 'b', c: 'c' })).json()).toMatchObject({ code: 'too-many-files' });
  const before = await hashes();
  expect(await (await upload({ 'a.txt': '%PDF-1.7\n%âãÏÓ\n' })).json()).toMatchObject({ code: 'media-type-refused' });
  expect(await hashes()).toEqual(before);
  const plain = await fetch(`${origin}/files`, { method: 'POST', body: 'x' });
  expect(await plain.json()).toMatchObject({ status: 415 });
});

const HEAD = '--x\r\ncontent-disposition: form-data; name="evidence"; filename="a.txt"\r\n\r\n';
const FIELD = '--x\r\ncontent-disposition: form-data; name="note"\r\n\r\n';

it.each([
  ['no boundary named', 'multipart/form-data', `${HEAD}whole\r\n--x--\r\n`],
  ['an empty boundary', 'multipart/form-data; boundary=', `${HEAD}whole\r\n--x--\r\n`],
  ['a boundary without end', `multipart/form-data; boundary=${'x'.repeat(400)}`, `${HEAD}whole\r\n--x--\r\n`],
  ['another boundary', 'multipart/form-data; boundary=y', `${HEAD}whole\r\n--x--\r\n`],
  ['no closing line after a file', 'multipart/form-data; boundary=x', `${HEAD}half`],
  ['no closing line after a large file', 'multipart/form-data; boundary=x', `${HEAD}${'half '.repeat(100_000)}`],
  ['no closing line after a field', 'multipart/form-data; boundary=x', `${FIELD}half`],
  ['no closing line after two parts', 'multipart/form-data; boundary=x', `${HEAD}whole\r\n${FIELD}whole\r\n`],
  ['an end within the headers of a part', 'multipart/form-data; boundary=x', '--x\r\ncontent-dispo'],
])('asks to send again what did not arrive whole: %s', async (_, type, body) => {
  logged.length = 0;
  const answer = await fetch(`${origin}/files`, { method: 'POST', headers: { 'content-type': type }, body });
  expect(await answer.json()).toMatchObject({
    status: 400,
    code: 'upload-broken',
    detail: expect.stringContaining('请重新提交'),
  });
  expect(logged).toEqual([]);
});

it('goes on after somebody hangs up in the middle, which is no defect of ours', async () => {
  logged.length = 0;
  await new Promise<void>((resolve) => {
    const request = httpRequest(`${origin}/files`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': 1_000_000 },
    });
    request.on('error', () => resolve());
    request.write('--x\r\ncontent-disposition: form-data; name="evidence"; filename="a.txt"\r\n\r\nhalf', () => {
      setTimeout(() => request.destroy(), 100);
    });
  });
  expect((await upload({ 'b.txt': '佐证' })).status).toBe(200);
  expect(logged).toEqual([]);
});

it('cleans names', () => {
  expect(cleanName('../../etc/passwd')).toBe('passwd');
  expect(cleanName('C:\\台账\\二季度.xlsx')).toBe('二季度.xlsx');
  expect(cleanName('invoice\u202Efdp.exe')).toBe('invoicefdp.exe');
  expect(cleanName('..')).toBe('未命名文件');
  expect(cleanName(undefined)).toBe('未命名文件');
  expect([...cleanName(`${'长'.repeat(300)}.docx`)]).toHaveLength(120);
  expect(cleanName(`${'长'.repeat(300)}.docx`)).toMatch(/长\.docx$/);
});
