import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDistrict, type TestDistrict } from './district.fixtures.ts';
import type { Actor } from './kernel/permissions.ts';
import type { ReceiveInput } from './modules/cases/index.ts';
import { staff } from './modules/organisations/organisations.fixtures.ts';
import type { RegisteredRoute } from './platform/http/server.ts';

/** What people search for; the words of both letters begin with it. */
const LURE = '黄鹂';
const LETTER = `${LURE}信中的一句话`;
const QUESTION = `${LURE}咨询的一句话`;
const COMPLAINT = `${LURE}投诉的一句话`;
const FILE = `${LURE}附件.txt`;

let district: TestDistrict;
let people: Record<
  'office' | 'ofBoth' | 'ofOffice' | 'head' | 'deputy' | 'officer' | 'handler' | 'reviewer' | 'auditor' | 'stranger',
  Actor
>;
let letter: string;
let question: string;
let complaint: string;
const fileIds = new Map<string, string>();

beforeAll(async () => {
  district = await openTestDistrict({ now: '2026-03-02T09:00:00+08:00' });
  const { education, lakeside, office, government } = district.units;
  people = await staff(district.modules.organisations.service, {
    office: [office, 'office', '周宁', 'supervisor'],
    ofBoth: [education, 'supervisor.jiaoyu', '冯双', 'supervisor'],
    ofOffice: [office, 'officer.office', '邓宇', 'officer', 'handler'],
    head: [education, 'head.jiaoyu', '王芳', 'head'],
    deputy: [education, 'deputy.jiaoyu', '郑浩', 'deputyHead'],
    officer: [education, 'officer.jiaoyu', '李明', 'officer'],
    handler: [education, 'handler.jiaoyu', '何静', 'handler'],
    reviewer: [education, 'reviewer.jiaoyu', '吴敏', 'reviewer'],
    auditor: [government, 'auditor', '钱审', 'auditor'],
    stranger: [lakeside, 'officer.linhu', '赵强', 'officer', 'head'],
  });
  letter = await register('mailbox', `${LETTER}，反映王芳推诿。`);
  question = await register('enquiry', `${QUESTION}。`);
  complaint = await register('complaint', `${COMPLAINT}。`, {
    fields: { matter: 'notAnswered' },
    againstUnitId: education.id,
  });
  const recusal = await send('office', `/api/cases/${question}/recusals`, {
    personId: personIdOf('officer'),
    reason: '咨询人是其亲属',
  });
  expect(recusal.statusCode).toBe(200);
});
afterAll(() => district.close());

it('shows a letter of the leaders’ mailbox to the office and the heads whom it does not name, on no route to anybody else', async () => {
  for (const caller of ['office', 'deputy'] as const) expect(await everything(caller), caller).toContain(LETTER);
  for (const caller of ['head', 'officer', 'handler', 'reviewer', 'auditor', 'stranger'] as const)
    expect(await everything(caller), caller).not.toContain(LETTER);
});

it('shows a complaint about a unit to the office, on no route to anybody of that unit, whatever roles he holds besides (FOI-8)', async () => {
  expect(await everything('office')).toContain(COMPLAINT);
  for (const caller of [
    'ofBoth',
    'ofOffice',
    'head',
    'deputy',
    'officer',
    'handler',
    'reviewer',
    'auditor',
    'stranger',
  ] as const)
    expect(await everything(caller), caller).not.toContain(COMPLAINT);
});

it('shows a case to the whole unit but those who stand aside from it, on every route', async () => {
  for (const caller of ['head', 'handler', 'reviewer', 'auditor', 'office'] as const)
    expect(await everything(caller), caller).toContain(QUESTION);
  for (const caller of ['officer', 'stranger'] as const)
    expect(await everything(caller), caller).not.toContain(QUESTION);
});

it('gives its files to those who see it', async () => {
  for (const [id, sees, shut] of [
    [letter, 'deputy', ['head', 'officer', 'reviewer', 'auditor']],
    [complaint, 'office', ['ofBoth', 'ofOffice', 'head', 'officer', 'auditor']],
    [question, 'handler', ['officer', 'stranger']],
  ] as const) {
    const url = `/api/cases/${id}/attachments/${fileIds.get(id)}`;
    // Not looked at yet: it is there, and nobody gets it before.
    expect((await look(sees, url)).statusCode).toBe(409);
    // An auditor opens no file of any case, so that the answer tells nothing of this one.
    for (const caller of shut)
      expect((await look(caller, url)).statusCode, caller).toBe(caller === 'auditor' ? 403 : 404);
  }
});

