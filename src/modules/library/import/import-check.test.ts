import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestLibrary, type TestLibrary } from '../library.fixtures.ts';

/** More than are told at once. */
const ROWS = 1_100;
/** Has the number of row 2, many lots later. */
const TWICE = 1_050;

let library: TestLibrary;
beforeAll(async () => {
  library = await openTestLibrary();
});
afterAll(() => library?.close());

async function start() {
  const lines = Array.from({ length: ROWS }, (_, at) => {
    const serial = at + 2 === TWICE ? 100 : at + 100;
    return `关于第${at}项工作的通知,明教〔2019〕${serial}号,明湖区教育局,2019-04-01,教育,入学,正文。`;
  });
  const csv = ['标题,文号,公开单位,成文日期,主题,标签,正文', ...lines].join('\n');
  const stored = await library.platform.files.put(Readable.from([Buffer.from(csv)]), { maxBytes: 1_000_000 });
  const { imports } = library.modules.library.service;
  return imports.start(library.office, { ...stored, field: 'table', name: '旧库.csv' }, undefined, '原网站');
}

it('answers at once for a large table, tells how far the dry run is, and imports nothing before its end', async () => {
  const { imports, open } = library.modules.library.service;
  const before = (await open.list({})).total;
  const made = await start();
  expect(made).toMatchObject({ state: 'checking', counts: { total: ROWS, imported: 0 } });
  expect(made.counts.unchecked).toBeGreaterThan(0);
  await expect(imports.run(library.office, made.id)).rejects.toMatchObject({ code: 'import-checking', status: 409 });
  // A worker that comes by joins in; both come to the same end.
  await imports.workAll(new AbortController().signal);
  const checked = await imports.get(library.office, made.id);
  expect(checked).toMatchObject({ state: 'checked', counts: { unchecked: 0, ready: ROWS - 1, faulty: 1 } });
  const { items } = await imports.rows(library.office, made.id, { page: 1, pageSize: 10, state: 'faulty' });
  expect(items).toMatchObject([{ row: TWICE, problems: [{ message: '“明教〔2019〕100号”已在库中，或在本表中重复' }] }]);
  expect((await open.list({})).total).toBe(before);
}, 120_000);

it('goes on with a dry run that was broken off', async () => {
  const { imports } = library.modules.library.service;
  const stopped = new AbortController();
  stopped.abort();
  const made = await start();
  await imports.workAll(stopped.signal);
  await imports.workAll(new AbortController().signal);
  expect((await imports.get(library.office, made.id)).counts).toMatchObject({ unchecked: 0, ready: ROWS - 1 });
}, 120_000);
