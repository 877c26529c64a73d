import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDistrict, type TestDistrict } from './district.fixtures.ts';
import { localDateAt } from './kernel/local-date.ts';
import type { Actor } from './kernel/permissions.ts';
import { CaseQuery } from './modules/cases/cases.contract.ts';
import { OPEN, REMEDY_BODIES } from './modules/disclosure-requests/disclosure-requests.fixtures.ts';
import { staff } from './modules/organisations/organisations.fixtures.ts';
import { type MailReceiver, openMailReceiver } from './platform/mail/mail-receiver.fixtures.ts';

const NAME = '慕容知秋';
const PHONE = '13900007531';
const EMAIL = 'murong.zhiqiu@example.cn';
/** The mail server knows nothing of it, and says so by its name. */
const DEAD_EMAIL = 'gone.murong@example.cn';
const ADDRESS = '澄川路七十五弄三号';
const WORDS = '银杏叶落满了弄堂';
const IDENTITY = '11010519491231002X';
const CONTACT = '司徒望舒';
const HELP = '左耳失聪请写字条';
const SEALED = [NAME, PHONE, EMAIL, DEAD_EMAIL, ADDRESS, IDENTITY, CONTACT, HELP];
const NEVER = new AbortController().signal;

let district: TestDistrict;
let receiver: MailReceiver;
let people: Record<'officer' | 'head' | 'deputy' | 'office', Actor>;
const lines: string[] = [];

beforeAll(async () => {
  receiver = await openMailReceiver(/^gone\./);
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  const log = pino({ level: 'trace' }, stream);
  district = await openTestDistrict({ now: '2026-03-02T09:00:00+08:00', smtp: receiver.address, log });
  const { education, office } = district.units;
  people = await staff(district.modules.organisations.service, {
    officer: [education, 'officer.jiaoyu', '李明', 'officer'],
    head: [education, 'head.jiaoyu', '王芳', 'head'],
    deputy: [education, 'deputy.jiaoyu', '郑浩', 'deputyHead'],
    office: [office, 'office', '周宁', 'supervisor'],
  });
  const register = district.modules.organisations.service.people;
  const officer = await register.get(people.officer.type === 'person' ? people.officer.personId : '');
  await register.edit({ type: 'system' }, officer.id, { ...officer, email: 'liming@example.cn' });
  for (const [email, text] of [
    [EMAIL, `${WORDS}，请安排清扫。`],
    [DEAD_EMAIL, `${WORDS}，请尽快答复。`],
  ] as const)
    await wholeWay(email, text);
  await wholeRequest();
});
afterAll(async () => {
  await district.close();
  await receiver.close();
});

it('keeps who asked, and what, out of every line of the log, whatever fails', () => {
  const log = lines.join('');
  // It is the log: it tells of requests, of a mail that was refused, and of a job's trouble.
  for (const told of [
    '/messages/new',
    '/disclosure-requests/new',
    'receipt not mailed',
    'reply not told by mail',
    'mail-refused',
  ])
    expect(log, told).toContain(told);
  for (const word of [...SEALED, WORDS]) expect(log, word).not.toContain(word);
});

it('names nobody and nothing in subjects, nor in mails to staff', () => {
  expect(receiver.mails.length).toBeGreaterThanOrEqual(3);
  const subjects = receiver.mails.map((mail) => mail.subject).join('\n');
  for (const word of [...SEALED, WORDS]) expect(subjects, word).not.toContain(word);
  const toSender = receiver.mails.filter((mail) => mail.to === EMAIL);
  expect(toSender.map((mail) => mail.subject)).toEqual(['来件已收到', '来件已答复', '来件已收到', '来件已答复']);
  expect(receiver.mails.some((mail) => mail.to === 'liming@example.cn')).toBe(true);
  for (const { text } of receiver.mails) for (const word of [...SEALED, WORDS]) expect(text, word).not.toContain(word);
});

it('keeps them out of the audit log and of events', async () => {
  const { kysely } = district.platform.database;
  for (const table of ['audit.entry', 'outbox.event']) {
    const rows = await kysely.withTables<Record<string, object>>().selectFrom(table).selectAll().execute();
    expect(rows.length, table).toBeGreaterThan(0);
    const text = JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value));
    for (const word of [...SEALED, WORDS]) expect(text, `${table} ${word}`).not.toContain(word);
  }
});