it('lets nobody who stands aside handle, answer, review, send or open it', async () => {
  const answers: number[] = [];
  for (const route of district.app.routes) {
    if (!route.url.startsWith('/api/cases/:id/') || route.method === 'GET') continue;
    if (['caseRecusal', 'message'].includes(route.access.kind)) continue;
    const more = { unitId: district.units.education.id, intoId: question };
    const url = route.url.replace(':id', question).replace(/:\w+/g, question);
    const answer = await send('officer', url, { ...SAMPLE, ...more }, route);
    // 400: what the schema refuses, whoever asks; 403: what no role of his does anywhere.
    expect([400, 403, 404], `${route.method} ${route.url}`).toContain(answer.statusCode);
    expect(answer.body, route.url).not.toContain(LURE);
    answers.push(answer.statusCode);
  }
  expect(answers.filter((status) => status === 404).length).toBeGreaterThanOrEqual(15);
});

it('is the office’s to decide, not the unit’s', async () => {
  const input = { personId: personIdOf('handler'), reason: '与来信人有利害关系' };
  for (const caller of ['head', 'handler', 'officer', 'auditor', 'stranger'] as const) {
    const answer = await send(caller, `/api/cases/${question}/recusals`, input);
    expect(answer.statusCode, caller).toBe(403);
  }
});

const SAMPLE = {
  version: 1,
  edit: 1,
  text: '试一试能否办理这一来件',
  reason: 'noMatter',
  question: '试一试',
  step: 'answer',
  decision: 'approved',
  isSimple: true,
  isSolved: true,
  personId: null,
};

/** Brought to the counter, with a file. */
async function register(kind: string, text: string, more: Partial<ReceiveInput> = {}): Promise<string> {
  const { receiving, view } = district.modules.cases.service;
  const { hash, size } = await district.platform.files.put(Readable.from([Buffer.from(text)]), { maxBytes: 10_000 });
  const { id } = await receiving.receive(
    people.office,
    {
      kind,
      ...(kind === 'complaint' ? {} : { title: text }),
      text,
      unitId: district.units.education.id,
      applicant: { name: '张三', phone: '13900000000' },
      ...more,
    },
    { channel: 'counter', form: null, files: [{ hash, size, mediaType: 'text/plain', name: FILE }] },
  );
  fileIds.set(id, (await view.get(people.office, id)).attachments[0]?.id ?? '');
  return id;
}

const read = new Map<string, Promise<string>>();
/** Once for each caller: who asks for everything again and again is asked to wait. */
function everything(caller: keyof typeof people): Promise<string> {
  const all = read.get(caller) ?? readEverything(caller);
  read.set(caller, all);
  return all;
}

async function readEverything(caller: keyof typeof people): Promise<string> {
  const search = `?text=${encodeURIComponent(LURE)}&q=${encodeURIComponent(LURE)}&pageSize=100`;
  const answers: string[] = [];
  for (const { url, method } of district.app.routes as readonly RegisteredRoute[]) {
    if (method !== 'GET') continue;
    const addresses = /[:*]/.test(url) ? [letter, question, complaint].map((id) => filled(url, id)) : [url];
    for (const address of addresses) {
      const answer = await look(caller, address + search);
      expect(answer.statusCode, address).not.toBe(429);
      answers.push(answer.body);
    }
  }
  return answers.join('\n');
}

function filled(url: string, id: string): string {
  return url
    .replace(/:year\b/g, '2026')
    .replace(/:(number|page|seq|ordinal)\b/g, '1')
    .replace(/:sha256\b/g, '0'.repeat(64))
    .replace(/:code\b/g, 'jiaoyu')
    .replace(/:attachmentId\b/g, fileIds.get(id) ?? id)
    .replace(/:\w+/g, id)
    .replaceAll('*', 'nothing-here');
}

async function look(caller: keyof typeof people, url: string) {
  return district.app.server.inject({ url, headers: await signedIn(caller) });
}

async function send(
  caller: keyof typeof people,
  url: string,
  payload: object,
  { method }: Pick<RegisteredRoute, 'method'> = { method: 'POST' },
) {
  return district.app.server.inject({
    method: method as 'POST' | 'PUT' | 'DELETE' | 'PATCH',
    url,
    headers: await signedIn(caller),
    payload,
  });
}

function personIdOf(caller: keyof typeof people): string {
  const actor = people[caller];
  return actor.type === 'person' ? actor.personId : '';
}

const known = new Map<string, Promise<Record<string, string>>>();
function signedIn(caller: keyof typeof people): Promise<Record<string, string>> {
  const headers = known.get(caller) ?? district.signedIn(personIdOf(caller));
  known.set(caller, headers);
  return headers;
}
