import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Modules, modulesInOrder } from './app.ts';
import { openTestDistrict, policyContent, type TestDistrict } from './district.fixtures.ts';
import type { Actor } from './kernel/permissions.ts';
import { addPerson } from './modules/organisations/organisations.fixtures.ts';
import { body } from './modules/publications/publications.fixtures.ts';
import { audit } from './modules/transparency/audit/log-audit.mjs';
import { deliverEvents } from './platform/change/deliver-events.ts';
import type { TestPlatform } from './platform/platform.fixtures.ts';

let district: TestDistrict;
let platform: TestPlatform;
let modules: Modules;
let url: string;
let office: Actor;
let _unitId: string;

beforeAll(async () => {
  district = await openTestDistrict();
  ({ platform, modules } = district);
  const { units, app } = district;
  office = (await addPerson(modules.organisations.service, units.office, 'office', '周宁', 'supervisor')).actor;
  _unitId = units.education.id;
  url = await app.server.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => district.close());

async function publish(text: string): Promise<{ id: string; number: number }> {
  const file = await district.store(`附：${text}`, '附件 一.txt');
  return district.takeIn(policyContent({ body: body(text, '第二段 & <尖括号>。'), attachments: [file] }), [file]);
}

async function settle(): Promise<void> {
  await deliverEvents(platform, modulesInOrder(modules), new AbortController().signal);
  await modules.transparency.service.sequence();
}

const look = async () => (await audit(url, { settleSeconds: 0 })).findings;

describe('whoever audits the site from outside', () => {
  it('finds nothing wrong in what is published, withdrawn and removed openly: the pages show the very bytes of the log', async () => {
    const { ends, view } = modules.publications.service;
    await publish('期限为二十日。');
    const [withdrawn, removed] = [await publish('已不再执行。'), await publish('误发内容。')];
    const end = async (id: string) => ({ version: (await view.get(office, id)).version, reason: '按规定予以更正' });
    await ends.withdraw(office, withdrawn.id, await end(withdrawn.id));
    await ends.remove(office, removed.id, await end(removed.id));
    await settle();
    expect(await look()).toEqual([]);
  });

  it('finds a text, a record and a file changed in silence, and one that vanished in silence', async () => {
    const [text, record, gone] = [
      await publish('期限为十日。'),
      await publish('期限为十一日。'),
      await publish('期限为十二日。'),
    ];
    await settle();
    const { pool } = platform.database;
    const change = (sql: string, number: number) => pool.query(sql, [number]);
    await change(
      `update publications.public_item set body_html = replace(body_html, '十日', '三十日') where number = $1`,
      text.number,
    );
    await change(`update publications.public_version set record = '{}' where number = $1`, record.number);
    await change('delete from publications.public_version where number = $1', gone.number);
    const findings = await look();
    for (const { number } of [text, record, gone]) {
      expect(
        findings.some((finding) => finding.startsWith(`/documents/${number}：`)),
        `/documents/${number}`,
      ).toBe(true);
    }
  });
});
