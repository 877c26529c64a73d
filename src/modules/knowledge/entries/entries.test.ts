import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policyContent } from '../../../district.fixtures.ts';
import type { AppError } from '../../../kernel/app-error.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { openTestKnowledge, type TestKnowledge } from '../knowledge.fixtures.ts';
import { EntryQuery } from './entries.contract.ts';

const refusal = (promise: Promise<unknown>): Promise<AppError> =>
  promise.then(
    () => Promise.reject(new Error('was not refused')),
    (error: AppError) => error,
  );
const query = (more: object = {}) => EntryQuery.parse(more);

describeDatabases([], (database) => {
  let test: TestKnowledge;
  let number: number;
  let publicationId: string;

  beforeAll(async () => {
    test = await openTestKnowledge({ database: database() });
    publicationId = await test.draft({
      question: '毕业年级可以转学吗？',
      answer: '毕业年级学生原则上不办理转学。',
      wordings: ['初三能转学吗', '毕业年级可以转学吗？'],
      basis: '毕业年级学生原则上不办理转学',
    });
  });
  afterAll(() => test.close());

  const entries = () => test.modules.knowledge.service.entries;
  const list = (more: object = {}) => entries().list(test.people.officer, query(more));

  describe('an entry of the FAQ', () => {
    it('is a draft of the door out, with the words that it was drafted in (KB-1, KB-3)', async () => {
      const detail = await test.modules.publications.service.view.get(test.people.handler, publicationId);
      expect(detail).toMatchObject({ kind: 'faq', life: 'none' });
      expect(detail.draft?.content).toMatchObject({
        title: '毕业年级可以转学吗？',
        fields: { wordings: ['初三能转学吗'], topic: '教育', basis: '毕业年级学生原则上不办理转学' },
        relations: [{ type: 'answersFrom', publicationId: test.policy.id }],
      });
      expect((await list()).total).toBe(0);
      expect(await test.look('/faq')).not.toContain('毕业年级可以转学吗');
    });

    it('is refused with words that the policy does not say, and to other units', async () => {
      const { units } = test;
      const input = { basis: '毕业年级学生一律可以转学' };
      expect(await refusal(test.draft(input))).toMatchObject({ status: 422, reasons: [{ field: 'basis' }] });
      expect(await refusal(test.draft({ policyNumber: 999_999 }))).toMatchObject({ status: 422 });
      expect(await refusal(test.draft({ policyNumber: null, basis: '随便一句话' }))).toMatchObject({ status: 422 });
      expect(await refusal(test.draft({ unitId: units.lakeside.id }))).toMatchObject({ status: 403 });
    });

    it('becomes public with determination and reviews alone, and stands then on its own page, with its policy and in the list (KB-5)', async () => {
      number = await test.publish(publicationId);
      await test.settled();
      const own = await test.look(`/documents/${number}`);
      expect(own).toContain('毕业年级学生原则上不办理转学。');
      expect(own).toContain(`/documents/${test.policy.number}#text:~:text=`);
      expect(own).toContain('也有人这样问：初三能转学吗');
      const policy = await test.look(`/documents/${test.policy.number}`);
      expect(policy).toContain('<h2 id="faq">关于这份文件的常见问题</h2>');
      expect(policy).toContain('毕业年级可以转学吗？');
      const faq = await test.look('/faq?topic=教育');
      expect(faq).toContain('毕业年级可以转学吗？');
      expect(faq).toContain(`href="/documents/${number}`);
      expect(await test.look('/faq?topic=医疗')).not.toContain('毕业年级可以转学吗？');
      expect(await test.look('/sitemap.xml')).toContain('/faq');
    });

    it('is found by the other wordings too', async () => {
      expect(await test.look('/faq?q=初三能转学吗')).toContain('毕业年级可以转学吗？');
      expect(await test.look('/faq?q=垃圾分类')).toContain('没有符合条件的常见问题');
    });

    it('shows who cares for it and when it is to be looked at again', async () => {
      const { items, toCare } = await list();
      expect(toCare).toBe(0);
      expect(items[0]).toMatchObject({
        number,
        unit: { code: 'jiaoyu' },
        reviewMonths: 6,
        reviewOn: '2026-09-02',
        reasons: [],
        policies: [{ number: test.policy.number }],
        mayConfirm: true,
      });
      expect((await entries().list(test.people.stranger, query())).items[0]?.mayConfirm).toBe(false);
    });
  });

  describe('the care for it (KB-C3)', () => {
    it('is due by itself, until somebody of the unit says that it is still right', async () => {
      test.platform.clock.set(new Date('2026-09-04T09:00:00+08:00'));
      expect((await list({ care: 'true' })).items[0]?.reasons).toEqual(['reviewOver']);
      expect(await refusal(entries().confirm(test.people.stranger, publicationId, null))).toMatchObject({
        status: 403,
      });
      expect(await entries().confirm(test.people.handler, publicationId, '与原文核对无误')).toEqual({
        reviewOn: '2027-03-04',
      });
      expect((await list({ care: 'true' })).items).toEqual([]);
      expect((await list()).items[0]).toMatchObject({ lastReviewOn: '2026-09-04', lastReviewBy: '何静' });
    });

    it('may have a term of its own, and follows the setting otherwise', async () => {
      const { settings } = test.modules.knowledge.service;
      expect(await entries().setReviewMonths(test.people.officer, publicationId, 2)).toEqual({
        reviewOn: '2026-11-04',
      });
      await settings.set(test.people.office, 'reviewMonths', { value: 3, version: 1 });
      expect((await list()).items[0]?.reviewOn).toBe('2026-11-04');
      expect(await entries().setReviewMonths(test.people.officer, publicationId, null)).toEqual({
        reviewOn: '2026-12-04',
      });
      expect(await refusal(settings.set(test.people.office, 'reviewMonths', { value: 99, version: 2 }))).toMatchObject({
        status: 422,
      });
      expect(await refusal(settings.set(test.people.office, 'reviewMonths', { value: 4, version: 1 }))).toMatchObject({
        code: 'stale',
      });
      expect(await refusal(settings.set(test.people.officer, 'reviewMonths', { value: 4, version: 2 }))).toMatchObject({
        status: 403,
      });
    });

    it('is due once the policy says something else, is repealed, or is gone', async () => {
      const { publications } = test.modules;
      await test.takeIn(
        policyContent({
          title: '明湖区教育局关于废止转学通知的通知',
          relations: [{ type: 'repeals', publicationId: test.policy.id, address: null, title: null, on: '2026-09-01' }],
        }),
      );
      await test.settled();
      expect((await list({ care: 'true' })).items[0]?.reasons).toEqual(['policyOver']);
      const { version } = await publications.service.view.get({ type: 'system' }, test.policy.id);
      await publications.service.ends.withdraw(test.people.officer, test.policy.id, { version, reason: '发布有误' });
      await test.settled();
      expect((await list({ care: 'true' })).items[0]?.reasons).toEqual(['policyGone']);
    });
  });
});
