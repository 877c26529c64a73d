import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Actor } from '../../kernel/permissions.ts';
import { describeDatabases } from '../../platform/db/database.fixtures.ts';
import { CaseQuery } from '../cases/cases.contract.ts';
import { complained, openTestComplaints, type TestComplaints } from './complaints.fixtures.ts';

const ORDERED = {
  result: 'founded' as const,
  remedy: 'ordered' as const,
  remedyText: '三个工作日内答复该申请。',
  dueOn: '2026-03-13' as LocalDate,
  words: '经查，该局收到申请后没有登记。',
};

describeDatabases([], (database) => {
  let door: TestComplaints;
  beforeAll(async () => {
    door = await openTestComplaints(database());
  }, 120_000);
  afterAll(() => door.district.close());

  const refusal = (promise: Promise<unknown>) =>
    promise.then(
      () => 'done',
      (error) => error.code ?? String(error),
    );
  const faults = (promise: Promise<unknown>) =>
    promise.then(
      () => [],
      (error) => error.reasons?.map((reason: { field: string }) => reason.field) ?? String(error),
    );
  const idOf = (actor: Actor) => (actor.type === 'person' ? actor.personId : '');
  const view = (id: string, actor: Actor = door.people.office) => door.complaints.view.get(actor, id);
  const accept = async (id: string) => door.cases.routing.accept(door.people.office, id, (await view(id)).case.version);

  /** Drafted by the supervisor, signed by the head of the office. */
  async function signed(id: string, content: object = ORDERED) {
    const { complaints, cases, people } = door;
    const edit = (await view(id)).case.replies.find((reply) => reply.state === 'draft')?.edit ?? 0;
    await complaints.findings.draft(people.office, id, { edit, content: content as typeof ORDERED });
    await complaints.findings.submit(people.office, id, { version: (await view(id)).case.version, edit: edit + 1 });
    await cases.replies.review(people.signer, id, {
      version: (await view(id)).case.version,
      step: 'signing',
      edit: edit + 1,
      decision: 'approved',
    });
    return edit + 1;
  }

  describe('who handles a complaint about disclosure work (FOI-8, SH-19, SJ-20)', () => {
    it('comes to the office with a term of the district’s own, whatever unit was asked', async () => {
      const { unit, number, dueOn, id } = await complained(door, { unitId: door.units.lakeside.id });
      expect(unit.id).toBe(door.units.office.id);
      expect(number).toMatch(/^TS/);
      expect(dueOn).toBe('2026-03-30');
      expect((await view(id)).case.due.sentences.join()).toContain('本级政府政务公开投诉举报办理时限');
    });

    it('is seen by the office and its head; by nobody of the unit, nor by others, in any list, count or search', async () => {
      const { people, cases, units } = door;
      const { id, number } = await complained(door);
      const seen = async (actor: Actor) => {
        const list = (query: object) => cases.view.list(actor, CaseQuery.parse({ pageSize: 100, ...query }));
        const has = async (query: object) => (await list(query)).items.some((one) => one.id === id);
        const range = { from: '2026-03-01' as LocalDate, to: '2026-03-31' as LocalDate, kind: 'complaint' };
        const figures = await cases.figures.list(actor, range);
        const load = await cases.view.load(actor, units.office.id);
        return {
          page: await refusal(view(id, actor)),
          casePage: await refusal(cases.view.get(actor, id)),
          all: await has({}),
          number: await has({ text: number }),
          kind: (await list({ kind: 'complaint' })).total > 0,
          counted: figures.length > 0,
          load: load.length > 0,
          among: (await cases.view.readable(actor, [id])).length,
          applicant: await refusal(cases.applicants.open(actor, id, '核对情况')),
        };
      };
      const everything = {
        page: 'done',
        casePage: 'done',
        all: true,
        number: true,
        kind: true,
        counted: true,
        load: true,
      };
      for (const actor of [people.office, people.signer]) expect(await seen(actor)).toMatchObject(everything);
      for (const actor of [people.ofBoth, people.head, people.officer, people.stranger, people.worker])
        expect(await seen(actor)).toEqual({
          page: 'case-missing',
          casePage: 'case-missing',
          all: false,
          number: false,
          kind: false,
          counted: false,
          load: false,
          among: 0,
          applicant: 'case-missing',
        });
    });

    it('goes to no other unit, to nobody of the unit complained of, and is not taken down by a unit', async () => {
      const { people, cases, units } = door;
      const { id } = await complained(door);
      const { version, allowed } = (await view(id)).case;
      expect(Object.keys(allowed)).toEqual(expect.arrayContaining(['accept', 'assign']));
      for (const act of ['transfer', 'transferBack', 'route', 'classify', 'followUp'])
        expect(allowed[act], act).toBeUndefined();
      const to = { version, unitId: units.education.id };
      expect(await refusal(cases.routing.assign(people.office, id, { ...to, personId: null }))).toBe(
        'stays-with-office',
      );
      expect(await refusal(cases.routing.transfer(people.office, id, { ...to, reason: '请你局办理' }))).toBe(
        'not-of-kind',
      );
      expect(await refusal(complained(door, {}, people.officer))).toBe('forbidden');
      expect(await refusal(complained(door, { kind: 'enquiry', fields: {} }))).toBe('case-invalid');
      const given = { version, unitId: units.office.id, personId: idOf(people.worker) };
      await cases.routing.assign(people.office, id, given);
      expect(await refusal(view(id, people.worker))).toBe('done');
    });

    it('is not handed over, by whoever leaves, to anybody of that unit', async () => {
      const { people, cases, units, district } = door;
      const { id } = await complained(door);
      const given = { version: 1, unitId: units.office.id, personId: idOf(people.worker) };
      await cases.routing.assign(people.office, id, given);
      const { organisations } = district.modules;
      const provider = organisations.service.openWork.providers.find(({ name }) => name === 'cases');
      const move = (to: Actor) =>
        district.platform.changes.run({ type: 'system' }, async (change) =>
          provider?.move(change, idOf(people.worker), [{ id, toPersonId: idOf(to) }]),
        );
      for (const actor of [people.ofBoth, people.officer]) expect(await refusal(move(actor))).toBe('person-recused');
      expect((await view(id)).case.person).toMatchObject({ name: '邓宇' });
      expect(await refusal(move(people.office))).toBe('done');
      const assigned = { version: (await view(id)).case.version, unitId: units.office.id };
      const toThem = cases.routing.assign(people.office, id, { ...assigned, personId: idOf(people.officer) });
      expect(await refusal(toThem)).toBe('person-elsewhere');
    });

    it('is not the office’s when it complains of the office: that is for the authority above', async () => {
      const asked = complained(door, { againstUnitId: door.units.office.id });
      await expect(asked).rejects.toMatchObject({
        code: 'case-invalid',
        reasons: [{ field: 'againstUnitId', message: expect.stringContaining('上一级') }],
      });
    });

    it('shuts out whom it names even in the office', async () => {
      const { id } = await complained(door, { text: '打电话时陈立说这件事不归他们管。' });
      expect(await refusal(view(id, door.people.signer))).toBe('case-missing');
      expect(await refusal(view(id))).toBe('done');
    });

    it('joins no complaint about another unit', async () => {
      const [one, other] = [await complained(door), await complained(door, { againstUnitId: door.units.lakeside.id })];
      const same = await complained(door);
      const into = (intoId: string) => door.cases.merging.merge(door.people.office, one.id, { version: 1, intoId });
      expect(await refusal(into(other.id))).toBe('merge-target');
      expect(await refusal(into(same.id))).toBe('done');
      expect(await refusal(view(same.id, door.people.ofBoth))).toBe('case-missing');
    });

    it('warns nobody of the unit when it is late', async () => {
      const { people, cases, district } = door;
      const { id } = await complained(door);
      const before = district.platform.clock.now();
      district.platform.clock.set(new Date('2026-04-20T09:00:00+08:00'));
      await cases.warnings.raise(new AbortController().signal);
      const { warnings } = (await view(id)).case;
      district.platform.clock.set(before);
      expect(warnings.map((one) => one.stage)).toContain('late');
      expect(await refusal(view(id, people.ofBoth))).toBe('case-missing');
    });
  });

  describe('of whom it complains', () => {
    it('is found out by the office, and that unit’s people are shut out from then on', async () => {
      const { people, complaints, units } = door;
      const { id } = await complained(door, { againstUnitId: null });
      expect(await refusal(view(id, people.ofBoth))).toBe('done');
      const set = async (unitId: string, actor: Actor = people.office) =>
        complaints.complained.set(actor, id, { version: (await view(id)).case.version, unitId });
      expect(await refusal(set(units.office.id))).toBe('is-office');
      expect(await refusal(set(units.education.id, people.signer))).toBe('forbidden');
      expect(await refusal(set(units.education.id, people.ofBoth))).toBe('worker-of-unit');
      await set(units.education.id);
      expect(await refusal(view(id, people.ofBoth))).toBe('case-missing');
      expect((await view(id)).case).toMatchObject({ against: { shortName: '区教育局' } });
    });

    it('is not a unit of whoever works on it', async () => {
      const { people, cases, complaints, units } = door;
      const { id } = await complained(door, { againstUnitId: null });
      await cases.routing.accept(people.office, id, 1);
      const stale = complaints.complained.set(people.office, id, { version: 1, unitId: units.education.id });
      expect(await refusal(stale)).toBe('stale');
      const { version } = (await view(id)).case;
      await complaints.complained.set(people.office, id, { version, unitId: units.lakeside.id });
      expect((await view(id)).case.history.map((line) => line.text)).toContain('确定被投诉举报的单位为临湖街道。');
    });
  });

  describe('what the unit says for itself', () => {
    it('is asked for and taken down by the office, once', async () => {
      const { people, complaints } = door;
      const { id } = await complained(door);
      const ask = (askedOn: string) =>
        complaints.accounts.ask(people.office, id, {
          askedOn: askedOn as LocalDate,
          question: '请说明该申请的登记情况。',
        });
      expect(await refusal(ask('2026-03-03'))).toBe('day-ahead');
      await ask('2026-03-02');
      const [account] = (await view(id)).accounts;
      const answer = (answeredOn: string) =>
        complaints.accounts.answer(people.office, id, account?.id ?? '', {
          answeredOn: answeredOn as LocalDate,
          answer: '收发室漏登，已补登。',
        });
      expect(await refusal(answer('2026-03-01'))).toBe('account-missing');
      await answer('2026-03-02');
      expect(await refusal(answer('2026-03-02'))).toBe('account-missing');
      expect((await view(id)).accounts).toMatchObject([
        {
          unit: { shortName: '区教育局' },
          askedBy: '周宁',
          answer: { on: '2026-03-02', text: '收发室漏登，已补登。' },
        },
      ]);
      const asked = complaints.accounts.ask(people.officer, id, {
        askedOn: '2026-03-02' as LocalDate,
        question: '请说明。',
      });
      expect(await refusal(asked)).toBe('case-missing');
    });
  });

  describe('what was found', () => {
    it('is told whole or not at all', async () => {
      const { people, complaints } = door;
      const { id } = await complained(door);
      await accept(id);
      const submitted = async (content: object) => {
        const before = (await view(id)).case.replies.find((reply) => reply.state === 'draft')?.edit ?? 0;
        await complaints.findings.draft(people.office, id, { edit: before, content: { ...ORDERED, ...content } });
        const { version } = (await view(id)).case;
        return faults(complaints.findings.submit(people.office, id, { version, edit: before + 1 }));
      };
      expect(await submitted({ result: null, remedy: null, dueOn: null, words: ' ' })).toEqual(['result', 'words']);
      expect(await submitted({ remedy: null })).toEqual(['remedy']);
      expect(await submitted({ result: 'unfounded' })).toEqual(['remedy']);
      expect(await submitted({ remedyText: '', dueOn: null })).toEqual(['remedyText', 'dueOn']);
      expect(await submitted({ remedy: 'criticised', dueOn: '2026-03-01' })).toEqual(['dueOn']);
      expect(await submitted({ result: 'partlyFounded', remedy: 'corrected', dueOn: null })).toEqual([]);
    });

    it('is never words alone', async () => {
      const { people, cases } = door;
      const { id } = await complained(door);
      await accept(id);
      const draft = cases.replies.draft(people.office, id, { edit: 0, text: '不属实。', findingsReason: null });
      expect(await refusal(draft)).toBe('decision-wanted');
    });

    it('waits until it is known of whom it complains, and follows when that is set right', async () => {
      const { people, complaints, units } = door;
      const { id } = await complained(door, { againstUnitId: null });
      await accept(id);
      await complaints.findings.draft(people.office, id, { edit: 0, content: ORDERED });
      const submit = async (edit: number) =>
        complaints.findings.submit(people.office, id, { version: (await view(id)).case.version, edit });
      expect(await refusal(submit(1))).toBe('against-unknown');
      const { version } = (await view(id)).case;
      await complaints.complained.set(people.office, id, { version, unitId: units.education.id });
      expect(await refusal(submit(1))).toBe('finding-older');
      await complaints.findings.draft(people.office, id, { edit: 1, content: ORDERED });
      expect(await refusal(submit(2))).toBe('done');
    });

    it('is signed by another than its drafter, and told in exactly those words', async () => {
      const { people, complaints, cases } = door;
      const { id, number, secret } = await complained(door);
      await accept(id);
      await complaints.findings.draft(people.office, id, { edit: 0, content: ORDERED });
      await complaints.findings.submit(people.office, id, { version: (await view(id)).case.version, edit: 1 });
      const own = { version: (await view(id)).case.version, step: 'signing', edit: 1, decision: 'approved' as const };
      expect(await refusal(cases.replies.review(people.office, id, own))).toBe('review-refused');
      await cases.replies.review(people.signer, id, own);
      const ready = { version: (await view(id)).case.version, edit: 1 };
      expect(await refusal(cases.replies.send(people.office, id, ready))).toBe('decision-wanted');
      await complaints.findings.send(people.office, id, ready);
      const told = await cases.lookUp.view({ number, secret }, { connection: '198.51.100.1', browser: null });
      expect(told).toMatchObject({ stateLabel: '已答复', against: { shortName: '区教育局' }, mayRate: false });
      expect(told.replies.map((reply) => reply.text)).toEqual([
        [
          '经核查，您对明湖区教育局的投诉举报属实。',
          '处理情况：责令改正：三个工作日内答复该申请。（2026年3月13日前完成）',
          '经查，该局收到申请后没有登记。',
        ].join('\n\n'),
      ]);
      expect(JSON.stringify(told)).not.toContain('周宁');
      expect((await view(id)).findings).toMatchObject([{ content: { result: 'founded', remedy: 'ordered' } }]);
    });

    it('is made anew when the complainant asks on', async () => {
      const { people, complaints, cases } = door;
      const { id, number, secret } = await complained(door);
      await accept(id);
      const edit = await signed(id, { ...ORDERED, result: 'unfounded', remedy: null, remedyText: null, dueOn: null });
      await complaints.findings.send(people.office, id, { version: (await view(id)).case.version, edit });
      const origin = { connection: '198.51.100.2', browser: null };
      await cases.lookUp.askOn({ number, secret, text: '我有邮局的签收记录，请再核查一次。' }, origin);
      const again = await signed(id);
      await complaints.findings.send(people.office, id, { version: (await view(id)).case.version, edit: again });
      const { replies } = await cases.lookUp.view({ number, secret }, origin);
      expect(replies.map((reply) => reply.text.split('\n')[0])).toEqual([
        '经核查，您对明湖区教育局的投诉举报不属实。',
        '经核查，您对明湖区教育局的投诉举报属实。',
      ]);
      expect((await view(id)).findings.map(({ content }) => content.result)).toEqual(['unfounded', 'founded']);
    });

    it('stands when only its review is to be made anew', async () => {
      const { people, complaints, cases } = door;
      const { id } = await complained(door);
      await accept(id);
      await signed(id);
      await cases.recusals.recuse(people.office, id, { personId: idOf(people.signer), reason: '与该局有亲属关系' });
      const { version, replies, state } = (await view(id)).case;
      const edit = replies.find((reply) => reply.state === 'draft')?.edit ?? 0;
      expect([state, edit]).toEqual(['assigned', 2]);
      expect((await view(id)).findings).toMatchObject([{ content: { result: 'founded' } }]);
      expect(await refusal(complaints.findings.submit(people.office, id, { version, edit }))).toBe('done');
    });
  });

  describe('the disclosure request whose number was given', () => {
    it('is found for the office alone, and a number that is none leads nowhere', async () => {
      const { id } = await complained(door, { fields: { matter: 'notAnswered', requestNumber: 'SQ00000000000' } });
      expect((await view(id)).request).toBeNull();
    });
  });
});
