import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestLibrary, type TestLibrary } from '../library.fixtures.ts';
import { ImportArchive } from './import-archive.service.ts';
import { ImportReading } from './import-reading.service.ts';
import { countRows, findImport, heldFiles, insertImport } from './imports.store.ts';

/** More than one lot. */
const ROWS = 1_200;
const HEAD = '标题,文号,公开单位,成文日期,主题,标签,正文';

let library: TestLibrary;
beforeAll(async () => {
  library = await openTestLibrary();
});
afterAll(() => library?.close());

const db = () => library.platform.database.kysely;
const imports = () => library.modules.library.service.imports;
const lines = (count: number, text: string) =>
  Array.from(
    { length: count },
    (_, at) => `第${at + 1}项通知,明教〔2019〕${at + 1}号,明湖区教育局,2019-04-01,教育,入学,${text}`,
  );

async function stored(text: string) {
  return library.platform.files.put(Readable.from([Buffer.from(text)]), { maxBytes: 50_000_000 });
}

/** As the database stands when the process died right after the upload was answered. */
async function uploaded(text: string) {
  const { hash } = await stored(text);
  const head = { name: '旧库.csv', source: '原网站', tableHash: hash, archiveHash: null, by: '周宁', at: new Date() };
  return { id: await insertImport(db(), head), hash };
}

async function stateOf(id: string, wanted: string) {
  await expect.poll(() => imports().get(library.office, id), { timeout: 100_000 }).toMatchObject({ state: wanted });
  return imports().get(library.office, id);
}

it('answers the upload of a large table before it is read, then reads and checks it', async () => {
  const file = await stored([HEAD, ...lines(ROWS, '正文。'.repeat(300))].join('\n'));
  const made = await imports().start(
    library.office,
    { ...file, field: 'table', name: '旧库.csv' },
    undefined,
    '原网站',
  );
  expect(made).toMatchObject({ state: 'reading', counts: { total: 0 } });
  await expect(imports().run(library.office, made.id)).rejects.toMatchObject({ code: 'import-checking' });
  expect((await stateOf(made.id, 'checked')).counts).toMatchObject({ total: ROWS, ready: ROWS, unchecked: 0 });
}, 120_000);

it('reads a table again whose reading was broken off, each row once, and lets its file go then', async () => {
  const { id, hash } = await uploaded([HEAD, ...lines(ROWS, '正文。')].join('\n'));
  const reading = new ImportReading(library.platform);
  const files = { table: hash, archive: null, name: '旧库.csv' };
  const stopping = new AbortController();
  const read = await reading.read(files);
  const stopsAfterOne = {
    ...read.table,
    *lots() {
      for (const lot of read.table.lots()) {
        yield lot;
        stopping.abort();
      }
    },
  };
  expect(await reading.takeIn(id, { ...read, table: stopsAfterOne }, files, stopping.signal)).toBe(false);
  const { total } = await countRows(db(), id);
  expect(total).toBeGreaterThan(0);
  expect(total).toBeLessThan(ROWS);
  expect(await heldFiles(db(), [hash])).toEqual([hash]);
  await imports().workAll(new AbortController().signal);
  expect((await stateOf(id, 'checked')).counts).toMatchObject({ total: ROWS, ready: ROWS });
  expect(await heldFiles(db(), [hash])).toEqual([]);
}, 120_000);

it('says on the import what is wrong with a table that nobody waits for any more', async () => {
  const { id, hash } = await uploaded('标题,文号\n通知,明教〔2019〕1号');
  await imports().workAll(new AbortController().signal);
  const made = await stateOf(id, 'unreadable');
  expect(made.trouble).toBe('表头缺少“成文日期”列，请补上后重新上传。');
  expect(await heldFiles(db(), [hash])).toEqual([]);
  await expect(imports().run(library.office, id)).rejects.toMatchObject({
    code: 'import-unreadable',
    message: '表头缺少“成文日期”列，请补上后重新上传。',
  });
  expect((await findImport(db(), id))?.table_hash).toBeNull();
}, 60_000);

it('takes the files of many rows out of the archive at one reading, and of one row when that fails', async () => {
  const { files } = library.platform;
  const zip = zipSync({ '一.txt': strToU8('一'), '二.txt': strToU8('二'), '三.txt': strToU8('三') });
  const { hash } = await files.put(Readable.from([zip]), { maxBytes: 1_000_000 });
  let readings = 0;
  const counting = new Proxy(files, {
    get(target, name) {
      if (name === 'read') readings += 1;
      const value = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const archive = new ImportArchive(counting, hash);
  await archive.prepare(['一.txt', '二.txt', '一.txt']);
  expect((await archive.refs(['二.txt', '一.txt'])).map(({ name }) => name)).toEqual(['二.txt', '一.txt']);
  expect(await archive.refs(['一.txt'])).toHaveLength(1);
  expect(readings).toBe(1);
  expect((await archive.refs(['三.txt']))[0]?.sha256).toBe(createHash('sha256').update('三').digest('hex'));
  const broken = await files.put(Readable.from([strToU8('不是压缩包')]), { maxBytes: 1_000_000 });
  const none = new ImportArchive(files, broken.hash);
  await none.prepare(['一.txt']);
  await expect(none.refs(['一.txt'])).rejects.toMatchObject({ code: 'import-unreadable' });
}, 60_000);
