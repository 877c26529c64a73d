import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import {
  accept,
  atCounter,
  decide,
  fileOf,
  OPEN,
  openTestRequests,
  type TestRequests,
} from '../disclosure-requests.fixtures.ts';
import type { RequestView } from '../viewing/request-view.contract.ts';

const TIMES = 200;
const TODAY = localDate('2026-03-02');

type Ready = (door: TestRequests) => Promise<RequestView>;
type Act = (door: TestRequests, actor: Actor, seen: RequestView) => Promise<void>;
type Transition = readonly [event: string, ready: Ready, act: Act, who?: (door: TestRequests) => readonly Actor[]];

const to = ({ case: { version } }: RequestView) => ({ version });

const accepted: Ready = async (door) => {
  const { id } = await atCounter(door);
  await accept(door, id);
  return fileOf(door, id);
};
const faxed: Ready = async (door) => fileOf(door, (await atCounter(door, { arrival: 'fax' })).id);
const after =
  (ready: Ready, act: Act, who: (door: TestRequests) => Actor = ({ people }) => people.handler): Ready =>
  async (door) => {
    const seen = await ready(door);
    await act(door, who(door), seen);
    return fileOf(door, seen.case.id);
  };
const decided: Ready = async (door) => decide(door, (await accepted(door)).case.id, OPEN);

const ask: Act = ({ service }, actor, seen) =>
  service.correction.ask(actor, seen.case.id, {
    ...to(seen),
    text: '请写明所需方案的年度和范围。',
    until: localDate('2026-03-20'),
  });
const consult: Act = ({ service }, actor, seen) =>
  service.consultation.consult(actor, seen.case.id, {
    ...to(seen),
    whom: 'jointAgency',
    name: '区规划局',
    asked: '是否同意公开',
  });
const propose: Act = ({ service }, actor, seen) =>
  service.extension.propose(actor, seen.case.id, { ...to(seen), workdays: 10, reason: '需要调取材料' });
const notice: Act = ({ service }, actor, seen) =>
  service.fee.notice(actor, seen.case.id, { ...to(seen), way: 'volume', quantity: 60, earlierItems: 0 });
const deliver: Act = ({ service }, actor, seen) =>
  service.delivery.deliver(actor, seen.case.id, {
    ...to(seen),
    decisionId: seen.decisions[0]?.id ?? '',
    way: 'pickup',
    trackingNumber: null,
    sentOn: TODAY,
    deliveredOn: TODAY,
    proof: '当面签收',
  });
const keepBack: Act = ({ service }, actor, seen) =>
  service.conversion.decide(actor, seen.case.id, {
    conversionId: seen.conversions[0]?.id ?? '',
    version: 1,
    decision: 'notEligible',
    reason: '仅涉及申请人个人',
  });

/** Every step of the procedure that moves a request, and how it comes to where the step is possible. */
const TRANSITIONS: readonly Transition[] = [
  [
    'confirmReceipt',
    faxed,
    ({ service }, actor, seen) =>
      service.receipt.confirm(actor, seen.case.id, { ...to(seen), on: TODAY, how: '电话确认' }),
  ],
  ['askCorrection', accepted, ask],
  [
    'takeCorrection',
    after(accepted, ask),
    ({ service }, actor, seen) =>
      service.correction.take(actor, seen.case.id, { ...to(seen), on: TODAY, text: '补正为2025年度' }),
  ],
  ['consult', accepted, consult],
  [
    'endConsultation',
    after(accepted, consult),
    ({ service }, actor, seen) =>
      service.consultation.end(actor, seen.case.id, {
        ...to(seen),
        consultationId: seen.consultations[0]?.id ?? '',
        opinion: 'agrees',
        text: null,
        on: TODAY,
      }),
  ],
  ['proposeExtension', accepted, propose],
  [
    'extend',
    after(accepted, propose),
    ({ service }, actor, seen) =>
      service.extension.decide(actor, seen.case.id, {
        ...to(seen),
        extensionId: seen.extensions[0]?.id ?? '',
        decision: 'approved',
        remark: null,
      }),
    ({ people }) => [people.head],
  ],
  [
    'delay',
    accepted,
    ({ service }, actor, seen) =>
      service.extension.delay(actor, seen.case.id, {
        ...to(seen),
        until: localDate('2026-05-29'),
        reason: '申请人说明了合理理由，材料数量过大，不能按期答复',
      }),
    ({ people }) => [people.head],
  ],
  ['noticeFee', accepted, notice],
  [
    'takeFee',
    after(accepted, notice),
    ({ service }, actor, seen) => service.fee.take(actor, seen.case.id, { ...to(seen), on: TODAY }),
  ],
  ['deliver', decided, deliver],
  [
    'close',
    after(
      after(decided, deliver, ({ people }) => people.officer),
      keepBack,
      ({ people }) => people.officer,
    ),
    ({ service }, actor, seen) =>
      service.delivery.archive(actor, seen.case.id, { ...to(seen), archiveNumber: '2026-001' }),
  ],
];

describeDatabases([], (database) => {
  let door: TestRequests;
  beforeAll(async () => {
    door = await openTestRequests({ database: database() });
  }, 120_000);
  afterAll(() => door.close());

  describe(`of ${TIMES} attempts at once exactly one wins`, () => {
    it.each(TRANSITIONS.map((transition) => ({ event: transition[0], transition })))(
      '$event',
      async ({ transition }) => {
        const [, ready, act, who = ({ people }: TestRequests) => [people.officer, people.handler]] = transition;
        const seen = await ready(door);
        const before = await counts(seen.case.id);
        const actors = who(door);
        const results = await Promise.allSettled(
          Array.from({ length: TIMES }, (_, n) => act(door, actors[n % actors.length] as Actor, seen)),
        );
        const errors = results.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
        expect(errors.map((error) => error.code ?? error.message).filter((code) => code !== 'stale')).toEqual([]);
        expect(errors).toHaveLength(TIMES - 1);
        const now = await counts(seen.case.id);
        expect({
          history: now.history - before.history,
          version: now.version - before.version,
          dueMoves: now.due - before.due <= 1,
        }).toEqual({ history: 1, version: 1, dueMoves: true });
      },
      120_000,
    );
  });

  async function counts(id: string) {
    const { rows } = await sql<{ history: number; due: number; version: number }>`
      select (select count(*)::int from cases.history where case_id = ${id}) as history,
        (select count(*)::int from cases.due_history where case_id = ${id}) as due,
        version from cases."case" where id = ${id}`.execute(database().kysely);
    const [row] = rows;
    if (!row) throw new Error('no such case');
    return row;
  }
});
