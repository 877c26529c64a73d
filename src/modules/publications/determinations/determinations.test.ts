import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { PublicationQuery } from '../publications.contract.ts';
import {
  approve,
  draft,
  notice,
  openTestDoor,
  publicationTestMigrations,
  publish,
  type TestDoor,
} from '../publications.fixtures.ts';

const WITHHELD = { attribute: 'withheld', manner: 'open', legalBasis: 'art16.2', reason: '过程性信息' } as const;
const PROACTIVE = {
  attribute: 'proactive',
  manner: 'open',
  legalBasis: 'art18',
  reason: '情势变化，可以公开',
} as const;

describeDatabases(publicationTestMigrations, (database) => {
  let door: TestDoor;
  beforeAll(async () => {
    door = await openTestDoor(database());
  });
  afterAll(() => door.platform.close());
  const get = (id: string) => door.service.view.get(door.people.officer, id);
  const list = async (query: object) => {
    const page = await door.service.list.list(door.people.officer, PublicationQuery.parse(query));
    return page.items.map((item) => item.id);
  };

  describe('the register of disclosure attributes', () => {
    it('knows what has none yet, and what of it is old and not in the archives (REV-3, DOC-8, REV-C1)', async () => {
      const old = await draft(door, notice({ fields: { issuedOn: '2014-05-06' } }), { determined: false });
      expect(await list({ attribute: 'none', formedTo: '2025-12-31' })).toContain(old);
      const before = await door.service.list.figures(door.people.officer, {});
      await door.service.determinations.archive(door.people.officer, old, {
        version: (await get(old)).version,
        archivedOn: '2026-01-05',
      });
      const after = await door.service.list.figures(door.people.officer, {});
      expect(before.oldUndetermined - after.oldUndetermined).toBe(1);
    });

    it('keeps every decision with reason and basis, and cannot be rewritten', async () => {
      const { service, people, platform } = door;
      const id = await draft(door);
      await service.determinations.determine(people.head, id, WITHHELD);
      const all = await service.determinations.list(people.officer, id);
      expect(all.map((one) => one.occasion)).toEqual(['change', 'first']);
      expect(all[0]).toMatchObject({
        decidedBy: { name: '王芳' },
        legalBasisText: expect.stringContaining('第十六条第二款'),
      });
      await expect(
        platform.database.pool.query('update publications.determination set reason = $1', ['x']),
      ).rejects.toThrow('kept');
    });

    it('brings what is kept back up again when its day comes, and counts and lists its conversion (REV-4, REV-5, LIB-10)', async () => {
      const { service, people, platform } = door;
      const id = await draft(door, notice(), { determined: false });
      await service.determinations.determine(people.officer, id, { ...WITHHELD, nextReviewOn: '2026-03-20' as never });
      expect(await list({ reviewDue: 'true' })).not.toContain(id);
      const then = platform.clock.now();
      platform.clock.set('2026-03-20T09:00:00+08:00');
      expect(await list({ reviewDue: 'true' })).toContain(id);
      await service.determinations.determine(people.officer, id, PROACTIVE);
      expect(await list({ reviewDue: 'true' })).not.toContain(id);
      expect(await list({ converted: 'true' })).toContain(id);
      expect((await service.list.figures(people.officer, {})).convertedThisYear).toBeGreaterThan(0);
      platform.clock.set(then);
    });

    it('voids the reviews when attribute or manner change: they were given for another one', async () => {
      const { service, people } = door;
      const id = await draft(door);
      await approve(door, id);
      await service.determinations.determine(people.head, id, { ...PROACTIVE, legalBasis: 'cat20.2' });
      expect((await get(id)).open).toBe('approved');
      await service.determinations.determine(people.head, id, WITHHELD);
      const changed = await get(id);
      expect(changed.open).toBe('draft');
      expect(changed.reviews.every((review) => review.voidAt !== null)).toBe(true);
    });
  });

  describe('disclosure at fixed points (REV-9)', () => {
    it('is reviewed like everything else, registered with place and people, and never on the open web', async () => {
      const { service, people } = door;
      const id = await draft(door, notice(), { determined: false });
      await service.determinations.determine(people.head, id, {
        attribute: 'proactive',
        manner: 'targeted',
        legalBasis: 'art21',
        reason: '只涉及被征收户',
        audience: '临湖街道被征收户',
      });
      const contentHash = await approve(door, id);
      expect((await get(id)).allowed).toMatchObject({ discloseTargeted: true });
      await expect(service.publishing.publish(people.officer, id, contentHash)).rejects.toMatchObject({
        code: 'blocked',
      });
      const input = { contentHash, place: '居委会公告栏', audience: '临湖街道被征收户', fromOn: '2026-03-03' as never };
      await service.targeted.disclose(people.officer, id, input);
      expect(await get(id)).toMatchObject({ life: 'none', targeted: [{ place: '居委会公告栏', by: '李明' }] });
      expect(await service.open.itemOf(id)).toBeUndefined();
      const open = await draft(door);
      const other = { ...input, contentHash: await approve(door, open) };
      await expect(service.targeted.disclose(people.officer, open, other)).rejects.toMatchObject({
        code: 'manner-open',
      });
    });
  });

  it('what is public stays so until it is withdrawn, even when its attribute changes', async () => {
    const { id, number } = await publish(door);
    await door.service.determinations.determine(door.people.head, id, WITHHELD);
    expect((await door.service.open.item(number))?.status).toBe('public');
  });
});
