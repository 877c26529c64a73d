import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import type { Content } from '../content/content.contract.ts';
import { notice, openTestDoor, publicationTestMigrations, type TestDoor } from '../publications.fixtures.ts';
import type { AdoptInput } from './adopting.service.ts';

describeDatabases(publicationTestMigrations, (database) => {
  let door: TestDoor;
  beforeAll(async () => {
    door = await openTestDoor(database());
  });
  afterAll(() => door.platform.close());

  const input = (content: Content, files: AdoptInput['files'] = []): AdoptInput => ({
    kind: 'notice',
    unitId: door.units.education.id,
    content,
    files,
    determination: { attribute: 'proactive', manner: 'open', legalBasis: 'cat20.1', reason: '原网站已公开' },
    from: '原区政府网站',
    publishedAt: new Date('2019-05-20T02:00:00Z'),
  });

  describe('taking in what was public before', () => {
    it('keeps its date and says where it comes from', async () => {
      const { service, people } = door;
      const bytes = Buffer.from('附件内容。');
      const stored = await door.platform.files.put(Readable.from([bytes]), { maxBytes: 1000 });
      const file = { sha256: stored.hash, name: '说明.txt', mediaType: 'text/plain', size: bytes.length };
      const { number, reasons } = await service.adopting.adopt(
        people.office,
        input(notice({ attachments: [file] }), [file]),
      );
      expect(reasons).toEqual([]);
      const item = await service.open.item(number ?? 0);
      expect(item).toMatchObject({ status: 'public', attachments: [file] });
      expect(item?.publishedAt.toISOString()).toBe('2019-05-20T02:00:00.000Z');
      expect(await service.open.history(number ?? 0)).toMatchObject([
        { what: 'published', note: '由原区政府网站迁入' },
      ]);
      expect(await service.open.file(number ?? 0, file.sha256)).toMatchObject({ name: '说明.txt' });
    });

    it('leaves what still has personal data in it, or lacks an element, a draft with all reasons', async () => {
      const { service, people } = door;
      const content = notice({ text: '当事人身份证号：110101199003074450。', fields: { issuer: '' } });
      const result = await service.adopting.adopt(people.office, input(content));
      expect(result.number).toBeNull();
      expect(result.reasons.map((reason) => reason.code)).toEqual(['element-missing', 'personal-data']);
      expect(await service.view.get(people.officer, result.id)).toMatchObject({ life: 'none', open: 'draft' });
    });

    it('is the supervising office’s to do', async () => {
      await expect(door.service.adopting.adopt(door.people.officer, input(notice()))).rejects.toMatchObject({
        status: 403,
      });
    });
  });
});
