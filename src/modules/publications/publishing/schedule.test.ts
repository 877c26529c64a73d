import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeDatabases, openTestDatabase } from '../../../platform/db/database.fixtures.ts';
import { openMailReceiver } from '../../../platform/mail/mail-receiver.fixtures.ts';
import { giveAddress } from '../../organisations/organisations.fixtures.ts';
import {
  approve,
  body,
  draft,
  notice,
  openTestDoor,
  publicationTestMigrations,
  type TestDoor,
} from '../publications.fixtures.ts';

const AT = '2026-03-02T09:30:00+08:00';
const still = () => new AbortController().signal;

describeDatabases(publicationTestMigrations, (database) => {
  let door: TestDoor;
  beforeAll(async () => {
    door = await openTestDoor(database());
  });
  afterAll(() => door.platform.close());
  const get = (id: string) => door.service.view.get(door.people.officer, id);
  const clock = (at: string) => door.platform.clock.set(at);

  async function scheduled(content = notice()) {
    clock('2026-03-02T09:00:00+08:00');
    const id = await draft(door, content);
    await door.service.publishing.schedule(door.people.officer, id, {
      contentHash: await approve(door, id),
      at: AT,
      releaseNote: '预计有咨询，已备口径',
    });
    return id;
  }

  describe('scheduled publication (REV-10)', () => {
    it('appears at its minute, not before, once however often the job runs', async () => {
      const { service } = door;
      const id = await scheduled();
      expect(await get(id)).toMatchObject({ open: 'scheduled', draft: { releaseNote: '预计有咨询，已备口径' } });
      clock('2026-03-02T09:29:59+08:00');
      await service.scheduled.run(still());
      expect(await service.open.itemOf(id)).toBeUndefined();
      clock(AT);
      await Promise.all([service.scheduled.run(still()), service.scheduled.run(still())]);
      await service.scheduled.run(still());
      const item = await service.open.itemOf(id);
      expect(item).toMatchObject({ status: 'public', ordinal: 1 });
      expect((await service.open.history(item?.number ?? 0)).map((event) => event.what)).toEqual(['published']);
      expect(await service.list.alarms(door.people.office)).toEqual([]);
    });

    it('takes no instant in the past, and none without all approvals', async () => {
      const { service, people } = door;
      clock('2026-03-02T09:00:00+08:00');
      const id = await draft(door);
      const { draft: open } = await get(id);
      const contentHash = open?.contentHash ?? '';
      await expect(service.publishing.schedule(people.office, id, { contentHash, at: AT })).rejects.toMatchObject({
        status: 403,
      });
      await approve(door, id);
      await expect(
        service.publishing.schedule(people.officer, id, { contentHash, at: '2026-03-02T08:59:00+08:00' }),
      ).rejects.toMatchObject({ code: 'schedule-invalid' });
      await service.publishing.schedule(people.officer, id, { contentHash, at: AT });
      await service.publishing.unschedule(people.officer, id, contentHash);
      clock(AT);
      await service.scheduled.run(still());
      expect(await get(id)).toMatchObject({ open: 'approved', life: 'none' });
    });

    it('what is blocked at its minute stays in; five minutes late raises one alarm with the reasons, gone when it is settled', async () => {
      const { service, people } = door;
      const id = await scheduled();
      await door.platform.database.pool.query(`insert into publications.remark (version_id, place, text, by_person, by_name, at)
        select id, 'whole', '请核对', gen_random_uuid(), '某某', now() from publications.version where publication_id = '${id}'`);
      clock('2026-03-02T09:34:00+08:00');
      await service.scheduled.run(still());
      expect(await service.list.alarms(people.office)).toEqual([]);
      clock('2026-03-02T09:36:00+08:00');
      await service.scheduled.run(still());
      await service.scheduled.run(still());
      expect(await service.list.alarms(people.officer)).toMatchObject([
        { publicationId: id, reasons: ['审核意见“请核对”还没有处理。'] },
      ]);
      expect(await service.list.alarms(people.stranger)).toEqual([]);
      await service.reviews.recall(people.officer, id, (await get(id)).draft?.edit ?? 0);
      await service.scheduled.run(still());
      expect(await service.list.alarms(people.office)).toEqual([]);
    });
  });

  describe('three-in-step (ITP-1, ITP-3)', () => {
    async function pair() {
      clock('2026-03-02T09:00:00+08:00');
      const document = await draft(door, notice({ fields: { normative: true } }));
      const reading = await draft(
        door,
        {
          ...notice({ title: '一图读懂' }),
          fields: {},
          relations: [{ type: 'interprets', publicationId: document, address: null, title: null, on: null }],
        },
        { kind: 'reading' },
      );
      return { document, reading };
    }

    it('a normative document waits for its interpretation; both appear at one instant', async () => {
      const { service, people } = door;
      const { document, reading } = await pair();
      const contentHash = await approve(door, document);
      expect((await get(document)).reasons.map((reason) => reason.place)).toEqual([`together:${reading}`]);
      await expect(service.publishing.publish(people.officer, document, contentHash)).rejects.toMatchObject({
        code: 'blocked',
      });
      await approve(door, reading);
      expect((await get(document)).reasons).toEqual([]);
      expect((await get(document)).together).toMatchObject([{ id: reading }]);
      await service.publishing.schedule(people.officer, document, { contentHash, at: AT });
      expect((await get(reading)).open).toBe('scheduled');
      clock(AT);
      await service.scheduled.run(still());
      const [one, other] = [await service.open.itemOf(document), await service.open.itemOf(reading)];
      expect(one?.publishedAt).toEqual(other?.publishedAt);
      expect(other?.relations).toEqual([
        { type: 'interprets', number: one?.number, address: null, title: null, on: null },
      ]);
      expect(await service.open.related(one?.number ?? 0)).toMatchObject([
        { type: 'interprets', direction: 'from', number: other?.number },
      ]);
    });

    it('the interpretation does not go ahead of its document', async () => {
      const { service, people } = door;
      const { reading } = await pair();
      const contentHash = await approve(door, reading);
      await expect(service.publishing.publish(people.officer, reading, contentHash)).rejects.toMatchObject({
        code: 'blocked',
      });
    });

    it('one without the other is told in words', async () => {
      const id = await draft(door, notice({ fields: { normative: true } }));
      expect((await get(id)).reasons.map((reason) => reason.message)).toContain('还没有解读，请同步起草解读。');
    });
  });

  it('a text changed after its scheduling is not published by the schedule', async () => {
    const { service, people } = door;
    const id = await scheduled();
    await service.reviews.recall(people.officer, id, (await get(id)).draft?.edit ?? 0);
    const { draft: open } = await get(id);
    await service.drafting.edit(people.officer, id, {
      edit: open?.edit ?? 0,
      content: { ...(open?.content ?? notice()), body: body('改过。') },
    });
    clock('2026-03-02T10:00:00+08:00');
    await service.scheduled.run(still());
    expect(await service.open.itemOf(id)).toBeUndefined();
  });
});

