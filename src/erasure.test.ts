import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, type Modules, modulesInOrder } from './app.ts';
import { openTestDistrict, policyContent, type TestDistrict } from './district.fixtures.ts';
import type { Actor } from './kernel/permissions.ts';
import { form } from './modules/exchange/intake/intake.fixtures.ts';
import { staff } from './modules/organisations/organisations.fixtures.ts';
import type { AttachmentRef } from './modules/publications/index.ts';
import { body } from './modules/publications/publications.fixtures.ts';
import type { Database } from './platform/db/database.ts';
import type { TestPlatform } from './platform/platform.fixtures.ts';

/** In every word that is to be erased, and in no other. */
const MARKER = '须抹去的隐情';

let district: TestDistrict;
let platform: TestPlatform;
let modules: Modules;
let app: App;
let people: Record<'officer' | 'reviewer' | 'deputy' | 'head' | 'office', Actor>;
let unitId: string;

beforeAll(async () => {
  district = await openTestDistrict();
  ({ platform, modules, app } = district);
  const { education, office } = district.units;
  unitId = education.id;
  people = await staff(modules.organisations.service, {
    officer: [education, 'officer.jiaoyu', '某某', 'officer'],
    reviewer: [education, 'reviewer.jiaoyu', '某某', 'reviewer'],
    deputy: [education, 'deputy.jiaoyu', '某某', 'deputyHead'],
    head: [education, 'head.jiaoyu', '某某', 'head'],
    office: [office, 'office', '某某', 'supervisor'],
  });
});
afterAll(() => district.close());

describe('erasure by law (PIPL art. 47)', () => {
  it('leaves the marker in no file, no table and on no page, and what others name stays', async () => {
    const original = await district.store(`${MARKER}，未遮盖的原件。`);
    const shared = await district.store('两份文件共用的附件。');
    const handIn = await officeSystem();
    const handedIn = (await handIn(`${MARKER}的来文`)).json().id;
    expect((await handIn('另一句话', { issuedOn: MARKER })).statusCode).toBe(422);
    const id = await publish(original, shared, handedIn);
    const other = (await district.takeIn(policyContent({ attachments: [shared] }), [shared])).id;
    await district.settled();
    expect(await inFolder()).not.toEqual([]);
    const tables = await inTables(platform.database);
    expect(tables).toContain('publications.frozen_form');
    expect(tables).toContain('exchange.intake_delivery');
    const pages = ['/library', '/library/feed.rss', '/library/feed.atom', `/search?q=${encodeURIComponent('隐情')}`];
    for (const path of pages) expect(await ask(path), path).toContain(MARKER);

    // The file that was only read is no longer kept then.
    platform.clock.set(new Date(platform.clock.now().getTime() + 2 * 3_600_000));
    await erase(id);
    await district.settled();
    expect(await inTables(platform.database)).toEqual([]);
    expect(await inFolder()).toEqual([]);
    const number = (await modules.publications.service.view.get(people.office, id)).number ?? 0;
    const paths = [
      ...pages,
      `/documents/${number}`,
      `/documents/${number}/history`,
      `/documents/${number}/record.json`,
    ];
    for (const path of paths) expect(await ask(path), path).not.toContain(MARKER);
    expect(await platform.files.has(original.sha256)).toBe(false);
    expect(await platform.files.has(shared.sha256)).toBe(true);

    expect((await handIn(`${MARKER}的来文`)).json()).toMatchObject({ code: 'received-ended' });
    expect((await handIn(MARKER, { issuedOn: MARKER })).statusCode).toBe(422);
    expect(await inTables(platform.database)).toEqual([]);

    await erase(other, '应当事人要求删除');
    await district.settled();
    expect(await platform.files.has(shared.sha256)).toBe(false);
  });
});

/** What is taken by the one is kept in rows of the other. */
const HANDED_ON: Readonly<Record<string, string>> = { messages: 'cases' };

