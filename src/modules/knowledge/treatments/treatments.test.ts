import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AppError } from '../../../kernel/app-error.ts';
import { localDate } from '../../../kernel/local-date.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { openTestKnowledge, type TestKnowledge } from '../knowledge.fixtures.ts';
import { PlanTreatment, TreatedCasesQuery, TreatmentQuery } from './treatments.contract.ts';

const refusal = (promise: Promise<unknown>): Promise<AppError> =>
  promise.then(
    () => Promise.reject(new Error('was not refused')),
    (error: AppError) => error,
  );
const PLAN = {
  title: '转学什么时候可以申请',
  inquiry: '核对三个月的来件，走访两所学校。',
  cause: '通知里没有写申请时间，学校说法不一。',
  measureKind: 'publication',
  measure: '修改通知，写明申请时间，并公开常见问题。',
  dueOn: localDate('2026-04-15'),
} as const;

describeDatabases([], (database) => {
  let test: TestKnowledge;
  let asked: string[];
  let treatmentId: string;

  const service = () => test.modules.knowledge.service.treatments;
  const views = () => test.modules.knowledge.service.treatmentViews;
  const clusters = () => test.modules.knowledge.service.clusters;
  const today = (text: string) => test.platform.clock.set(new Date(`${text}T10:00:00+08:00`));
  const frequent = async () =>
    (await clusters().list(test.people.office, { page: 1, pageSize: 50, state: 'open', least: 'frequent' })).items[0] ??
    expect.fail('no cluster');
  const open = (actor: Actor, more: Partial<Parameters<ReturnType<typeof service>['open']>[1]> = {}) =>
    service().open(actor, {
      ...{ requestId: randomUUID(), title: PLAN.title, unitId: test.units.education.id },
      ...{ clusterId: null, caseIds: [] },
      ...more,
    });
  const seen = (actor: Actor = test.people.office) => views().get(actor, treatmentId);
  const cases = (actor: Actor, query: object = {}) => views().cases(actor, treatmentId, TreatedCasesQuery.parse(query));
  const list = (actor: Actor, query: object = {}) => views().list(actor, TreatmentQuery.parse(query));
  const plan = async (actor: Actor, more: object = {}) =>
    service().plan(actor, treatmentId, PlanTreatment.parse({ ...PLAN, version: (await seen()).version, ...more }));

  beforeAll(async () => {
    test = await openTestKnowledge({ database: database() });
    asked = [];
    today('2026-01-12');
    asked.push(await test.asked('孩子转学的申请时间是什么时候？'));
    asked.push(await test.asked('转学什么时候可以申请，电话13900007531', { title: '转学什么时候申请' }));
    today('2026-02-10');
    asked.push(await test.asked('初中转学申请时间是哪天'));
    asked.push(await test.asked('小学转学什么时候可以申请', { unitId: test.units.lakeside.id }));
    await test.asked('路灯坏了三天没有人修', { unitId: test.units.lakeside.id, publicationNumber: null });
    today('2026-03-02');
    await clusters().refresh();
  });
  afterAll(() => test.close());

  it('is opened from a group of questions, with its letters as evidence, once however often it is asked for (MSG-11, MSG-15)', async () => {
    const { id } = await frequent();
    const requestId = randomUUID();
    const [first, second, third] = await Promise.all([
      open(test.people.officer, { clusterId: id, requestId }),
      open(test.people.officer, { clusterId: id, requestId }),
      // Somebody else presses the button at the same moment and comes later.
      open(test.people.officer, { clusterId: id, requestId }).then(() =>
        refusal(open(test.people.office, { clusterId: id })),
      ),
    ]);
    expect(first.id).toBe(second.id);
    expect(third).toMatchObject({ code: 'treated' });
    treatmentId = first.id;
    expect(first).toMatchObject({
      state: 'inquiry',
      unit: { code: 'jiaoyu' },
      cases: 4,
      rooted: 4,
      settled: 0,
      openedOn: '2026-03-02',
      openedBy: '李明',
      clusterId: id,
    });
    expect(first.allowed).toEqual({ plan: true, gather: true, drop: true });
    expect(first.byUnit.map(({ unit, cases: count }) => [unit.code, count])).toEqual([
      ['jiaoyu', 3],
      ['linhu', 1],
    ]);
    expect(first.effect.months.map(({ month, received }) => [month, received])).toEqual([
      ['2026-01', 2],
      ['2026-02', 2],
      ['2026-03', 0],
    ]);
    const again = await refusal(open(test.people.office, { clusterId: id }));
    expect(again).toMatchObject({ code: 'treated', status: 409 });
    expect(again.message).toContain('已经立项');
  });

  it('wants a case, a title without personal data, a unit that is one’s own, and cases that one may read', async () => {
    expect(await refusal(open(test.people.officer))).toMatchObject({ status: 422 });
    const phone = await refusal(
      open(test.people.officer, { title: '请尽快回复13900007531', caseIds: asked.slice(0, 1) }),
    );
    expect(phone).toMatchObject({ code: 'personal-data', status: 422 });
    expect(phone.message).toContain('电话号码');
    expect(await refusal(open(test.people.stranger, { caseIds: asked.slice(3) }))).toMatchObject({ status: 403 });
    expect(await refusal(open(test.people.head, { caseIds: asked.slice(0, 1) }))).toMatchObject({ status: 403 });
    const others = open(test.people.stranger, { unitId: test.units.lakeside.id, caseIds: asked.slice(0, 1) });
    expect(await refusal(others)).toMatchObject({ code: 'invalid', status: 422 });
    const foreign = open(test.people.stranger, { unitId: test.units.lakeside.id, clusterId: (await frequent()).id });
    expect(await refusal(foreign)).toMatchObject({ code: 'invalid', status: 422 });
  });

  it('is seen by its unit and the office alone; letters of another unit by number, never by words', async () => {
    expect((await list(test.people.stranger)).items).toEqual([]);
    expect(await refusal(views().get(test.people.stranger, treatmentId))).toMatchObject({ status: 404 });
    expect(
      await refusal(service().drop(test.people.stranger, treatmentId, { version: 99, reason: '与我无关的' })),
    ).toMatchObject({
      status: 404,
    });
    expect((await list(test.people.head)).items).toMatchObject([{ id: treatmentId, cases: 4 }]);
    const own = await cases(test.people.officer);
    expect(own.items).toHaveLength(4);
    expect(own.items.filter(({ caseId }) => caseId === null)).toMatchObject([
      { unit: { code: 'linhu' }, title: null, number: null },
    ]);
    expect((await cases(test.people.office)).items.every(({ caseId }) => caseId !== null)).toBe(true);
    expect(JSON.stringify([own, await seen()])).not.toContain('7531');
    expect((await cases(test.people.office, { month: '2026-02' })).total).toBe(2);
    expect((await cases(test.people.office, { unitId: test.units.lakeside.id })).total).toBe(1);
    expect((await cases(test.people.office, { pageSize: 3, page: 2 })).items).toHaveLength(1);
    expect((await list(test.people.office, { caseId: asked[3] })).total).toBe(1);
  });

  it('follows letters that ask the same, and not those that were said to be another matter', async () => {
    asked.push(await test.asked('请问转学的申请时间'));
    await clusters().refresh();
    await service().follow();
    await service().follow();
    expect(await seen()).toMatchObject({ cases: 5, rooted: 4 });
    expect((await cases(test.people.office, { way: 'grouped' })).items).toMatchObject([{ caseId: asked[4] }]);
    await service().leaveOut(test.people.officer, treatmentId, asked[4] ?? '', '问的是另一件事');
    await service().leaveOut(test.people.officer, treatmentId, asked[4] ?? '', '再点一次没有变化');
    await service().follow();
    expect(await seen()).toMatchObject({ cases: 4 });
    const { number } = await test.modules.cases.service.view.get(test.people.office, asked[4] ?? '');
    const wrong = await refusal(service().gather(test.people.officer, treatmentId, [number, 'LY0000000000']));
    expect(wrong.message).toContain('LY0000000000');
    await service().gather(test.people.officer, treatmentId, [number.toLowerCase(), number]);
    const { cases: count, history } = await seen();
    expect(count).toBe(5);
    expect(history.map(({ text }) => text)).toEqual([
      '补充同类来件 1 件。',
      '移出一件来件：问的是另一件事',
      '新归入同类来件 1 件。',
      '立项，开展专题调查；依据来件 4 件。',
    ]);
  });

  it('begins with cause, measure and a due day that explains itself; two editors do not overwrite each other', async () => {
    const early = await refusal(plan(test.people.officer, { cause: '', dueOn: null, begin: true }));
    expect((early.reasons ?? []).map(({ field }) => field)).toEqual(['cause', 'dueOn']);
    expect(await refusal(plan(test.people.officer, { dueOn: '2026-03-01' }))).toMatchObject({ status: 422 });
    const kept = await plan(test.people.officer, { cause: '', measureKind: null, dueOn: null });
    expect(kept).toMatchObject({ state: 'inquiry', inquiry: PLAN.inquiry });
    const begun = await plan(test.people.officer, { begin: true });
    expect(begun).toMatchObject({ state: 'acting', dueOn: '2026-04-15', measureKind: 'publication' });
    expect(begun.due.join('')).toMatch(/自 2026-03-02 起算，第 \d+ 个工作日为 2026-04-15；不计：周末 \d+ 天/);
    expect(begun.workdaysLeft).toBeGreaterThan(25);
    const stale = await refusal(plan(test.people.office, { version: kept.version, cause: '另一种说法' }));
    expect(stale).toMatchObject({ code: 'stale', status: 409 });
    expect(stale.details?.current).toMatchObject({ cause: PLAN.cause });
    expect((await seen()).cause).toBe(PLAN.cause);
    expect(await refusal(plan(test.people.head))).toMatchObject({ status: 403 });
    expect(await refusal(plan(test.people.officer, { cause: '' }))).toMatchObject({ status: 422 });
    today('2026-04-20');
    expect((await list(test.people.office, { standing: 'late' })).items[0]?.workdaysLeft).toBeLessThan(0);
    expect((await plan(test.people.officer, { cause: `${PLAN.cause}窗口也没有。` })).dueOn).toBe('2026-04-15');
    today('2026-03-16');
  });

  it('is finished with proof of what is public, from a day that has come', async () => {
    const { version } = await seen();
    const input = {
      version,
      effectiveOn: localDate('2026-03-16'),
      result: '通知已修改并公开。',
      proofs: [test.policy.number],
    };
    const finish = (more: object) => service().finish(test.people.officer, treatmentId, { ...input, ...more });
    expect((await refusal(finish({ proofs: [] }))).reasons?.[0]).toMatchObject({ field: 'proofs' });
    expect((await refusal(finish({ proofs: [999_999] }))).message).toContain('999999');
    expect((await refusal(finish({ effectiveOn: localDate('2026-03-17') }))).message).toContain('还没有生效');
    const verifying = { version, verdict: '来件明显减少。' };
    expect(await refusal(service().verify(test.people.office, treatmentId, verifying))).toMatchObject({
      code: 'treatment-state',
    });
    const done = await finish({});
    expect(done).toMatchObject({ state: 'done', effectiveOn: '2026-03-16', workdaysLeft: null });
    expect(done.proofs).toEqual([
      { number: test.policy.number, title: expect.stringContaining('转学'), isPublic: true },
    ]);
    expect(await refusal(finish({}))).toMatchObject({ code: 'stale' });
  });

  it('has its effect confirmed by the office, from whole months alone', async () => {
    const { version, allowed } = await seen();
    expect(allowed.verify).toContain('还没有满一个自然月');
    const input = { version, verdict: '来件明显减少。' };
    expect(await refusal(service().verify(test.people.office, treatmentId, input))).toMatchObject({
      code: 'effect-unknown',
    });
    today('2026-05-06');
    expect(await refusal(service().verify(test.people.officer, treatmentId, input))).toMatchObject({ status: 403 });
    const before = await seen();
    expect(before.effect).toMatchObject({
      before: { average: 2, months: 2 },
      after: { average: 0, months: 1 },
      fallPercent: 100,
    });
    const verified = await service().verify(test.people.office, treatmentId, input);
    expect(verified).toMatchObject({ state: 'verified', verdict: '来件明显减少。', verifiedBy: '周倩' });
    expect(verified.history[0]?.text).toContain('减少 100%');
  });

  it('counts whom it helped: cases answered or closed of what is finished, each once', async () => {
    const range = { from: localDate('2026-03-01'), to: localDate('2026-03-31') };
    expect(await views().figures(test.people.office, range)).toEqual({
      ...{ opened: 1, open: 0, late: 0, finished: 1, verified: 1, helped: 0 },
    });
    await answer(asked[0] ?? '');
    expect(await views().figures(test.people.office, range)).toMatchObject({ helped: 1 });
    expect(await seen()).toMatchObject({ settled: 1 });
    expect((await cases(test.people.office, { settled: 'true' })).items).toMatchObject([{ caseId: asked[0] }]);
    expect((await views().figures(test.people.stranger, range)).opened).toBe(0);
    expect(await views().figures(test.people.office, { ...range, from: localDate('2026-03-03') })).toMatchObject({
      opened: 0,
    });
  });

  it('counts a group of questions as met (MSG-C6), while the base still lacks the entry (KB-C4)', async () => {
    const { items } = await test.modules.knowledge.service.figures.figures(test.people.office);
    expect(items.find(({ code }) => code === 'MSG-C6')).toMatchObject({ met: 1, of: 1 });
    expect(items.find(({ code }) => code === 'KB-C4')).toMatchObject({ met: 0, of: 1 });
  });

  it('is treated again when it comes back, with a new day and the old effect in its history', async () => {
    const { version } = await seen();
    const input = { version, reason: '四月以后又有来件', dueOn: localDate('2026-06-30') };
    expect(await refusal(service().reopen(test.people.officer, treatmentId, input))).toMatchObject({ status: 403 });
    const again = await service().reopen(test.people.office, treatmentId, input);
    expect(again).toMatchObject({ state: 'acting', dueOn: '2026-06-30', effectiveOn: null, verifiedBy: null });
    const dropped = await service().drop(test.people.office, treatmentId, {
      version: again.version,
      reason: '并入另一事项',
    });
    expect(dropped).toMatchObject({ state: 'dropped', allowed: {} });
    expect(await refusal(plan(test.people.office))).toMatchObject({ code: 'treatment-state' });
  });

  it('leaves no letter from which somebody stands aside among the evidence', async () => {
    const { id } = await open(test.people.office, { caseIds: asked.slice(1, 3) });
    const before = (await views().get(test.people.office, id)).cases;
    const { recusals } = test.modules.cases.service;
    const { personId } = test.people.handler as { personId: string };
    await recusals.recuse(test.people.office, asked[1] ?? '', { personId, reason: '来信人是其亲属' });
    expect((await views().get(test.people.office, id)).cases).toBe(before - 1);
    expect(await refusal(open(test.people.office, { caseIds: asked.slice(1, 2) }))).toMatchObject({ status: 422 });
  });

  it('may grow from a request for information, never from a complaint, which is for few', async () => {
    const unitId = test.units.education.id;
    const applicant = {
      name: '温知秋',
      phone: '13900000000',
      address: '明湖区某路1号',
      identityNumber: '110101199003074450',
    };
    const request = await test.modules.disclosureRequests.service.takingIn.register(test.people.officer, {
      ...{ title: '各校转学名额', text: '申请公开各校转学名额。', unitId, applicant },
      ...{ category: 'natural', wantedForm: 'paper', wantedWay: 'mail', arrival: 'counter' },
      submittedOn: views().today(),
    });
    const { id } = await open(test.people.officer, { caseIds: [request.id] });
    const detail = await views().get(test.people.officer, id);
    expect(detail.byKind).toMatchObject([{ label: '依申请公开', cases: 1 }]);
    expect(
      JSON.stringify([detail, await views().cases(test.people.officer, id, TreatedCasesQuery.parse({}))]),
    ).not.toContain('温');
    const complaint = await test.modules.cases.service.receiving.receive(
      test.people.office,
      {
        ...{ kind: 'complaint', text: '反映信息公开不及时。', unitId, againstUnitId: unitId },
        ...{ fields: { matter: 'notAnswered' }, applicant: { name: '张三', phone: '13900000000' } },
      },
      { channel: 'counter', form: null, files: [] },
    );
    const refused = await refusal(open(test.people.office, { caseIds: [complaint.id] }));
    expect(refused).toMatchObject({ code: 'invalid', status: 422 });
    expect(refused.message).toContain('专人办理');
  });

  async function answer(caseId: string): Promise<void> {
    const { routing, replies, view } = test.modules.cases.service;
    const version = async () => (await view.get(test.people.office, caseId)).version;
    await routing.accept(test.people.officer, caseId, await version());
    await replies.draft(test.people.handler, caseId, {
      edit: 0,
      text: '您好，每学期开学前两周。',
      findingsReason: null,
    });
    await replies.submit(test.people.handler, caseId, { version: await version(), edit: 1 });
    for (const step of (await view.get(test.people.head, caseId)).replies[0]?.steps ?? []) {
      const input = { version: await version(), step: step.code, edit: 1, decision: 'approved' } as const;
      await replies.review(test.people.head, caseId, input);
    }
    await replies.send(test.people.officer, caseId, { version: await version(), edit: 1 });
  }
});
