import { afterAll, beforeAll, expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { REQUEST_STAGES, type RequestCounts, type RequestQuery } from '../disclosure-requests.contract.ts';
import {
  accept,
  applyInput,
  atCounter,
  decide,
  fileOf,
  OPEN,
  openTestRequests,
  type TestRequests,
  versionOf,
} from '../disclosure-requests.fixtures.ts';
import { missingOf } from '../results/missing-of.ts';
import { factsOf } from '../workbench/decision/facts-of-view.ts';
import { missingNodes } from '../workbench/delivery/missing-nodes.ts';

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error) => error.code ?? String(error),
  );

describeDatabases([], (database) => {
  let door: TestRequests;
  let id = '';
  beforeAll(async () => {
    door = await openTestRequests({ database: database() });
  }, 120_000);
  afterAll(() => door.close());

  const list = (query: Partial<RequestQuery>) =>
    door.service.list.list(door.people.officer, { page: 1, pageSize: 50, ...query });
  const counts = (actor = door.people.officer) => door.service.list.counts(actor, {});
  const NONE: RequestCounts = { confirmation: 0, handling: 0, review: 0, delivery: 0, conversion: 0, closed: 0 };
  /** Each head says how many its list has. */
  const expectCounts = async (expected: Partial<RequestCounts>) => {
    expect(await counts()).toEqual({ ...NONE, ...expected });
    for (const waitsFor of REQUEST_STAGES)
      expect([waitsFor, (await list({ waitsFor })).total]).toEqual([waitsFor, expected[waitsFor] ?? 0]);
  };

  it('a request is counted where it waits, and nobody else counts it', async () => {
    await expectCounts({});
    await door.service.takingIn.register(door.people.officer, {
      ...applyInput(door),
      arrival: 'ordinaryMail',
      submittedOn: localDate('2026-03-02'),
    });
    await expectCounts({ confirmation: 1 });
    ({ id } = await atCounter(door));
    await accept(door, id);
    await expectCounts({ confirmation: 1, handling: 1 });
    expect(await counts(door.people.stranger)).toEqual(NONE);
    expect(await counts(door.people.office)).toMatchObject({ confirmation: 1, handling: 1 });
  });

  it('waits for delivery and for conversion at the same time once it is answered', async () => {
    await decide(door, id, OPEN);
    await expectCounts({ confirmation: 1, delivery: 1, conversion: 1 });
    expect(missingNodes(await fileOf(door, id))).toHaveLength(2);
  });

  it('is closed by its archive alone, with everything that the page listed as missing', async () => {
    const { handling } = door.cases;
    expect(await refusal(handling.close(door.people.officer, id, await versionOf(door, id)))).toBe('request-page');
    const listed = missingNodes(await fileOf(door, id));
    const archive = async () =>
      door.service.delivery.archive(door.people.officer, id, {
        version: await versionOf(door, id),
        archiveNumber: '2026-YS-001',
      });
    const refused = await archive().catch((error) => error.reasons.map(({ message }: { message: string }) => message));
    expect(refused).toEqual(listed);
    const [decision] = (await fileOf(door, id)).decisions;
    await door.service.delivery.deliver(door.people.officer, id, {
      version: await versionOf(door, id),
      decisionId: decision?.id ?? '',
      way: 'pickup',
      trackingNumber: null,
      sentOn: localDate('2026-03-02'),
      deliveredOn: localDate('2026-03-02'),
      proof: '送达回证',
    });
    await door.service.conversion.decide(door.people.officer, id, {
      conversionId: (await fileOf(door, id)).conversions[0]?.id ?? '',
      version: 1,
      decision: 'notEligible',
      reason: '只与申请人有关',
    });
    expect(missingNodes(await fileOf(door, id))).toEqual([]);
    await archive();
    await expectCounts({ confirmation: 1, closed: 1 });
  });

  it('loses its archive when it is decided anew, by the steps of requests alone', async () => {
    const input = { version: await versionOf(door, id), reason: '发现原答复有误，予以纠正' };
    expect(await refusal(door.cases.handling.reopen(door.people.head, id, input))).toBe('request-page');
    await door.service.reopening.reopen(door.people.head, id, input);
    expect(await fileOf(door, id)).toMatchObject({ archive: null, case: { state: 'assigned' } });
    await expectCounts({ confirmation: 1, handling: 1 });
  });

  it('is found among those that nobody has put into a field of business', async () => {
    await door.service.communication.sort(door.people.officer, id, { topic: '教育', abuseReason: null });
    expect((await list({ unsorted: 'true' })).items.map((one) => one.id)).not.toContain(id);
    expect((await list({ topic: '教育' })).items.map((one) => one.id)).toEqual([id]);
  });

  it('says the same to the page as to the server of what a decision lacks', async () => {
    await door.service.consultation.consult(door.people.officer, id, {
      version: await versionOf(door, id),
      whom: 'thirdParty',
      name: '明湖建设工程有限公司',
      asked: '是否同意公开合同',
      receivedOn: localDate('2026-03-02'),
    });
    const content = { result: 'thirdParty', reasons: '公开会损害第三方的商业秘密。' } as const;
    await door.service.decisions.draft(door.people.officer, id, { edit: 0, content });
    const view = await fileOf(door, id);
    const draft = view.decisions.at(-1);
    expect(view.consultations[0]?.until).toBe('2026-03-23');
    expect(draft && missingOf(draft.content, factsOf(view, localDate('2026-03-02')))).toEqual(draft?.missing);
    expect(draft?.missing.map(({ field }) => field)).toContain('thirdPartyAsked');
  });
});