/** Asked on the portal with mistakes on the way, looked up with a wrong secret, warned of, answered, told of by mail. */
async function wholeWay(email: string, text: string): Promise<void> {
  const url = '/messages/new?channel=enquiry';
  const applicant = { 'applicant.name': NAME, 'applicant.email': email };
  const fields = { ...applicant, text, unitId: district.units.education.id };
  const proof = /name="proof" value="([^"]+)"/.exec(await district.look(url))?.[1] ?? '';
  await post(url, { ...fields, proof });
  at(new Date(district.platform.clock.now().getTime() + 60_000));
  await post(url, { ...fields, proof, 'applicant.phone': `不是${PHONE}` });
  await post(url, { ...fields, proof, unitId: ADDRESS });
  const { body } = await post(url, { ...fields, proof, 'applicant.phone': PHONE });
  const number = /<dd>(ZX[^<]+)</.exec(body)?.[1] ?? '';
  await post('/messages/look-up', { number, secret: '22222222' });
  await post('/messages/look-up/answer', { number, secret: NAME, text });
  const { cases } = district.modules;
  const { items } = await cases.service.view.list(people.office, CaseQuery.parse({ text: number }));
  const id = items[0]?.id ?? '';
  await cases.service.applicants.open(people.officer, id, '电话核实情况');
  const day = district.platform.clock.now();
  at(new Date('2026-03-10T09:00:00+08:00'));
  await cases.service.warnings.raise(NEVER);
  await cases.service.warnings.mail(NEVER);
  at(day);
  await answer(id);
  await cases.service.mail.tellReplies(NEVER);
}

/** A disclosure request: mistakes, a wrong secret, the seal opened, warned of, decided, told of by mail, read and taken along. */
async function wholeRequest(): Promise<void> {
  const url = '/disclosure-requests/new';
  const proof = /name="proof" value="([^"]+)"/.exec(await district.look(url))?.[1] ?? '';
  const fields = {
    proof,
    unitId: district.units.education.id,
    title: WORDS,
    text: `${WORDS}的清扫合同。`,
    category: 'natural',
    identityKind: 'resident',
    wantedForm: 'electronic',
    wantedWay: 'online',
    'applicant.name': NAME,
    'applicant.phone': PHONE,
    'applicant.email': EMAIL,
    'applicant.address': ADDRESS,
    contactPerson: CONTACT,
    needsHelp: HELP,
  };
  at(new Date(district.platform.clock.now().getTime() + 60_000));
  await post(url, { ...fields, 'applicant.identityNumber': `${IDENTITY}${NAME}` });
  await post(url, { ...fields, act: 'look', 'applicant.identityNumber': IDENTITY });
  const { body } = await post(url, { ...fields, 'applicant.identityNumber': IDENTITY });
  const [, number = '', secret = ''] = /<dd>(YS[^<]+)<\/dd>[\s\S]*?<dd>([^<]+)</.exec(body) ?? [];
  const own = { number: number.trim(), secret: secret.trim() };
  await post('/disclosure-requests/look-up', { ...own, secret: '22222222' });
  const id = await decided(own.number);
  expect((await post('/disclosure-requests/look-up', own)).body).toContain(NAME);
  expect((await post('/disclosure-requests/look-up/letter', { ...own, seq: '1', format: 'pdf' })).statusCode).toBe(200);
  const { cases } = district.modules;
  await cases.service.applicants.open(people.officer, id, '电话核实情况');
  await cases.service.mail.tellReplies(NEVER);
}

/** By way of a warning that the day of answer is near. @returns the request's id */
async function decided(number: string): Promise<string> {
  const { cases, disclosureRequests } = district.modules;
  const { items } = await cases.service.view.list(people.office, CaseQuery.parse({ text: number }));
  const id = items[0]?.id ?? '';
  const version = async () => (await cases.service.view.get(people.office, id)).version;
  const today = localDateAt(district.platform.clock.now());
  const { receipt, decisions, remedyBodies } = disclosureRequests.service;
  await remedyBodies.put(people.office, REMEDY_BODIES);
  await receipt.confirm(people.officer, id, { version: await version(), on: today, how: '电话确认' });
  await cases.service.routing.accept(people.officer, id, await version());
  const day = district.platform.clock.now();
  at(new Date('2026-03-27T09:00:00+08:00'));
  await cases.service.warnings.raise(NEVER);
  await cases.service.warnings.mail(NEVER);
  at(day);
  await decisions.draft(people.officer, id, { edit: 0, content: OPEN });
  await decisions.submit(people.officer, id, { version: await version(), edit: 1 });
  for (const [by, step] of [
    [people.deputy, 'examination'],
    [people.head, 'signing'],
  ] as const)
    await cases.service.replies.review(by, id, {
      version: await version(),
      step,
      edit: 1,
      decision: 'approved',
      comment: null,
    });
  await decisions.send(people.officer, id, { version: await version(), edit: 1 });
  return id;
}

async function answer(id: string): Promise<void> {
  const { routing, replies, view } = district.modules.cases.service;
  const version = async () => (await view.get(people.office, id)).version;
  await routing.accept(people.officer, id, await version());
  await replies.draft(people.officer, id, { edit: 0, text: '已经安排。', findingsReason: null });
  await replies.submit(people.officer, id, { version: await version(), edit: 1 });
  const decision = { step: 'answer', edit: 1, decision: 'approved', comment: null } as const;
  await replies.review(people.head, id, { version: await version(), ...decision });
  await replies.send(people.officer, id, { version: await version(), edit: 1 });
}

function at(time: Date): void {
  district.platform.clock.set(time);
}

function post(url: string, fields: Readonly<Record<string, string>>) {
  return district.app.server.inject({
    method: 'POST',
    url,
    headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });
}
