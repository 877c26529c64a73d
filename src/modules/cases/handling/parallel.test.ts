import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../kernel/permissions.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { lookUpKnown } from '../cases.context.ts';
import type { CaseView } from '../cases.contract.ts';
import {
  accepted,
  approved,
  caseTestMigrations,
  drafted,
  openTestCases,
  receive,
  replied,
  type TestCases,
} from '../cases.fixtures.ts';
import { type CaseRow, findCase } from '../cases.store.ts';
import { HeldCase } from './held-case.ts';

const TIMES = 200;

type Ready = (door: TestCases) => Promise<CaseView>;
type Act = (door: TestCases, actor: Actor, seen: CaseView) => Promise<void>;

const viewed = async (door: TestCases, id: string) => door.service.view.get(door.people.officer, id);
const fresh: Ready = async (door) => viewed(door, (await receive(door)).id);
const edit = (seen: CaseView) => seen.replies.find((reply) => reply.state === 'draft')?.edit ?? 0;
const officers = ({ people }: TestCases) => [people.officer, people.second];

type Transition = readonly [event: string, ready: Ready, act: Act, who?: (door: TestCases) => readonly Actor[]];

/** Every transition of the life table that a person makes, and how a case comes to where it is possible. */
const TRANSITIONS: readonly Transition[] = [
  ['accept', fresh, ({ service }, actor, { id, version }) => service.routing.accept(actor, id, version)],
  [
    'assign',
    fresh,
    ({ service, units }, actor, { id, version }) =>
      service.routing.assign(actor, id, { version, unitId: units.education.id, personId: null }),
  ],
  [
    'transfer',
    fresh,
    ({ service, units }, actor, { id, version }) =>
      service.routing.transfer(actor, id, { version, unitId: units.lakeside.id, reason: '属于街道职责' }),
  ],
  [
    'transferBack',
    async (door) => {
      const seen = await fresh(door);
      const to = { version: seen.version, unitId: door.units.lakeside.id, reason: '属于街道职责' };
      await door.service.routing.transfer(door.people.officer, seen.id, to);
      return door.service.view.get(door.people.stranger, seen.id);
    },
    ({ service }, actor, { id, version }) =>
      service.routing.transferBack(actor, id, { version, reason: '不属于街道职责' }),
    ({ people }) => [people.stranger, people.office],
  ],
  [
    'admit',
    async (door) => viewed(door, (await receive(door, {}, { honeypot: 'filled' })).id),
    ({ service }, actor, { id, version }) => service.routing.admit(actor, id, version),
  ],
  [
    'classify',
    fresh,
    ({ service }, actor, { id, version }) => service.handling.classify(actor, id, { version, isSimple: true }),
  ],
  [
    'askSender',
    accepted,
    ({ service }, actor, { id, version }) =>
      service.handling.askSender(actor, id, { version, question: '请补充学校名称' }),
  ],
  [
    'resume',
    async (door) => {
      const seen = await accepted(door);
      await door.service.handling.askSender(door.people.officer, seen.id, {
        version: seen.version,
        question: '哪所？',
      });
      return viewed(door, seen.id);
    },
    ({ service }, actor, { id, version }) => service.handling.resume(actor, id, version),
  ],
  [
    'draftReply',
    accepted,
    ({ service }, actor, { id }) => service.replies.draft(actor, id, { edit: 0, text: '您好。', findingsReason: null }),
  ],
  [
    'submitReply',
    async (door) => {
      const seen = await accepted(door);
      await door.service.replies.draft(door.people.handler, seen.id, { edit: 0, text: '您好。', findingsReason: null });
      return viewed(door, seen.id);
    },
    ({ service }, actor, seen) => service.replies.submit(actor, seen.id, { version: seen.version, edit: edit(seen) }),
  ],
  [
    'approveReply',
    drafted,
    ({ service }, actor, seen) =>
      service.replies.review(actor, seen.id, {
        version: seen.version,
        step: 'first',
        edit: edit(seen),
        decision: 'approved',
      }),
    ({ people }) => [people.reviewer, people.head],
  ],
  [
    'returnReply',
    drafted,
    ({ service }, actor, seen) =>
      service.replies.review(actor, seen.id, {
        version: seen.version,
        step: 'first',
        edit: edit(seen),
        decision: 'returned',
        comment: '请写明依据',
      }),
    ({ people }) => [people.reviewer, people.head],
  ],
  ['recallReply', drafted, ({ service }, actor, seen) => service.replies.recall(actor, seen.id, seen.version)],
  [
    'sendReply',
    approved,
    ({ service }, actor, seen) => service.replies.send(actor, seen.id, { version: seen.version, edit: edit(seen) }),
  ],
  ['close', replied, ({ service }, actor, { id, version }) => service.handling.close(actor, id, version)],
  [
    'reopen',
    replied,
    ({ service }, actor, { id, version }) => service.handling.reopen(actor, id, { version, reason: '答复不完整' }),
  ],
  [
    'reject',
    fresh,
    ({ service }, actor, { id, version }) =>
      service.handling.reject(actor, id, {
        version,
        reason: 'otherProcedure',
        text: '请通过信访渠道反映这一事项。',
      }),
  ],
  [
    'merge',
    async (door) => ({ ...(await fresh(door)), text: (await receive(door)).id }),
    ({ service }, actor, { id, version, text }) => service.merging.merge(actor, id, { version, intoId: text }),
  ],
  [
    'separate',
    async (door) => {
      const seen = await fresh(door);
      const { id: intoId } = await receive(door);
      await door.service.merging.merge(door.people.officer, seen.id, { version: seen.version, intoId });
      return viewed(door, seen.id);
    },
    ({ service }, actor, { id, version }) => service.merging.separate(actor, id, { version, reason: '不是同一事项' }),
  ],
];

