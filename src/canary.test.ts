import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, type Modules, modulesInOrder } from './app.ts';
import { openTestDistrict, policyContent, type TestDistrict } from './district.fixtures.ts';
import { localDateAt } from './kernel/local-date.ts';
import type { Actor } from './kernel/permissions.ts';
import { staff } from './modules/organisations/organisations.fixtures.ts';
import type { AttachmentRef, Content } from './modules/publications/index.ts';
import { body } from './modules/publications/publications.fixtures.ts';
import { deliverEvents } from './platform/change/deliver-events.ts';
import type { RegisteredRoute } from './platform/http/server.ts';
import type { TestPlatform } from './platform/platform.fixtures.ts';

/** What people search for; each planted word begins with it and ends with something nobody can know. */
const LURE = '金丝雀';
/** Right by the checksum, made up for this test. */
const IDENTITY = '110101199003074450';

let district: TestDistrict;
let platform: TestPlatform;
let modules: Modules;
let app: App;
let people: Record<'officer' | 'reviewer' | 'head' | 'stranger' | 'office', Actor>;
let unitId: string;
const planted: string[] = [];
/** Who writes to an office is sealed from the office’s own people too, until one opens it and says why. */
const sealed: string[] = [];
const targets: Record<string, Target> = {};

interface Target {
  readonly id: string;
  readonly number: number | null;
  readonly versionIds: readonly string[];
  readonly sha256: readonly string[];
}

beforeAll(async () => {
  district = await openTestDistrict();
  ({ platform, modules, app } = district);
  const { education, lakeside, office } = district.units;
  unitId = education.id;
  people = await staff(modules.organisations.service, {
    officer: [education, 'officer.jiaoyu', '某某', 'officer'],
    reviewer: [education, 'reviewer.jiaoyu', '某某', 'reviewer'],
    head: [education, 'head.jiaoyu', '某某', 'head'],
    stranger: [lakeside, 'officer.linhu', '某某', 'officer', 'handler', 'reviewer', 'head'],
    office: [office, 'office', '某某', 'supervisor'],
  });
  await plantAll();
  await deliverEvents(platform, modulesInOrder(modules), new AbortController().signal);
});
afterAll(() => district.close());

describe('what is not public', () => {
  it('is really there: the unit’s own officer reads it', async () => {
    const answers = await everything('officer');
    for (const word of planted) expect(answers.includes(word), word).toBe(true);
    expect(sealed.filter((word) => answers.includes(word))).toEqual([]);
  });

  it('is on no route for a visitor', async () => {
    const answers = await everything('visitor');
    expect([...planted, ...sealed].filter((word) => answers.includes(word))).toEqual([]);
    expect(answers).toContain('人人可读的正文');
  });

  it('is on no route for another unit’s people', async () => {
    const answers = await everything('stranger');
    expect([...planted, ...sealed].filter((word) => answers.includes(word))).toEqual([]);
    expect(answers).toContain('人人可读的正文');
  });
});