describe('the alarm of a late publication', () => {
  it('is mailed once, to the unit’s officers and the office, with the reasons', async () => {
    const receiver = await openMailReceiver();
    const { mails } = receiver;
    const database = await openTestDatabase('embedded', publicationTestMigrations);
    const door = await openTestDoor(database, { smtp: receiver.address });
    try {
      await giveAddress(door.organisations, door.people.officer, 'officer@example.cn');
      await giveAddress(door.organisations, door.people.office, 'office@example.cn');
      await giveAddress(door.organisations, door.people.stranger, 'stranger@example.cn');
      const id = await draft(door);
      const contentHash = await approve(door, id);
      await door.service.publishing.schedule(door.people.officer, id, { contentHash, at: AT });
      // The worker stood still for an hour; what it then publishes is late, and people learn why it was not there.
      door.platform.clock.set('2026-03-02T10:30:00+08:00');
      await door.service.scheduled.run(still());
      await door.service.scheduled.run(still());
      expect((await door.service.open.itemOf(id))?.status).toBe('public');
      expect(mails.map((mail) => mail.to).sort()).toEqual(['office@example.cn', 'officer@example.cn']);
      expect(mails[0]?.text).toContain('定于 2026-03-02 09:30 发布，未能准时');
    } finally {
      await door.platform.close();
      await database.close();
      await receiver.close();
    }
  });
});
