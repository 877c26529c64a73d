import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { docxFile, paragraph } from '../../attachments/office.fixtures.ts';
import type { ReceiveInput } from '../case-senders.contract.ts';
import { caseTestMigrations, openTestCases, receive, shown, type TestCases, VISITOR } from '../cases.fixtures.ts';
import { QUOTAS } from './flood.ts';
import { inspectReceived } from './take-files.service.ts';

const NEVER = new AbortController().signal;
const WHO = { kind: 'person' as const, name: '张小明', phone: '13912345678', email: 'zhang.xiaoming@example.cn' };

describeDatabases(caseTestMigrations, (database) => {
  let door: TestCases;
  beforeAll(async () => {
    door = await openTestCases(database());
  });
  afterAll(() => door.platform.close());

  const view = (id: string) => door.service.view.get(door.people.office, id);
  const send = (input: Partial<ReceiveInput>, form: { token: string; browser?: string; connection?: string }) =>
    door.service.receiving.receive(
      VISITOR,
      { kind: 'question', text: '请问怎么办理？', unitId: door.units.education.id, ...input },
      { channel: 'portal', files: [], form: { honeypot: '', connection: '203.0.113.1', browser: null, ...form } },
    );
  const refusal = (promise: Promise<unknown>) =>
    promise.then(
      () => 'taken',
      (error) => error.code ?? String(error),
    );

  describe('taking in', () => {
    it('starts the clock of the kind: 5 working days for an enquiry, 3 for a site error (MSG-3, MSG-4, SITE-3)', async () => {
      const enquiry = await receive(door);
      expect(enquiry).toMatchObject({
        state: 'received',
        receivedOn: '2026-03-02',
        dueOn: '2026-03-09',
      });
      expect(await receive(door, { kind: 'report' })).toMatchObject({ dueOn: '2026-03-05' });
      const { due, history, holdings, urgency } = await view(enquiry.id);
      expect(due.days.filter((day) => day.number !== null)).toHaveLength(5);
      expect(due.sentences[0]).toContain('2026-03-02 收到');
      expect(history.map((line) => line.event)).toEqual(['receive']);
      expect(holdings).toMatchObject([{ unit: { code: 'jiaoyu' }, way: 'received', to: null }]);
      expect(urgency).toBe('later');
    });

    it('goes to the supervising office when nobody is named, and to no unit that is not there', async () => {
      const { id } = await receive(door, { unitId: null });
      expect((await view(id)).unit.code).toBe('office');
      expect(await refusal(receive(door, { unitId: '00000000-0000-4000-8000-000000000000' }))).toBe('unit-missing');
    });

    it('goes to the supervising office when nobody works where it was sent, and staff are told to choose another', async () => {
      const { government } = door.units;
      const codes = (await door.service.view.units()).map((unit) => unit.code);
      expect(codes.sort()).toEqual(['jiaoyu', 'linhu', 'office']);
      const { id, unit } = await receive(door, { unitId: government.id });
      expect(unit.code).toBe('office');
      expect((await view(id)).holdings).toMatchObject([{ unit: { code: 'office' }, way: 'received' }]);
      const by = { channel: 'phone' as const, form: null, files: [] };
      const input = { kind: 'question', text: '电话咨询户口迁移。', unitId: government.id };
      expect(await refusal(door.service.receiving.receive(door.people.office, input, by))).toBe('unit-unstaffed');
    });

    it('says everything that is wrong at once, each with its field', async () => {
      const input = {
        kind: 'letter',
        text: '急',
        title: ' ',
        applicant: { name: '', phone: '一三九' },
        fields: { place: '长'.repeat(51) },
      };
      const error = await receive(door, input as Partial<ReceiveInput>).catch((one) => one);
      expect(error.code).toBe('case-invalid');
      expect(error.reasons.map((one: { field: string }) => one.field).sort()).toEqual(
        ['applicant.name', 'applicant.phone', 'fields.place', 'text', 'title'].sort(),
      );
      expect(await refusal(receive(door, { kind: 'nothing' }))).toBe('kind-unknown');
    });

    it('takes nothing of the sender that the kind does not ask for', async () => {
      const { id } = await receive(door, {
        applicant: { ...WHO, identityNumber: '110101199003074450', address: '某路1号' },
      });
      expect((await view(id)).sealed?.has).toEqual(['name', 'phone', 'email']);
      const opened = await door.service.applicants.open(door.people.officer, id, '联系来信人');
      expect(opened).toMatchObject({ name: '张小明', identityNumber: null, address: null });
    });

    it('makes a title of the beginning, and drops what no screen can show', async () => {
      const { id } = await receive(door, { text: `第一行\u0000\u0007\r\n${'很'.repeat(60)}\ud800` });
      const { title, text } = await view(id);
      expect(title).toBe(`第一行 ${'很'.repeat(26)}…`);
      for (const sign of ['\u0000', '\u0007', '\r']) expect(text).not.toContain(sign);
      expect(text.isWellFormed()).toBe(true);
    });

    it('lets staff take down what was said, of their own unit only, and no stranger', async () => {
      const by = { channel: 'phone' as const, form: null, files: [] };
      const input = { kind: 'question', text: '电话咨询转学办法。', unitId: door.units.education.id };
      expect(await door.service.receiving.receive(door.people.officer, input, by)).toMatchObject({ state: 'received' });
      expect(await refusal(door.service.receiving.receive(door.people.stranger, input, by))).toBe('forbidden');
      expect(await refusal(door.service.receiving.receive(VISITOR, input, by))).toBe('sign-in-required');
    });
  });

  describe('what is sealed', () => {
    it('stands nowhere in the database, in no log of changes and in no event', async () => {
      await receive(door, {
        kind: 'letter',
        title: '反映情况',
        applicant: { ...WHO, address: '幸福路9号', identityNumber: '110101199003074450' },
      });
      const { rows } = await sql<{ name: string }>`
        select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema')`.execute(database().kysely);
      const found: string[] = [];
      for (const { name } of rows) {
        const { rows: all } = await sql<{ text: string }>`select t::text as text from ${sql.raw(name)} as t`.execute(
          database().kysely,
        );
        for (const word of ['小明', '13912345678', 'xiaoming', '幸福路9号', '110101199003074450'])
          if (all.some(({ text }) => text.includes(word) || text.includes(Buffer.from(word).toString('hex'))))
            found.push(`${name}: ${word}`);
      }
      expect(rows.length).toBeGreaterThan(30);
      expect(found).toEqual([]);
    });

    it('shows lists the surname only', async () => {
      const { number } = await receive(door, { applicant: WHO });
      const page = await door.service.view.list(door.people.officer, {
        page: 1,
        pageSize: 50,
        sort: '-receivedAt',
        text: number,
      });
      expect(page.items[0]?.applicant).toBe('张**');
      expect(JSON.stringify(page)).not.toContain('小明');
    });
  });

  describe('floods', () => {
    it('sends a form back that a machine filled in at once, and one that was open for days', async () => {
      expect(await refusal(send({}, { token: door.service.forms.token() }))).toBe('form-too-fast');
      expect(await refusal(send({}, { token: 'made.up.token' }))).toBe('form-expired');
      const token = shown(door.platform, door.service);
      const now = door.platform.clock.now();
      door.platform.clock.set(new Date(now.getTime() + 25 * 3_600_000));
      expect(await refusal(send({}, { token }))).toBe('form-expired');
      door.platform.clock.set(now);
    });

    it('answers the same number and secret to a hand that presses twice, ten times at once too', async () => {
      const token = shown(door.platform, door.service);
      const input = { text: '按了两次提交会怎样？' };
      const first = await send(input, { token });
      expect(await send(input, { token })).toEqual(first);
      const fresh = shown(door.platform, door.service);
      const all = await Promise.all(
        Array.from({ length: 10 }, () => send({ text: '同时按了十次？' }, { token: fresh })),
      );
      expect(new Set(all.map(({ number, secret }) => `${number} ${secret}`)).size).toBe(1);
    });

    it('tells nothing of another’s submission to whoever was shown the same form', async () => {
      const token = shown(door.platform, door.service);
      const input = { text: '这张表单被缓存给了两个人？' };
      await send(input, { token, browser: 'one' });
      expect(await refusal(send(input, { token, browser: 'two' }))).toBe('form-used');
      expect(await refusal(send({ text: '用同一张表单提交别的内容' }, { token, browser: 'one' }))).toBe('form-used');
    });

    it('names the same words within the hour to the unit, and joins nothing by itself: the answer may be for one alone', async () => {
      const first = await receive(door, { text: '请问我的申请批下来没有？' });
      const second = await receive(door, { text: ' 请问我的申请　批下来没有? ' });
      expect(second).toMatchObject({ state: 'received' });
      const named = (history: { text: string }[]) => history.some(({ text }) => text.includes(first.number));
      const seen = await view(second.id);
      expect(seen).toMatchObject({ mergedInto: null });
      expect(named(seen.history)).toBe(true);
      expect((await view(first.id)).mergedCount).toBe(0);
      const told = await door.service.lookUp.view(second, { connection: '203.0.113.50', browser: null });
      expect(JSON.stringify(told)).not.toContain(first.number);
      const now = door.platform.clock.now();
      door.platform.clock.set(new Date(now.getTime() + 3_600_001));
      expect(named((await view((await receive(door, { text: '请问我的申请批下来没有？' })).id)).history)).toBe(false);
      door.platform.clock.set(now);
    });

    it('lets somebody look first at what is too much, and refuses nobody', async () => {
      const states: string[] = [];
      for (let n = 0; n <= QUOTAS.browser.hour; n += 1)
        states.push((await receive(door, {}, { browser: 'busy', connection: '192.0.2.9' })).state);
      expect(states.slice(0, -1).every((state) => state === 'received')).toBe(true);
      expect(states.at(-1)).toBe('awaitingCheck');
      expect((await receive(door, {}, { browser: 'other', connection: '192.0.2.9' })).state).toBe('received');
      const trapped = await receive(door, {}, { honeypot: 'https://spam.example' });
      expect(trapped.state).toBe('awaitingCheck');
      const { version } = await view(trapped.id);
      await door.service.routing.admit(door.people.officer, trapped.id, version);
      expect(await view(trapped.id)).toMatchObject({ state: 'received', dueOn: trapped.dueOn });
    });

    it('keeps no address', async () => {
      await receive(door, {}, { connection: '203.0.113.77', browser: 'cookie-word' });
      const { rows } = await sql<{ text: string }>`select s::text as text from cases.submission as s`.execute(
        database().kysely,
      );
      expect(rows.some(({ text }) => text.includes('203.0.113.77') || text.includes('cookie-word'))).toBe(false);
    });
  });

  describe('files', () => {
    const store = async (bytes: Buffer, name: string) => {
      const stored = await door.platform.files.put(Readable.from([bytes]), { maxBytes: 1_000_000 });
      return { ...stored, name };
    };
    const withFiles = async (...files: Awaited<ReturnType<typeof store>>[]) =>
      door.service.receiving.receive(
        VISITOR,
        { kind: 'question', text: `附件见后 ${Math.random()}`, unitId: door.units.education.id },
        {
          channel: 'portal',
          files,
          form: {
            token: shown(door.platform, door.service),
            honeypot: '',
            connection: `f${Math.random()}`,
            browser: null,
          },
        },
      );

    it('are handed out once they were opened apart and nothing was found wrong', async () => {
      const { id, number, secret } = await withFiles(await store(Buffer.from('照片说明。'), '说明.txt'));
      const told = async () =>
        (await door.service.lookUp.view({ number, secret }, { connection: '203.0.113.9', browser: null })).attachments;
      expect(await told()).toEqual([{ name: '说明.txt', state: 'inspecting' }]);
      const [file] = (await view(id)).attachments;
      expect(file).toMatchObject({ name: '说明.txt', from: 'sender', inspectedAt: null });
      const find = (actor = door.people.officer) => door.service.attachments.open(actor, id, file?.id ?? '');
      expect(await refusal(find())).toBe('file-unchecked');
      expect(await inspectReceived(door.service.context, NEVER)).toBe(1);
      expect((await find()).name).toBe('说明.txt');
      expect(await told()).toEqual([{ name: '说明.txt', state: 'received' }]);
      expect(await refusal(find(door.people.stranger))).toBe('case-missing');
      // He reads the case, and may not see what proves who somebody is.
      expect(await refusal(find(door.people.auditor))).toBe('forbidden');
      const { rows } = await door.platform.database.pool.query(
        "select actor_id from audit.entry where action = 'openFile' and subject_id = $1",
        [id],
      );
      expect(rows).toHaveLength(1);
    });

    it('with something inside that may run are handed out with a warning', async () => {
      const letter = docxFile(paragraph('情况说明'), { 'word/embeddings/工具.exe': new Uint8Array([77, 90, 0, 1]) });
      const { id } = await withFiles(await store(letter, '情况说明.docx'));
      await inspectReceived(door.service.context, NEVER);
      const [file] = (await view(id)).attachments;
      expect(file).toMatchObject({ problems: [], warnings: [expect.stringMatching(/^含有嵌入的文件/)] });
    });

    it('stay closed when they are dangerous, and are refused at once when they are of a kind that nobody needs', async () => {
      const program = await store(Buffer.from('#!/bin/sh\nrm -rf /\n'), '照片.jpg');
      expect(await refusal(withFiles(program))).toBe('case-invalid');
      const broken = await store(Buffer.from('%PDF-1.7\nbroken'), '通知.pdf');
      const { id, number, secret } = await withFiles(broken);
      await inspectReceived(door.service.context, NEVER);
      const [file] = (await view(id)).attachments;
      expect(file?.problems.length).toBeGreaterThan(0);
      const told = await door.service.lookUp.view({ number, secret }, { connection: '203.0.113.9', browser: null });
      expect(told.attachments).toEqual([{ name: '通知.pdf', state: 'refused' }]);
      expect(await refusal(door.service.attachments.open(door.people.officer, id, file?.id ?? ''))).toBe(
        'file-refused',
      );
      const many = await Promise.all([1, 2, 3, 4].map((n) => store(Buffer.from(`第${n}份`), `${n}.txt`)));
      expect(await refusal(withFiles(...many))).toBe('case-invalid');
    });
  });
});
