import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase } from '../../../platform/db/database.fixtures.ts';
import { intakeTestMigrations, officialDocx, openTestIntake, type TestIntake } from './intake.fixtures.ts';

const DOCUMENT = readFileSync(join(import.meta.dirname, '../../../../docs/intake.md'), 'utf8');
const blocks = (language: string) =>
  [...DOCUMENT.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map((match) => match[1] ?? '');

const folder = mkdtempSync(join(tmpdir(), 'mingchuang-examples-'));
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let test: TestIntake;
let address: string;
beforeAll(async () => {
  database = await openTestDatabase('embedded', intakeTestMigrations);
  test = await openTestIntake(database);
  address = await test.app.listen({ port: 0, host: '127.0.0.1' });
  await writeFile(join(folder, '入学通知.json'), blocks('json')[0] ?? '');
  await writeFile(join(folder, '入学通知.docx'), officialDocx());
  await writeFile(join(folder, '招生名额.txt'), '第一小学 120 名');
});
afterAll(async () => {
  await test?.close();
  await database?.close();
  await rm(folder, { recursive: true });
});

async function run(example: string | undefined) {
  const env = { ...process.env, MINGCHUANG: address, KEY: test.key };
  const { stdout } = await promisify(execFile)('sh', ['-c', example ?? 'false'], { cwd: folder, env });
  return JSON.parse(stdout);
}

it('the examples of docs/intake.md do what the page says (IX-3)', async () => {
  const [deliver, words, ask, ...more] = blocks('sh');
  expect(more).toEqual([]);
  const delivered = await run(deliver);
  expect(delivered).toMatchObject({ state: 'draft', doubts: [], unit: { code: 'jiaoyu' } });
  expect(await run(deliver)).toEqual(delivered);
  expect(await run(words)).toMatchObject({ state: 'draft', title: '关于调整窗口服务时间的通告' });
  const shown = JSON.parse(blocks('json')[1] ?? '');
  expect(await run(ask)).toEqual({ ...shown, id: delivered.id, missing: expect.arrayContaining(shown.missing) });
});

it('docs/intake.md names every element that may be handed in, and no other', () => {
  const row = /^\| elements of 政策文件 \|(.*)\|$/m.exec(DOCUMENT)?.[1] ?? '';
  const named = [...row.matchAll(/`(\w+)`/g)].map((match) => match[1]);
  const fields = test.modules.publications.service.kinds.get('policyDocument').fields.map((field) => field.code);
  expect(named.sort()).toEqual([...fields].sort());
});