it('every module that takes files says which of them its rows name, or the sweep would delete them', async () => {
  const folder = join(import.meta.dirname, 'modules');
  const taking: string[] = [];
  for (const name of await readdir(folder)) {
    const files = await readdir(join(folder, name), { recursive: true });
    const sources = files.filter((one) => /\.tsx?$/.test(one) && !/\.(?:test|fixtures)\.tsx?$/.test(one));
    const texts = await Promise.all(sources.map((one) => readFile(join(folder, name, one), 'utf8')));
    if (texts.some((text) => /\breceiveUploads\(|\bfiles\.put\(/.test(text))) taking.push(name);
  }
  const holding = modulesInOrder(modules).flatMap(({ name, files }) => (files ? [name] : []));
  expect(taking.length).toBeGreaterThan(4);
  const keeperOf = (name: string) => HANDED_ON[name] ?? name;
  expect(taking.filter((name) => !holding.includes(keeperOf(name)))).toEqual([]);
});

async function ask(path: string): Promise<string> {
  return (await app.server.inject({ method: 'GET', url: path })).body.replaceAll(/<\/?mark>/g, '');
}

/** With the marker wherever people can write: text, elements, file and its name, remarks, reasons, notes, unsaved words. */
async function publish(original: AttachmentRef, shared: AttachmentRef, id: string): Promise<string> {
  const { service } = modules.publications;
  const copy = await district.store(`${MARKER}，遮盖后的副本。`);
  await service.uploads.add(people.officer, id, { ...original, hash: original.sha256, name: `${MARKER}原件.txt` });
  await service.uploads.add(people.officer, id, { ...copy, hash: copy.sha256, name: `${MARKER}.txt` }, original.sha256);
  await service.uploads.add(people.officer, id, { ...shared, hash: shared.sha256 });
  const words = policyContent({
    title: `关于${MARKER}的通知`,
    body: body(`${MARKER}。`),
    fields: { summary: `${MARKER}。` },
    attachments: [{ ...copy, name: `${MARKER}.txt` }, shared],
  });
  await service.drafting.edit(people.officer, id, {
    edit: (await service.view.get(people.officer, id)).draft?.edit ?? 0,
    content: words,
    releaseNote: `${MARKER}。`,
  });
  await service.determinations.determine(people.head, id, {
    attribute: 'proactive',
    manner: 'open',
    legalBasis: 'cat20.1',
    reason: `${MARKER}，应当公开`,
  });
  const { draft } = await service.view.get(people.officer, id);
  const contentHash = draft?.contentHash ?? '';
  await service.drafting.autosave(people.officer, id, { edit: draft?.edit ?? 0, content: words });
  await service.reviews.submit(people.officer, id, draft?.edit ?? 0);
  const remarks = [{ place: 'title', text: `${MARKER}。` }];
  const returned = { step: 'secrecy', decision: 'returned' as const, contentHash, comment: `${MARKER}。`, remarks };
  await service.reviews.review(people.reviewer, id, returned);
  for (const remark of (await service.view.get(people.officer, id)).remarks) {
    await service.reviews.resolve(people.officer, id, remark.id, `${MARKER}。`);
  }
  await service.reviews.submit(people.officer, id, (await service.view.get(people.officer, id)).draft?.edit ?? 0);
  for (const { code } of (await service.view.get(people.officer, id)).steps) {
    const by = code.endsWith('Second') ? people.deputy : code.endsWith('Final') ? people.head : people.reviewer;
    await service.reviews.review(by, id, { step: code, decision: 'approved', contentHash, remarks: [] });
  }
  await service.publishing.publish(people.officer, id, contentHash);
  return id;
}

/** An office system with its key; what it hands in has the marker in title, signer, proposal and the name of its file. */
async function officeSystem() {
  const { key } = await modules.exchange.service.intake.sources.create(people.office, {
    name: '教育局OA',
    unitIds: [unitId],
  });
  return (title: string, more: object = {}) => {
    const disclosure = { attribute: '主动公开', reason: MARKER };
    const told = { sourceId: 'OA-1', title, signer: MARKER, disclosure, ...more };
    const { payload, headers } = form([
      { name: 'metadata', bytes: JSON.stringify(told) },
      { name: 'text', file: `${MARKER}.txt`, bytes: `${MARKER}，来文正文。` },
    ]);
    const authorization = `Bearer ${key}`;
    return app.server.inject({
      method: 'POST',
      url: '/intake/v1/documents',
      payload,
      headers: { ...headers, authorization },
    });
  };
}

async function erase(id: string, reason = '应当事人要求依法删除'): Promise<void> {
  const { service } = modules.publications;
  const version = async () => (await service.view.get(people.office, id)).version;
  await service.ends.withdraw(people.officer, id, { version: await version(), reason: '先行撤回核实' });
  await service.ends.erase(people.office, id, { version: await version(), reason });
}

/** Every file of the data folder that holds the marker. */
async function inFolder(): Promise<string[]> {
  const found: string[] = [];
  const entries = await readdir(platform.config.dataFolder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    if ((await readFile(path)).includes(MARKER)) found.push(path);
  }
  return found;
}

/** Every table with a row that holds the marker, in text, JSON or bytes. */
async function inTables({ pool }: Database): Promise<string[]> {
  const { rows: tables } = await pool.query(
    `select table_schema || '.' || table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  const hex = Buffer.from(MARKER).toString('hex');
  for (const { name } of tables) {
    const { rows } = await pool.query(
      `select 1 from ${name} t where position($1 in t::text) > 0 or position($2 in t::text) > 0 limit 1`,
      [MARKER, hex],
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}