describeDatabases(caseTestMigrations, (database) => {
  let door: TestCases;
  beforeAll(async () => {
    door = await openTestCases(database());
  });
  afterAll(() => door.platform.close());

  describe(`of ${TIMES} attempts at once exactly one wins`, () => {
    it.each(TRANSITIONS.map((transition) => ({ event: transition[0], transition })))(
      '$event',
      async ({ transition }) => {
        const [event, ready, act, who = officers] = transition;
        const seen = await ready(door);
        const before = await counts(seen.id);
        const actors = who(door);
        const results = await Promise.allSettled(
          Array.from({ length: TIMES }, (_, n) => act(door, actors[n % actors.length] as Actor, seen)),
        );
        const errors = results.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
        expect(errors.map((error) => error.code ?? error.message).filter((code) => code !== 'stale')).toEqual([]);
        // Whoever saved a draft first saves the same words again without any effect; everybody else is told.
        const ofWinner = event === 'draftReply' ? TIMES / actors.length : 1;
        expect(errors).toHaveLength(TIMES - ofWinner);
        const after = await counts(seen.id);
        // One step of history, one entry of audit, one event; drafts tell no version.
        expect({ history: after.history - before.history, events: after.events - before.events }).toEqual({
          history: 1,
          events: 1,
        });
        expect(after.version - before.version).toBe(event === 'draftReply' ? 0 : 1);
        if (event !== 'draftReply')
          expect(errors[0].details.current).toMatchObject({ version: after.version, state: after.state });
      },
    );

    it('sends one reply, moves no due day twice, and leaves the case with one holder', async () => {
      const seen = await approved(door);
      await Promise.allSettled(
        Array.from({ length: 50 }, () =>
          door.service.replies.send(door.people.officer, seen.id, { version: seen.version, edit: edit(seen) }),
        ),
      );
      const { rows } = await sql<{ sent: number; answered: number; held: number; due: number }>`
        select (select count(*)::int from cases.reply where case_id = ${seen.id} and state = 'sent') as sent,
          (select count(*)::int from cases.clock_event where case_id = ${seen.id} and event ->> 'type' = 'answered') as answered,
          (select count(*)::int from cases.holding where case_id = ${seen.id} and to_at is null) as held,
          (select count(*)::int from cases.due_history where case_id = ${seen.id}) as due`.execute(database().kysely);
      expect(rows[0]).toEqual({ sent: 1, answered: 1, held: 0, due: 1 });
    });
  });

  it('tells whoever read the case before it was answered that it has moved on, not what its clock forbids', async () => {
    const seen = await approved(door);
    const { context } = door.service;
    const row = await findCase(database().kysely, seen.id);
    const known = await lookUpKnown(context);
    const { people, service } = door;
    await service.replies.send(people.officer, seen.id, { version: seen.version, edit: edit(seen) });
    const late = context.platform.changes.run(people.second, (change) => {
      const kind = context.kinds.get(seen.kind);
      const held = new HeldCase({ change, row: row as CaseRow, kind, known, event: 'sendReply', to: 'replied' });
      return held.move({}, [(on) => ({ type: 'answered', on })]);
    });
    await expect(late).rejects.toMatchObject({ code: 'stale', details: { current: { state: 'replied' } } });
  });

  it('lets different acts race without a deadlock and without a lost step', async () => {
    const target = await approved(door);
    const others = await Promise.all(Array.from({ length: 6 }, () => fresh(door)));
    const results = await Promise.allSettled([
      ...others.map(({ id, version }) =>
        door.service.merging.merge(door.people.officer, id, { version, intoId: target.id }),
      ),
      door.service.replies.send(door.people.officer, target.id, { version: target.version, edit: edit(target) }),
      ...others.map(({ id, version }) => door.service.routing.accept(door.people.second, id, version)),
      door.service.recompute.run(new AbortController().signal),
    ]);
    const errors = results.flatMap((one) => (one.status === 'rejected' ? [one.reason.code ?? String(one.reason)] : []));
    expect(errors.filter((code) => code !== 'stale')).toEqual([]);
    for (const { id } of others) {
      const after = await viewed(door, id);
      expect(['merged', 'assigned']).toContain(after.state);
      // Merged before or after the answer, its sender is answered.
      if (after.state === 'merged') expect(after.answeredOn).not.toBeNull();
    }
  });

  it('merges two cases into each other only one way', async () => {
    const [a, b] = [await fresh(door), await fresh(door)];
    const merge = (one: CaseView, other: CaseView) =>
      door.service.merging.merge(door.people.officer, one.id, { version: one.version, intoId: other.id });
    const results = await Promise.allSettled([merge(a, b), merge(b, a)]);
    expect(results.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect([(await viewed(door, a.id)).state, (await viewed(door, b.id)).state].sort()).toEqual(['merged', 'received']);
  });

  async function counts(id: string) {
    const { rows } = await sql<{ history: number; events: number; version: number; state: string }>`
      select (select count(*)::int from cases.history where case_id = ${id}) as history,
        (select count(*)::int from outbox.event where payload ->> 'caseId' = ${id}::text) as events,
        version, state from cases."case" where id = ${id}`.execute(database().kysely);
    const [row] = rows;
    if (!row) throw new Error('no such case');
    return row;
  }
});
