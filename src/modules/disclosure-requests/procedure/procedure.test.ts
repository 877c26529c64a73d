import { afterAll, beforeAll, expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
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

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error) => error.code ?? String(error),
  );

describeDatabases([], (database) => {
  let door: TestRequests;
  beforeAll(async () => {
    door = await openTestRequests({ database: database() });
  }, 120_000);
  afterAll(() => door.close());
  const version = (id: string) => versionOf(door, id);
  const due = async (id: string) => (await fileOf(door, id)).case.dueOn;

  it('asks once for a correction, and counts anew from the corrected request (art 30)', async () => {
    door.on('2026-03-02');
    const { id } = await atCounter(door);
    await accept(door, id);
    expect(await due(id)).toBe('2026-03-30');
    door.on('2026-03-05');
    const ask = async () =>
      door.service.correction.ask(door.people.handler, id, {
        version: await version(id),
        text: '请写明所需方案的年度和适用范围。',
        until: localDate('2026-03-20'),
      });
    await ask();
    expect(await fileOf(door, id)).toMatchObject({
      case: { state: 'awaitingSender', dueOn: null },
      correction: { until: '2026-03-20', correctedOn: null, isOver: false },
    });
    expect(await refusal(door.service.correction.stopWaiting(door.people.handler, id, await version(id)))).toBe(
      'still-waiting',
    );
    door.on('2026-03-18');
    await door.service.correction.take(door.people.handler, id, {
      version: await version(id),
      on: localDate('2026-03-17'),
      text: '补正为2025年度方案',
    });
    expect(await fileOf(door, id)).toMatchObject({
      case: { state: 'assigned', dueOn: '2026-04-15' },
      correction: { correctedOn: '2026-03-17' },
    });
    expect(await refusal(ask())).toBe('clock-event-impossible');
  });

  it('is handled no further when nothing is corrected in time, and not a day earlier (art 30)', async () => {
    door.on('2026-03-02');
    const { id } = await atCounter(door);
    await accept(door, id);
    await door.service.correction.ask(door.people.handler, id, {
      version: await version(id),
      text: '请写明所需方案的年度和适用范围。',
      until: localDate('2026-03-10'),
    });
    door.on('2026-03-11');
    await door.service.correction.stopWaiting(door.people.handler, id, await version(id));
    const file = await decide(door, id, {
      result: 'notCorrected',
      articles: ['《政府信息公开条例》第三十条'],
      reasons: '经一次性告知补正，逾期没有补正。',
    });
    expect(file).toMatchObject({ case: { state: 'replied', isOnTime: true }, decisions: [{ result: 'notCorrected' }] });
  });

  it('does not count the time of asking third parties, and judges their objection (arts 32, 33)', async () => {
    door.on('2026-03-02');
    const { id } = await atCounter(door);
    await accept(door, id);
    door.on('2026-03-04');
    await door.service.consultation.consult(door.people.handler, id, {
      version: await version(id),
      whom: 'thirdParty',
      name: '某测绘公司',
      asked: '方案附图是否涉及商业秘密',
    });
    expect((await fileOf(door, id)).case).toMatchObject({ state: 'assigned', dueOn: null });
    door.on('2026-03-12');
    const [asked] = (await fileOf(door, id)).consultations;
    const said = { consultationId: asked?.id ?? '', on: localDate('2026-03-11'), text: '附图含未公开的测绘成果' };
    expect(
      await refusal(
        door.service.consultation.end(door.people.handler, id, {
          ...said,
          version: await version(id),
          opinion: 'objects',
        }),
      ),
    ).toBe('reason-missing');
    await door.service.consultation.end(door.people.handler, id, {
      ...said,
      version: await version(id),
      opinion: 'objects',
      isReasonable: true,
    });
    // Five working days, 5 to 11 March, are not counted.
    expect(await due(id)).toBe('2026-04-07');
  });

  it('is answered later when the head agrees, never by the word of whoever asked for it (art 33)', async () => {
    door.on('2026-03-02');
    const { id } = await atCounter(door);
    await accept(door, id);
    const propose = { workdays: 20, reason: '需要向多个科室调取材料' };
    await door.service.extension.propose(door.people.handler, id, { ...propose, version: await version(id) });
    expect(
      await refusal(
        door.service.extension.propose(door.people.officer, id, { ...propose, version: await version(id) }),
      ),
    ).toBe('extension-waits');
    expect(await due(id)).toBe('2026-03-30');
    const [asked] = (await fileOf(door, id)).extensions;
    const agree = { extensionId: asked?.id ?? '', decision: 'approved', remark: null } as const;
    expect(
      await refusal(door.service.extension.decide(door.people.officer, id, { ...agree, version: await version(id) })),
    ).toBe('forbidden');
    await door.service.extension.decide(door.people.head, id, { ...agree, version: await version(id) });
    expect(await due(id)).toBe('2026-04-28');
    await door.service.extension.propose(door.people.handler, id, {
      ...propose,
      workdays: 1,
      version: await version(id),
    });
    const more = (await fileOf(door, id)).extensions.at(-1);
    expect(
      await refusal(
        door.service.extension.decide(door.people.head, id, {
          extensionId: more?.id ?? '',
          decision: 'approved',
          remark: null,
          version: await version(id),
        }),
      ),
    ).toBe('clock-event-impossible');
  });

  it('asks a fee by the figures of the regulation, once, and counts anew from the payment', async () => {
    door.on('2026-03-02');
    const { id } = await atCounter(door);
    await accept(door, id);
    const notice = async (quantity: number) =>
      door.service.fee.notice(door.people.handler, id, {
        version: await version(id),
        way: 'volume',
        quantity,
        earlierItems: 0,
      });
    expect(await refusal(notice(30))).toBe('fee-free');
    await notice(101);
    expect(await fileOf(door, id)).toMatchObject({
      case: { state: 'awaitingSender', dueOn: null },
      fee: { amount: 720, until: '2026-03-30', paidOn: null },
    });
    door.on('2026-03-16');
    await door.service.fee.take(door.people.handler, id, { version: await version(id), on: localDate('2026-03-13') });
    expect(await fileOf(door, id)).toMatchObject({ case: { dueOn: '2026-04-13' }, fee: { paidOn: '2026-03-13' } });
    expect(await refusal(notice(101))).toBe('fee-noticed');
  });

  it('is sent as decided by two others, delivered with proof, examined for everybody, then archived (FOI-1, FOI-9)', async () => {
    door.on('2026-03-02');
    const { id } = await atCounter(door);
    await accept(door, id);
    door.on('2026-03-09');
    const sent = await decide(door, id, OPEN);
    const letter = sent.case.replies[0]?.text ?? '';
    expect(letter).toContain('申请行政复议，也可以自收到本告知书之日起6个月内');
    // The name of the applicant is sealed and stands in no letter that is kept.
    expect(letter).not.toContain('陈晓东');
    expect(sent).toMatchObject({
      case: { state: 'replied', isOnTime: true },
      decisions: [{ result: 'open', sentOn: '2026-03-09', missing: [] }],
      conversions: [{ name: '2025年学区划分方案', state: 'pending' }],
    });
    const archive = async () =>
      door.service.delivery.archive(door.people.officer, id, {
        version: await version(id),
        archiveNumber: '2026-YS-001',
      });
    expect(await archive().catch((error) => error.reasons.map(({ field }: { field: string }) => field))).toEqual([
      'delivery',
      'conversion',
    ]);
    await door.service.delivery.deliver(door.people.officer, id, {
      version: await version(id),
      decisionId: sent.decisions[0]?.id ?? '',
      way: 'mail',
      trackingNumber: 'EX123456789CN',
      sentOn: localDate('2026-03-09'),
      deliveredOn: null,
      proof: null,
    });
    door.on('2026-03-12');
    const [way] = (await fileOf(door, id)).deliveries;
    await door.service.delivery.delivered(door.people.officer, id, {
      version: await version(id),
      deliveryId: way?.id ?? '',
      deliveredOn: localDate('2026-03-11'),
      proof: '邮件签收回执',
    });
    const [item] = (await fileOf(door, id)).conversions;
    await door.service.conversion.decide(door.people.officer, id, {
      conversionId: item?.id ?? '',
      version: 1,
      decision: 'toPublish',
    });
    await archive();
    const file = await fileOf(door, id);
    expect(file).toMatchObject({
      case: { state: 'closed' },
      archive: { number: '2026-YS-001' },
      conversions: [{ state: 'toPublish' }],
    });
    expect(file.nodes.slice(0, 6).every((node) => node.on !== null)).toBe(true);
    const draft = file.conversions[0]?.publicationId ?? '';
    const { view } = door.modules.publications.service;
    expect(await view.get(door.people.officer, draft)).toMatchObject({ kind: 'statutoryContent' });
  });

  it('set aside in reconsideration is decided anew, and counts in the annual report once', async () => {
    door.on('2026-03-02');
    const { id, number } = await atCounter(door);
    await accept(door, id);
    await decide(door, id, {
      result: 'processInformation',
      articles: ['《政府信息公开条例》第十六条第二款'],
      reasons: '该材料系讨论过程中形成的过程稿，属于过程性信息。',
    });
    door.on('2026-05-11');
    await door.service.reopening.reopenFor(door.people.head, id, {
      proceedingId: crypto.randomUUID(),
      reason: '行政复议决定撤销原答复，责令重新作出',
    });
    expect(await due(id)).toBe('2026-06-08');
    const file = await decide(door, id, OPEN);
    expect(file.decisions.map(({ seq, result }) => [seq, result])).toEqual([
      [1, 'processInformation'],
      [2, 'open'],
    ]);
    const facts = await door.service.facts.requests(door.people.office, {
      unitIds: [door.units.education.id],
      year: 2026,
    });
    expect(facts.filter((fact) => fact.number === number)).toMatchObject([
      { result: 'processInformation', decidedOn: '2026-03-02' },
    ]);
  });

  it('cannot be submitted while anything is missing, which is said at once', async () => {
    door.on('2026-03-02');
    const { id } = await atCounter(door);
    await accept(door, id);
    await door.service.decisions.draft(door.people.handler, id, { edit: 0, content: { result: 'notHeld' } });
    const error = await door.service.decisions
      .submit(door.people.handler, id, { version: await version(id), edit: 1 })
      .catch((reason) => reason);
    expect(error).toMatchObject({ code: 'decision-incomplete', status: 422 });
    expect(error.reasons.length).toBeGreaterThanOrEqual(2);
    expect((await fileOf(door, id)).decisions[0]?.missing.length).toBeGreaterThanOrEqual(2);
  });

  it('keeps talk, conferences with legal advice and its field, and lets nothing follow from a suspicion (FOI-6, FOI-7, FOI-10, FOI-12, FOI-13)', async () => {
    door.on('2026-03-02');
    const { service, people } = door;
    const { id } = await atCounter(door);
    await accept(door, id);
    const before = (await fileOf(door, id)).case;
    await service.communication.logContact(people.handler, id, { topic: 'guidance', text: '指导申请人写明文号。' });
    const held = { attendees: '区教育局、区司法局', legalAdviser: '某律师', opinion: '宜作区分处理。' };
    await service.communication.confer(people.handler, id, { heldOn: localDate('2026-03-02'), ...held });
    await service.communication.sort(people.officer, id, { topic: '学区划分', abuseReason: '当月第十二件同类申请' });
    expect(await fileOf(door, id)).toMatchObject({
      topic: '学区划分',
      abuseReason: '当月第十二件同类申请',
      contacts: [{ topic: 'guidance', by: '何静' }],
      conferences: [{ legalAdviser: '某律师' }],
      case: { state: 'assigned', dueOn: before.dueOn, version: before.version },
    });
    const year = { from: localDate('2026-01-01'), to: localDate('2026-12-31') };
    const spots = await service.list.hotSpots(people.office, year);
    expect(spots.find(({ topic }) => topic === '学区划分')).toMatchObject({ requests: 1, refused: 0, supplied: 0 });
  });

  it('is answered by a decision alone, and knows no step of messages', async () => {
    door.on('2026-03-02');
    const { id } = await atCounter(door);
    await accept(door, id);
    const { people, cases } = door;
    expect(await refusal(cases.replies.draft(people.handler, id, { edit: 0, text: '您好。' }))).toBe('decision-wanted');
    const seen = await version(id);
    expect(
      await refusal(
        door.modules.cases.service.handling.reject(people.officer, id, {
          version: seen,
          reason: 'notOurs',
          text: '不属于本机关职责，请向有关机关提出。',
        }),
      ),
    ).toBe('not-of-kind');
    expect(Object.keys((await fileOf(door, id)).case.allowed)).not.toContain('reject');
  });

  it('is nobody’s business in other units', async () => {
    door.on('2026-03-02');
    const { id } = await atCounter(door);
    await atCounter(door, { arrival: 'fax' });
    expect(await refusal(fileOf(door, id, door.people.stranger))).toBe('case-missing');
    expect(
      await refusal(
        door.service.receipt.checkIdentity(door.people.stranger, id, {
          version: 1,
          evidence: '居民身份证',
          category: 'natural',
        }),
      ),
    ).toBe('case-missing');
    const { items } = await door.service.list.list(door.people.stranger, { page: 1, pageSize: 50 });
    expect(items).toEqual([]);
    const own = await door.service.list.list(door.people.officer, { page: 1, pageSize: 50, waitsFor: 'confirmation' });
    expect(own.items.every((item) => item.confirmedOn === null)).toBe(true);
    expect(own.total).toBeGreaterThan(0);
  });

  it('tells the officer of other requests of the same applicant, by a key that says nothing of him', async () => {
    door.on('2026-04-01');
    const applicant = { ...applyInput(door).applicant, name: '何必', identityNumber: '11010119900307002x' };
    const first = await atCounter(door, { applicant });
    const second = await atCounter(door, {
      applicant: { ...applicant, identityNumber: '１１０１０１１９９００３０７００２X' },
    });
    const file = await fileOf(door, second.id);
    expect(file.others.map(({ id }) => id)).toEqual([first.id]);
    expect(file.earlierInMonth).toBe(1);
  });
});
