import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

  /** By the portal's form, shown a minute before. */
  async function byPortal(connection: string) {
    const { platform, cases, service } = door;
    const now = platform.clock.now();
    platform.clock.set(new Date(now.getTime() - 60_000));
    const token = cases.forms.token();
    platform.clock.set(now);
    return service.takingIn.apply({ type: 'visitor' }, applyInput(door), {
      files: [],
      form: { token, honeypot: '', connection, browser: null },
    });
  }

  describe('the day of receipt (regulation art 31)', () => {
    it('of a request over the internet is the day of confirmation: until then no term runs', async () => {
      door.on('2026-03-02');
      const { id, dueOn } = await byPortal('198.51.100.1');
      expect(dueOn).toBeNull();
      expect(await fileOf(door, id)).toMatchObject({ confirmedOn: null, case: { dueOn: null, urgency: 'standing' } });
      door.on('2026-03-04');
      const input = { version: await version(id), on: localDate('2026-03-03'), how: '电话确认' };
      await door.service.receipt.confirm(door.people.officer, id, input);
      expect(await fileOf(door, id)).toMatchObject({
        confirmedOn: '2026-03-03',
        // Twenty working days; 3 April is the last before the festival, 6 April a day off.
        case: { dueOn: '2026-03-31', receivedOn: '2026-03-03' },
      });
      expect(
        await refusal(door.service.receipt.confirm(door.people.officer, id, { ...input, version: await version(id) })),
      ).toBe('already-confirmed');
    });

    it('can be confirmed after somebody took the request on, and nothing that needs a term is done before (FOI-1)', async () => {
      door.on('2026-03-02');
      const { id } = await byPortal('198.51.100.9');
      await accept(door, id);
      const { service, people } = door;
      const until = localDate('2026-03-20');
      const seen = { version: await version(id) };
      const steps = [
        service.correction.ask(people.officer, id, { ...seen, text: '请写明需要哪一年的招生计划。', until }),
        service.consultation.consult(people.officer, id, {
          ...seen,
          whom: 'thirdParty',
          name: '某公司',
          asked: '是否同意公开。',
        }),
        service.extension.propose(people.officer, id, { ...seen, workdays: 5, reason: '内容较多，需要核对。' }),
        service.decisions.draft(people.officer, id, { edit: 0, content: OPEN }),
      ];
      expect(await Promise.all(steps.map(refusal))).toEqual(Array(4).fill('receipt-not-confirmed'));
      await service.receipt.confirm(people.officer, id, { ...seen, on: localDate('2026-03-02'), how: '电话确认' });
      expect(await fileOf(door, id)).toMatchObject({ case: { state: 'assigned', dueOn: '2026-03-30' } });
      expect((await decide(door, id, OPEN)).decisions).toMatchObject([{ result: 'open' }]);
    });

    it('lies neither in the future nor before the request', async () => {
      door.on('2026-03-05');
      const { id } = await byPortal('198.51.100.2');
      const confirm = async (on: string) =>
        refusal(
          door.service.receipt.confirm(door.people.officer, id, {
            version: await version(id),
            on: localDate(on),
            how: '电话确认',
          }),
        );
      expect(await confirm('2026-03-06')).toBe('day-in-future');
      expect(await confirm('2026-03-04')).toBe('day-before-request');
      expect(await confirm('2026-03-05')).toBe('done');
    });

    it('of registered mail is the day on which it was signed for, and must be told', async () => {
      door.on('2026-03-06');
      const mail = { arrival: 'registeredMail', submittedOn: localDate('2026-03-02') } as const;
      expect(await refusal(atCounter(door, mail))).toBe('signed-day-missing');
      const { id } = await atCounter(door, { ...mail, signedOn: localDate('2026-03-04') });
      expect(await fileOf(door, id)).toMatchObject({ confirmedOn: '2026-03-04', case: { receivedOn: '2026-03-04' } });
    });

    it('of an ordinary letter and of a fax waits for the confirmation', async () => {
      door.on('2026-03-06');
      for (const arrival of ['ordinaryMail', 'fax', 'email'] as const) {
        const { id, dueOn } = await atCounter(door, { arrival, submittedOn: localDate('2026-03-02') });
        expect(dueOn, arrival).toBeNull();
        expect((await fileOf(door, id)).case.stateLabel).toBe('待确认收到');
      }
    });
  });

  it('may be spoken at the counter, where the form is filled in for the applicant, and counts from that day (FOI-14, art 29)', async () => {
    door.on('2026-03-02');
    const { id } = await atCounter(door, { arrival: 'oral', needsHelp: '视力障碍，请读给申请人听' });
    const file = await fileOf(door, id);
    expect(file).toMatchObject({ arrival: 'oral', confirmedOn: '2026-03-02' });
    // What help somebody needs tells of his health: it is told to those who handle it, with the rest of what is sealed.
    expect(file.case.sealed?.has).toContain('needsHelp');
    expect(JSON.stringify(file)).not.toContain('视力障碍');
    const opened = await door.cases.applicants.open(door.people.officer, id, '准备答复书');
    expect(opened).toMatchObject({ needsHelp: '视力障碍，请读给申请人听', contactPerson: null });
  });
});
