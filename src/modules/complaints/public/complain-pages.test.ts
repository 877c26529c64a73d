import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { CaseQuery } from '../../cases/cases.contract.ts';
import { openTestComplaints, type TestComplaints } from '../complaints.fixtures.ts';

const FORM = '/disclosure-complaints/new';
const NAME = '欧阳画眉';
const PHONE = '13812340987';
const REQUEST = {
  title: '2025年学区划分方案',
  text: '申请公开2025年学区划分方案及论证材料。',
  category: 'natural',
  wantedForm: 'paper',
  wantedWay: 'mail',
  arrival: 'counter',
  submittedOn: '2026-03-02' as LocalDate,
  applicant: {
    kind: 'person',
    name: '慕容秋水',
    phone: '13900000000',
    email: null,
    address: '明湖路2号',
    identityNumber: '110101199003070011',
  },
} as const;

describeDatabases([], (database) => {
  let door: TestComplaints;
  let turn = 0;
  beforeAll(async () => {
    door = await openTestComplaints(database());
  }, 120_000);
  afterAll(() => door.district.close());

  const district = () => door.district;
  const server = () => district().app.server;
  /** Every call from a house of its own. */
  const elsewhere = () => {
    turn += 1;
    return `2001:db8:${turn.toString(16)}::1`;
  };
  const get = (url: string) => server().inject({ url, headers: { accept: 'text/html' } });
  const post = (url: string, fields: Readonly<Record<string, string>>) =>
    server().inject({
      method: 'POST',
      url,
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      remoteAddress: elsewhere(),
      payload: new URLSearchParams(fields).toString(),
    });
  const tokenOf = (page: string) => /name="proof" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const typed = () => ({
    againstUnitId: door.units.education.id,
    'fields.matter': 'notAnswered',
    text: '二月申请公开学区划分方案，至今没有答复。',
  });
  /** As somebody who reads the form and takes a minute. */
  async function complain(more: Readonly<Record<string, string>> = {}) {
    const proof = tokenOf((await get(FORM)).body);
    const { clock } = door.district.platform;
    clock.set(new Date(clock.now().getTime() + 60_000));
    return post(FORM, { ...typed(), proof, ...more });
  }
  const keysOf = (page: string) => [...page.matchAll(/<dd>([^<]+)<\/dd>/g)].map((match) => match[1] ?? '');
  async function idOf(number: string): Promise<string> {
    const { items } = await door.cases.view.list(door.people.office, CaseQuery.parse({ text: number }));
    return items[0]?.id ?? '';
  }

  describe('the form of complaints (FOI-8)', () => {
    it('is reached from the guide of requests and the pages of units, with the unit chosen', async () => {
      expect((await get('/disclosure-requests')).body).toContain(`href="${FORM}"`);
      const { body } = await get('/openness/jiaoyu');
      expect(body).toContain(`href="${FORM}?unit=jiaoyu"`);
      const form = (await get(`${FORM}?unit=jiaoyu`)).body;
      expect(form).toContain(`<option value="${door.units.education.id}" selected>`);
      expect(form).not.toContain(`<option value="${door.units.office.id}"`);
      expect(form).toContain('由明湖区人民政府办公室核查，不转给被投诉举报的单位');
      expect(form).toContain('20个工作日内告知核查结论');
    });

    it('gives number and secret without an account, and by both the way and what was found', async () => {
      const answer = await complain({ 'applicant.name': NAME, 'applicant.phone': PHONE });
      expect(answer.statusCode).toBe(200);
      const [number = '', secret = ''] = keysOf(answer.body);
      expect(number).toMatch(/^TS/);
      expect(answer.body).toContain('明湖区人民政府办公室');
      expect(answer.headers['cache-control']).toContain('no-store');
      const way = await post('/messages/look-up', { number, secret });
      expect(way.body).toContain('公开工作投诉举报');
      expect(way.body).toContain('被投诉举报的单位');
      expect(way.body).not.toContain(PHONE);
      expect((await post('/messages/look-up', { number, secret: 'AAAAAAAA' })).statusCode).toBe(404);

      const id = await idOf(number);
      const { people, cases, complaints } = door;
      const version = async () => (await complaints.view.get(people.office, id)).case.version;
      await cases.routing.accept(people.office, id, await version());
      const content = {
        result: 'unfounded' as const,
        remedy: null,
        remedyText: null,
        dueOn: null,
        words: '已于当日答复。',
      };
      await complaints.findings.draft(people.office, id, { edit: 0, content });
      await complaints.findings.submit(people.office, id, { version: await version(), edit: 1 });
      await cases.replies.review(people.signer, id, {
        version: await version(),
        step: 'signing',
        edit: 1,
        decision: 'approved',
      });
      expect((await post('/messages/look-up', { number, secret })).body).not.toContain('不属实');
      await complaints.findings.send(people.office, id, { version: await version(), edit: 1 });
      const told = (await post('/messages/look-up', { number, secret })).body;
      expect(told).toContain('经核查，您对明湖区教育局的投诉举报不属实。');
      expect(told).not.toContain('name="stars"');
    });

    it('is worked on by the office through its routes, with the finding in each answer', async () => {
      const [number = ''] = keysOf((await complain()).body);
      const id = await idOf(number);
      const { office, officer } = door.people;
      const headers = async (actor: Actor) => district().signedIn(actor.type === 'person' ? actor.personId : '');
      const act = async (url: string, payload: object, actor: Actor = office) =>
        server().inject({ method: 'POST', url, headers: await headers(actor), payload });
      const path = `/api/complaints/${id}`;
      expect((await act(`/api/cases/${id}/acceptance`, { version: 1 })).statusCode).toBe(200);
      const asked = await act(`${path}/accounts`, { askedOn: '2026-03-02', question: '请说明登记情况。' });
      const [account] = asked.json().accounts;
      const answer = { answeredOn: '2026-03-02', answer: '已经补登。' };
      expect((await act(`${path}/accounts/${account.id}/answer`, answer)).json().accounts[0].answer.text).toBe(
        '已经补登。',
      );
      const content = {
        result: 'founded',
        remedy: 'corrected',
        remedyText: ' 已答复。 ',
        dueOn: null,
        words: '逾期属实。',
      };
      const drafted = await act(`${path}/finding`, { edit: 0, content });
      expect([drafted.statusCode, drafted.json().findings[0]?.content.remedyText]).toEqual([200, '已答复。']);
      const { version } = drafted.json().case;
      const submitted = await act(`${path}/finding-submission`, { version, edit: 1 });
      expect([submitted.statusCode, submitted.json().case.state]).toEqual([200, 'replyDrafted']);
      const complained = { version: version + 1, unitId: door.units.lakeside.id };
      expect((await act(`${path}/complained`, complained)).json().case.against.shortName).toBe('临湖街道');
      const shut = await server().inject({ url: path, headers: await headers(officer) });
      expect([shut.statusCode, shut.json().code]).toEqual([404, 'case-missing']);
    });

    it('may be handed in without a name, and about a unit that is not known', async () => {
      const [number = ''] = keysOf((await complain({ againstUnitId: 'unknown' })).body);
      const view = await door.complaints.view.get(door.people.office, await idOf(number));
      expect(view.case).toMatchObject({ against: null, sealed: null, unit: { id: door.units.office.id } });
    });

    it('keeps what was typed when something is wrong, and says what', async () => {
      const nobody = await complain({ againstUnitId: '' });
      expect(nobody.statusCode).toBe(422);
      expect(nobody.body).toContain('请选择被投诉举报的单位');
      expect(nobody.body).toContain(typed().text);
      const office = await complain({ againstUnitId: door.units.office.id });
      expect(office.statusCode).toBe(422);
      expect(office.body).toContain('不能核查自己');
      const matter = await complain({ 'fields.matter': '' });
      expect([matter.statusCode, matter.body.includes('ask-wrong')]).toEqual([422, true]);
      expect((await complain({ againstUnitId: 'no-unit' })).statusCode).toBe(422);
    });

    it('leads the office to the request whose number was given', async () => {
      const { units, people, district } = door;
      const { id, number } = await district.modules.disclosureRequests.service.takingIn.register(people.office, {
        ...REQUEST,
        unitId: units.education.id,
      });
      const shown = (await get(`${FORM}?request=${number}`)).body;
      expect(shown).toContain(`value="${number}"`);
      const [given = ''] = keysOf((await complain({ 'fields.requestNumber': number })).body);
      const view = await door.complaints.view.get(people.office, await idOf(given));
      expect(view.request).toMatchObject({ id, unit: { shortName: '区教育局' } });
      const [other = ''] = keysOf((await complain({ 'fields.requestNumber': given })).body);
      expect((await door.complaints.view.get(people.office, await idOf(other))).request).toBeNull();
    });
  });
});