/** Letters alone: digits may look like somebody's number, and that holds up a publication. */
function letters(): string {
  return [...randomBytes(12)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('');
}

function plant(where: string): string {
  const word = `${LURE}${where}${letters()}`;
  planted.push(word);
  return word;
}

async function plantAll(): Promise<void> {
  const { service } = modules.publications;
  targets.open = await adopt(policyContent({ text: '人人可读的正文。' }));
  targets.draft = await plantDraft();
  targets.masked = await plantMasked();
  targets.amended = await plantAmendment(targets.open.number ?? 0);
  targets.removed = await plantRemoved();
  targets.received = await plantReceived();
  targets.case = await plantCase();
  targets.request = await plantRequest();
  targets.withheld = await target(await draft(policyContent({ title: plant('不予公开标题') })));
  await service.determinations.determine(people.head, targets.withheld.id, {
    attribute: 'withheld',
    manner: 'open',
    legalBasis: 'art16.2',
    reason: plant('不予公开理由'),
  });
}

async function plantDraft(): Promise<Target> {
  const { service } = modules.publications;
  const id = await draft(policyContent());
  const file = await upload(id, `${plant('附件文字')}。`);
  const draftContent = policyContent({
    title: plant('草稿标题'),
    text: plant('草稿正文'),
    fields: { summary: plant('草稿要素') },
    attachments: [{ ...file, name: `${plant('附件名称')}.txt` }],
    relations: [{ type: 'basis', title: plant('依据名称') }],
  });
  await service.drafting.edit(people.officer, id, { edit: 1, content: draftContent, releaseNote: plant('预期管理') });
  await service.determinations.determine(people.head, id, {
    attribute: 'proactive',
    manner: 'open',
    legalBasis: 'cat20.1',
    reason: plant('认定理由'),
  });
  const { draft: open } = await service.view.get(people.officer, id);
  await service.reviews.submit(people.officer, id, open?.edit ?? 0);
  const [step] = (await service.view.get(people.reviewer, id)).steps.filter((one) => one.unit === 'owner');
  await service.reviews.review(step?.roles.includes('reviewer') ? people.reviewer : people.head, id, {
    step: step?.code ?? '',
    decision: 'returned',
    contentHash: open?.contentHash ?? '',
    comment: plant('退回理由'),
    remarks: [{ place: 'title', text: plant('审核意见') }],
  });
  const autosave = { edit: open?.edit ?? 0, content: { ...draftContent, title: plant('未保存') } };
  await service.drafting.autosave(people.officer, id, autosave);
  return target(id);
}

async function plantMasked(): Promise<Target> {
  const { service } = modules.publications;
  const id = await draft(
    policyContent({ text: `当事人身份证号：${IDENTITY}。`, fields: { summary: `证件身份证号：${IDENTITY}` } }),
  );
  planted.push(IDENTITY);
  const { findings, draft: open } = await service.view.get(people.officer, id);
  const [first, second] = findings;
  await service.findings.override(people.head, id, second?.id ?? '', plant('保留理由'));
  await service.findings.mask(people.officer, id, { edit: open?.edit ?? 0, findingIds: [first?.id ?? ''] });
  return target(id);
}

/** A letter brought to the counter, with a note and an answer in hand. */
async function plantCase(): Promise<Target> {
  const { receiving, handling, routing, replies, view } = modules.cases.service;
  const { id } = await receiving.receive(
    people.officer,
    {
      kind: 'enquiry',
      title: plant('来信标题'),
      text: plant('来信正文'),
      unitId,
      applicant: {
        name: secret('姓名'),
        phone: '13812345678',
        email: `${letters()}@example.cn`,
        address: secret('住址'),
      },
    },
    { channel: 'counter', files: [], form: null },
  );
  sealed.push('13812345678');
  const version = async () => (await view.get(people.officer, id)).version;
  await routing.accept(people.officer, id, await version());
  await handling.note(people.officer, id, { text: plant('内部备注') });
  await replies.draft(people.officer, id, { edit: 0, text: plant('答复草稿'), findingsReason: null });
  return { id, number: null, versionIds: [], sha256: [] };
}

/** Sealed: not even the unit’s own people read it without a recorded reason. */
function secret(where: string): string {
  const word = `${LURE}${where}${letters()}`;
  sealed.push(word);
  return word;
}

/** A request for information in the middle of its procedure, with everything that people write into its file. */
async function plantRequest(): Promise<Target> {
  const { takingIn, receipt, communication, consultation, decisions, extension } = modules.disclosureRequests.service;
  const { routing, view } = modules.cases.service;
  const today = localDateAt(platform.clock.now());
  const { id } = await takingIn.register(people.officer, {
    title: plant('申请的信息'),
    text: plant('申请内容'),
    unitId,
    category: 'natural',
    wantedForm: 'paper',
    wantedWay: 'mail',
    arrival: 'counter',
    submittedOn: today,
    applicant: {
      name: secret('申请人'),
      phone: '13812345679',
      email: `${letters()}@example.cn`,
      address: secret('申请人住址'),
      identityNumber: '110101199003075242',
    },
  });
  sealed.push('13812345679', '110101199003075242');
  const version = async () => (await view.get(people.officer, id)).version;
  await routing.accept(people.officer, id, await version());
  const evidence = plant('身份证明');
  await receipt.checkIdentity(people.officer, id, { version: await version(), evidence, category: 'natural' });
  await communication.logContact(people.officer, id, { topic: 'guidance', text: plant('沟通内容') });
  await communication.sort(people.officer, id, { topic: plant('业务领域'), abuseReason: plant('不当行使') });
  await communication.confer(people.officer, id, {
    heldOn: today,
    attendees: plant('会商人员'),
    legalAdviser: plant('法律顾问'),
    opinion: plant('会商意见'),
  });
  await consultation.consult(people.officer, id, {
    version: await version(),
    whom: 'thirdParty',
    name: plant('第三方'),
    asked: plant('征求内容'),
  });
  await extension.propose(people.officer, id, { version: await version(), workdays: 5, reason: plant('延期理由') });
  const content = { result: 'partial', reasons: plant('决定理由'), items: [{ name: plant('提供的信息') }] } as const;
  await decisions.draft(people.officer, id, { edit: 0, content: { ...content, items: [...content.items] } });
  return { id, number: null, versionIds: [], sha256: [] };
}

/** Handed in by an office system: what it tells beside the document is for staff alone. */
async function plantReceived(): Promise<Target> {
  const { intake, sources } = modules.exchange.service.intake;
  const { key } = await sources.create(people.office, { name: plant('来文系统'), unitIds: [unitId] });
  const source = await sources.authenticate(`Bearer ${key}`);
  const { state } = await intake.deliver({
    source,
    metadata: {
      sourceId: plant('来文编号'),
      title: plant('来文标题'),
      text: plant('来文正文'),
      signer: plant('签发人'),
      disclosure: { attribute: '主动公开', reason: plant('建议理由') },
      tags: [plant('目录外标签')],
    },
    text: null,
    attachments: [],
  });
  return target(state.id);
}

async function plantAmendment(number: number): Promise<Target> {
  const { service } = modules.publications;
  const { id } = targets.open ?? { id: '' };
  const { version } = await service.view.get(people.officer, id);
  await service.drafting.amend(people.officer, id, version);
  const { draft: open } = await service.view.get(people.officer, id);
  if (!open) throw new Error('no draft');
  await service.drafting.edit(people.officer, id, {
    edit: open.edit,
    content: { ...open.content, title: plant('新版标题'), body: body(plant('新版正文')) },
    changeNote: plant('新版说明'),
  });
  return { ...(await target(id)), number };
}

async function plantRemoved(): Promise<Target> {
  const { service } = modules.publications;
  const file = await district.store(`${plant('误发附件')}。`);
  const named = { ...file, name: `${plant('误发附件名')}.txt` };
  const adopted = await adopt(
    policyContent({
      title: plant('误发标题'),
      text: plant('误发正文'),
      fields: { summary: plant('误发要素') },
      attachments: [named],
    }),
    [named],
  );
  await deliverEvents(platform, modulesInOrder(modules), new AbortController().signal);
  const { version } = await service.view.get(people.officer, adopted.id);
  await service.ends.remove(people.officer, adopted.id, { version, reason: '误发内部材料，已移除' });
  return adopted;
}

async function draft(of: Content): Promise<string> {
  const input = { kind: 'policyDocument', unitId, content: of };
  return (await modules.publications.service.drafting.create(people.officer, input)).id;
}

async function adopt(of: Content, files: readonly AttachmentRef[] = []): Promise<Target> {
  return target((await district.takeIn(of, files)).id);
}

async function target(id: string): Promise<Target> {
  const { service } = modules.publications;
  const detail = await service.view.get(people.officer, id);
  return {
    id,
    number: detail.number,
    versionIds: (await service.view.versions(people.officer, id)).map((version) => version.id),
    sha256: detail.attachments.map((file) => file.sha256),
  };
}

async function upload(id: string, text: string) {
  const file = await district.store(text);
  await modules.publications.service.uploads.add(people.officer, id, { ...file, hash: file.sha256 });
  return file;
}

/** Everything that every route answers to this caller, asked with every id there is. */
async function everything(caller: 'visitor' | 'officer' | 'stranger'): Promise<string> {
  const answers: string[] = [];
  for (const route of app.routes) {
    if (route.url === '/api/session' && route.method === 'DELETE') continue;
    for (const url of addressesOf(route)) answers.push(await ask(caller, route, url));
  }
  return answers.join('\n');
}

function addressesOf({ url, method }: RegisteredRoute): string[] {
  const search = method === 'GET' ? `?text=${encodeURIComponent(LURE)}&q=${encodeURIComponent(LURE)}&pageSize=100` : '';
  if (!/[:*]/.test(url)) return [url + search];
  const all = Object.values(targets).flatMap(({ id, number, versionIds, sha256 }) =>
    (versionIds.length > 0 ? versionIds : [id]).flatMap((versionId) =>
      (sha256.length > 0 ? sha256 : ['0'.repeat(64)]).map(
        (hash) => fill(url, { id, number, versionId, hash }) + search,
      ),
    ),
  );
  return [...new Set(all)];
}

function fill(url: string, of: { id: string; number: number | null; versionId: string; hash: string }): string {
  return url
    .replace(/:year\b/g, '2026')
    .replace(/:(number|page|seq)\b/g, String(of.number ?? 1))
    .replace(/:ordinal\b/g, '1')
    .replace(/:sha256\b/g, of.hash)
    .replace(/:versionId\b/g, of.versionId)
    .replace(/:code\b/g, 'jiaoyu')
    .replace(/:\w+/g, of.id)
    .replaceAll('*', 'nothing-here');
}

async function ask(caller: 'visitor' | 'officer' | 'stranger', route: RegisteredRoute, url: string): Promise<string> {
  // The owner only reads: the others’ attempts to change must find everything as it was planted.
  if (caller === 'officer' && route.method !== 'GET') return '';
  const method = route.method as 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  const response = await app.server.inject({
    method,
    url,
    headers: caller === 'visitor' ? {} : await signedIn(caller),
    ...(method === 'GET' || method === 'DELETE' ? {} : { payload: SAMPLE }),
  });
  return `${JSON.stringify(response.headers)}\n${response.body}`;
}

/** Enough of every kind of act that those who may pass the schema’s gate. */
const SAMPLE = {
  edit: 1,
  version: 1,
  contentHash: 'f'.repeat(64),
  reason: '试一试能否办理',
  resolution: '试一试',
  step: 'first',
  decision: 'approved',
  place: 'title',
  text: LURE,
  findingIds: ['00000000-0000-4000-8000-000000000000'],
  intoNumber: 1,
  attribute: 'proactive',
  legalBasis: 'cat20.1',
  at: '2026-12-31T09:00:00+08:00',
};

const known = new Map<string, Promise<Record<string, string>>>();
function signedIn(caller: 'officer' | 'stranger'): Promise<Record<string, string>> {
  const actor = people[caller];
  if (actor.type !== 'person') throw new Error('people sign in');
  const headers = known.get(caller) ?? district.signedIn(actor.personId);
  known.set(caller, headers);
  return headers;
}
