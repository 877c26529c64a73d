import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AppError } from '../../../kernel/app-error.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { openTestKnowledge, type TestKnowledge } from '../knowledge.fixtures.ts';

const NAME = '慕容知秋';
const refusal = (promise: Promise<unknown>): Promise<AppError> =>
  promise.then(
    () => Promise.reject(new Error('was not refused')),
    (error: AppError) => error,
  );
const PAGE = { page: 1, pageSize: 50 } as const;

describeDatabases([], (database) => {
  let test: TestKnowledge;

  beforeAll(async () => {
    test = await openTestKnowledge({ database: database() });
    await test.asked('孩子转学的申请时间是什么时候？');
    await test.asked(`我叫${NAME}，想给孩子转学，什么时候可以申请转学？电话13900007531`, { title: '转学什么时候申请' });
    await test.asked('初中转学申请时间是哪天');
    await test.asked('路灯坏了三天没有人修');
    await test.asked('街道的健身点几点开门', { unitId: test.units.lakeside.id, publicationNumber: null });
    await test.asked('健身点开门时间是几点', { unitId: test.units.lakeside.id, publicationNumber: null });
    await test.modules.search.service.office.count('转学申请时间', 0);
    await clusters().refresh();
  });
  afterAll(() => test.close());

  const clusters = () => test.modules.knowledge.service.clusters;
  const frequent = (state: 'open' | 'dismissed' | 'entered' = 'open') =>
    clusters().list(test.people.officer, { ...PAGE, state, least: 'frequent' });
  const theOne = async () => (await frequent()).items[0] ?? expect.fail('no cluster');

  it('are what is asked again and again, by letters and searches together (KB-1, KB-C4)', async () => {
    const { items, trigger } = await frequent();
    expect(trigger).toBe(3);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      times: 4,
      isFrequent: true,
      state: 'open',
      unit: { code: 'jiaoyu' },
      policy: { number: test.policy.number },
      mayDecide: true,
    });
  });

  it('stay the same when nothing new was asked, however often they are made', async () => {
    const before = await theOne();
    await Promise.all([clusters().refresh(), clusters().refresh()]);
    expect(await theOne()).toEqual(before);
  });

  it('show the questions as evidence, without who asked', async () => {
    const { evidence } = await clusters().get(test.people.officer, (await theOne()).id);
    expect(evidence.filter((one) => one.source === 'case')).toHaveLength(3);
    expect(evidence.find((one) => one.source === 'search')).toMatchObject({ text: '转学申请时间', times: 1 });
    expect(evidence.every((one) => one.firstOn === '2026-03-02')).toBe(true);
    const said = JSON.stringify(evidence);
    for (const secret of [NAME, NAME.slice(2), '7531']) expect(said).not.toContain(secret);
  });

  it('are for those whose questions they are', async () => {
    const { id } = await theOne();
    expect((await clusters().list(test.people.stranger, { ...PAGE, state: 'open', least: 'all' })).items).toMatchObject(
      [{ times: 2, isFrequent: false, unit: { code: 'linhu' } }],
    );
    expect(await refusal(clusters().get(test.people.stranger, id))).toMatchObject({ status: 404 });
    expect(
      await refusal(clusters().dismiss(test.people.stranger, id, { version: 1, reason: '与我无关的' })),
    ).toMatchObject({
      status: 404,
    });
    expect((await clusters().list(test.people.office, { ...PAGE, state: 'open', least: 'all' })).total).toBe(2);
  });

  it('come back after they were dismissed with a reason, once they are asked as often again', async () => {
    const { id, version } = await theOne();
    const dismissed = await clusters().dismiss(test.people.officer, id, { version, reason: '招生通知里已经写明' });
    expect(dismissed).toMatchObject({ state: 'dismissed', reason: '招生通知里已经写明', decidedBy: '李明' });
    expect(
      await refusal(clusters().dismiss(test.people.officer, id, { version, reason: '再来一次看看' })),
    ).toMatchObject({
      code: 'stale',
    });
    await clusters().refresh();
    expect((await frequent()).items).toEqual([]);
    for (const text of ['转学申请什么时候开始', '请问转学的申请时间', '小学转学什么时候可以申请'])
      await test.asked(text);
    await clusters().refresh();
    expect(await theOne()).toMatchObject({ id, state: 'open', times: 7, reason: null });
  });

  it('become an entry, once, and are answered when it is public (KB-5)', async () => {
    const { id, label } = await theOne();
    const publicationId = await test.draft({ question: `${label}？`, clusterId: id });
    expect((await frequent('entered')).items).toMatchObject([{ id, publicationId, entryNumber: null }]);
    expect(await refusal(test.draft({ clusterId: id }))).toMatchObject({ code: 'settled' });
    const number = await test.publish(publicationId);
    expect((await frequent('entered')).items).toMatchObject([{ entryNumber: number }]);
    const { items } = await test.modules.knowledge.service.figures.figures(test.people.office);
    expect(items.find((one) => one.code === 'KB-C4')).toMatchObject({ met: 1, of: 1 });
  });

  it('are open again when the draft is thrown away', async () => {
    for (const text of ['健身点开门时间到几点', '健身点几点开门']) {
      await test.asked(text, { unitId: test.units.lakeside.id, publicationNumber: null });
    }
    await clusters().refresh();
    const { items } = await clusters().list(test.people.stranger, { ...PAGE, state: 'open', least: 'frequent' });
    const cluster = items[0] ?? expect.fail('no cluster');
    const { entries } = test.modules.knowledge.service;
    const { publicationId } = await entries.create(test.people.stranger, {
      unitId: test.units.lakeside.id,
      question: '健身点几点开门？',
      wordings: [],
      answer: '每日六时至二十一时。',
      topic: '体育',
      policyNumber: null,
      basis: '',
      reviewMonths: null,
      clusterId: cluster.id,
      gapId: null,
    });
    const { drafting, view } = test.modules.publications.service;
    const edit = (await view.get({ type: 'system' }, publicationId)).draft?.edit ?? 0;
    await drafting.discard(test.people.stranger, publicationId, edit);
    await clusters().refresh();
    const again = await clusters().list(test.people.stranger, { ...PAGE, state: 'open', least: 'frequent' });
    expect(again.items).toMatchObject([{ id: cluster.id, publicationId: null }]);
  });
});
