import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DatabaseKind, describeDatabases, openTestDatabase } from '../../platform/db/database.fixtures.ts';
import type { Database } from '../../platform/db/database.ts';
import {
  addPerson,
  adopt,
  ending,
  fileAll,
  type Installation,
  introduce,
  openInstallation,
  passTime,
  policyContent,
  rows,
} from './exchange.fixtures.ts';

describeDatabases([], (_, kind) => {
  describe('filing between two installations (IX-1, IX-2, DOC-2, DOC-5)', () => filing(kind));
});

function filing(kind: DatabaseKind): void {
  const databases: Database[] = [];
  let district: Installation;
  let city: Installation;
  const deliveries = (id: string) =>
    rows<{ event: string; state: string; reasons: string[] }>(
      district,
      sql`select event, state, reasons from exchange.delivery where publication_id = ${id}::uuid order by ordinal`,
    );
  const received = async (id: string) =>
    (
      await rows<{ life: string; register: Record<string, unknown>; forms: number }>(
        city,
        sql`select life, register, (select count(*)::int from exchange.received_form f
            where f.publication_id = r.publication_id) as forms
          from exchange.received r where publication_id = ${id}::uuid`,
      )
    )[0];
  const shown = async (id: string) =>
    (
      await rows<{ status: string; title: string; body_text: string; reason: string | null }>(
        city,
        sql`select status, title, body_text, reason from exchange.city_item where publication_id = ${id}::uuid`,
      )
    )[0];
  const peerId = async () => (await district.modules.exchange.service.filing.peers.active('outgoing'))[0]?.id ?? '';
  const reconcile = async () =>
    district.modules.exchange.service.filing.reconciliations.reconcile(district.office, await peerId());

  beforeAll(async () => {
    for (let n = 0; n < 2; n += 1) databases.push(await openTestDatabase(kind, []));
    district = await openInstallation(databases[0] as Database);
    city = await openInstallation(databases[1] as Database);
    await city.listen();
    await introduce(district, city);
  }, 180_000);
  afterAll(async () => {
    await district?.close();
    await city?.close();
    for (const database of databases) await database.close();
  });

  it('files what is public with text and files, and takes a signed receipt (DOC-7)', async () => {
    const bytes = Buffer.from('转学申请表');
    const stored = await district.platform.files.put(Readable.from([bytes]), { maxBytes: 1000 });
    const attachments = [{ sha256: stored.hash, name: '申请表.txt', mediaType: 'text/plain', size: stored.size }];
    const { id } = await adopt(district, policyContent({ title: '关于转学办法的通知', attachments }));
    await fileAll(district);
    expect(await deliveries(id)).toEqual([{ event: 'filed', state: 'receipted', reasons: [] }]);
    expect(await shown(id)).toMatchObject({
      status: 'public',
      title: '关于转学办法的通知',
      body_text: '免试就近入学。',
    });
    const hash = createHash('sha256').update(bytes).digest('hex');
    expect(await city.platform.files.size(hash)).toBe(bytes.length);
    expect(await reconcile()).toMatchObject({ figures: { differences: 0, registered: 1, received: 1 }, failure: null });
  });

  it('files the row of what is not public, and not one word of its text (DOC-2)', async () => {
    const { drafting, determinations } = district.modules.publications.service;
    const { id } = await drafting.create(district.officer, {
      kind: 'policyDocument',
      unitId: district.unitId,
      content: policyContent({ title: '关于内部事项的请示', text: '绝不外传的一句话。' }),
    });
    await determinations.determine(district.head, id, {
      attribute: 'withheld',
      manner: 'open',
      legalBasis: 'art16.2',
      reason: '属于过程性信息',
    });
    await fileAll(district);
    expect(await received(id)).toMatchObject({
      life: 'none',
      forms: 0,
      register: { title: '关于内部事项的请示', attribute: 'withheld', reason: '属于过程性信息' },
    });
    expect(await shown(id)).toBeUndefined();
    const everywhere = await rows<{ all: string }>(
      city,
      sql`select coalesce(string_agg(r::text, ''), '') || (select coalesce(string_agg(f::text, ''), '') from exchange.received_form f)
        || (select coalesce(string_agg(x::text, ''), '') from exchange.filing x) as all from exchange.received r`,
    );
    expect(everywhere[0]?.all).not.toContain('绝不外传');
  });

  it('follows withdrawal, restoration and removal; of what was removed nothing is left to read', async () => {
    const { ends } = district.modules.publications.service;
    const { id } = await adopt(district, policyContent({ title: '关于暂停办理的公告', text: '撤回前的正文。' }));
    await fileAll(district);
    await ends.withdraw(district.office, id, await ending(district, id, '内容有误，先行撤回'));
    await fileAll(district);
    expect(await shown(id)).toMatchObject({
      status: 'withdrawn',
      reason: '内容有误，先行撤回',
      body_text: '撤回前的正文。',
    });
    await ends.restore(district.office, id, await ending(district, id, '核对无误，恢复公开'));
    await fileAll(district);
    expect(await shown(id)).toMatchObject({ status: 'public' });
    await ends.remove(district.office, id, await ending(district, id, '误发，予以移除'));
    await fileAll(district);
    expect(await shown(id)).toMatchObject({ status: 'removed', title: '', body_text: '', reason: '误发，予以移除' });
    expect(await received(id)).toMatchObject({ life: 'removed', forms: 0 });
    await ends.erase(district.office, id, await ending(district, id, '依法删除个人信息'));
    await fileAll(district);
    expect((await received(id))?.register.title).toBe('（已依法删除）');
    expect((await deliveries(id)).map(({ event }) => event)).toEqual([
      'filed',
      'withdrawn',
      'restored',
      'removed',
      'erased',
    ]);
  });

  it('files again only what changed, and files a new determination', async () => {
    const { id } = await adopt(district, policyContent());
    await fileAll(district);
    await fileAll(district);
    expect(await deliveries(id)).toHaveLength(1);
    passTime(60_000, district, city);
    await district.modules.publications.service.determinations.determine(district.head, id, {
      attribute: 'proactive',
      manner: 'open',
      legalBasis: 'cat20.1',
      reason: '定期复核，维持公开',
    });
    await fileAll(district);
    expect((await deliveries(id)).map(({ event }) => event)).toEqual(['filed', 'determined']);
    await district.modules.publications.service.determinations.archive(district.office, id, {
      version: (await district.modules.publications.service.view.get(district.office, id)).version,
      archivedOn: '2026-03-01',
    });
    await fileAll(district);
    expect((await received(id))?.register.archivedOn).toBe('2026-03-01');
  });

  it('loses nothing and doubles nothing when the receiver goes away in between (IX-C1, DOC-10)', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 20; n += 1) ids.push((await adopt(district, policyContent())).id);
    const { follower, sender } = district.modules.exchange.service.filing;
    await follower.catchUp({ whole: true });
    for (let round = 0; round < 3; round += 1) {
      const sending = sender.run();
      await new Promise((resolve) => setTimeout(resolve, 60));
      await city.stopListening();
      await sending;
      passTime(60_000, district, city);
      await city.listen();
    }
    const before = await reconcile();
    expect(before.figures.receipted + before.figures.differences).toBe(before.figures.filed);
    await district.modules.exchange.service.filing.deliveries.push(district.office, undefined);
    await sender.settled();
    const after = await reconcile();
    expect(after.figures.differences).toBe(0);
    expect(after.figures.receipted).toBe(after.figures.registered);
    const counted = await rows<{ filings: number; numbers: number; documents: number }>(
      city,
      sql`select count(*)::int as filings, count(distinct receipt_number)::int as numbers,
        count(distinct publication_id)::int as documents from exchange.filing where publication_id = any(${ids}::uuid[])`,
    );
    expect(counted).toEqual([{ filings: 20, numbers: 20, documents: 20 }]);
  }, 120_000);

  it('gives every reason at once, keeps the refusal, and takes it after it was mended (DOC-6)', async () => {
    const { receiver } = city.modules.exchange.service.filing;
    const [peer] = await city.modules.exchange.service.filing.peers.active('incoming');
    const { id } = await adopt(district, policyContent({ title: '要素将被删去的通知' }));
    const filing = await filingOf(id);
    const record = JSON.parse(filing.open.forms[0].record);
    delete record.fields.issuer;
    record.fields.documentNumber = '明教二〇二六年九号';
    filing.open.forms[0].record = JSON.stringify(record);
    const { stateHash } = await import('./filing/filing-state.ts');
    filing.stateHash = stateHash(filing);
    const answer = await receiver.receive(peer as never, filing);
    expect(answer.outcome).toBe('refused');
    const { reasons } = answer as { reasons: string[] };
    expect(reasons.some((reason) => reason.includes('发文机关'))).toBe(true);
    expect(reasons.some((reason) => reason.includes('发文字号'))).toBe(true);
    await fileAll(district);
    expect(await deliveries(id)).toMatchObject([{ state: 'receipted' }]);
    const kept = await rows(
      city,
      sql`select outcome, first_outcome from exchange.filing where publication_id = ${id}::uuid`,
    );
    expect(kept).toEqual([{ outcome: 'receipted', first_outcome: 'refused' }]);
  });

  it('tells every difference by name and mends it with one button (IX-C2)', async () => {
    const { id: lost } = await adopt(district, policyContent({ title: '对方弄丢的通知' }));
    const { id: other } = await adopt(district, policyContent({ title: '对方改动的通知' }));
    await fileAll(district);
    await rows(city, sql`delete from exchange.received_form where publication_id = ${lost}::uuid`);
    await rows(city, sql`delete from exchange.city_item where publication_id = ${lost}::uuid`);
    await rows(city, sql`delete from exchange.received where publication_id = ${lost}::uuid`);
    await rows(
      city,
      sql`update exchange.received set record_hash = ${'0'.repeat(64)} where publication_id = ${other}::uuid`,
    );
    const { reconciliations, sender } = district.modules.exchange.service.filing;
    const found = await reconcile();
    const { items } = await reconciliations.differences(district.office, found.id, { page: 1, pageSize: 50 });
    expect(items.map(({ title, kind }) => [title, kind]).sort()).toEqual([
      ['对方弄丢的通知', 'receiverLacks'],
      ['对方改动的通知', 'otherContent'],
    ]);
    let file = '';
    for await (const part of reconciliations.differencesFile(district.office, found.id)) file += part;
    expect(file.split('\r\n')).toHaveLength(4);
    expect(await reconciliations.refile(district.office, found.id, undefined)).toEqual({ refiled: 2 });
    await sender.settled();
    expect((await reconcile()).figures.differences).toBe(0);
  });

  it('compares without the receiver when he cannot be asked, and says so', async () => {
    await city.stopListening();
    expect(await reconcile()).toMatchObject({ failure: expect.stringContaining('连不上对方平台') });
    await city.listen();
  });

  it('lets units see their own filings, and nobody without a role any', async () => {
    const service = district.modules.exchange.service.filing.deliveries;
    const own = await service.list(district.officer, { page: 1, pageSize: 10 });
    expect(own.total).toBeGreaterThan(10);
    const stranger = await addPerson(district, 'officer.linhu', '赵强', 'officer');
    expect((await service.list(stranger, { page: 1, pageSize: 10 })).total).toBe(0);
    await expect(service.push(district.officer, undefined)).rejects.toMatchObject({ status: 403 });
    await expect(service.list({ type: 'visitor' }, { page: 1, pageSize: 10 })).rejects.toMatchObject({ status: 401 });
  });

  // biome-ignore lint/suspicious/noExplicitAny: a test takes the message apart
  async function filingOf(id: string): Promise<any> {
    const state = await district.modules.exchange.service.filing.follower.read(id);
    return structuredClone({ ...state, ordinal: 1, event: 'filed' });
  }
}
