import { composeModules, migrateApp } from '../../app.ts';
import type { Actor } from '../../kernel/permissions.ts';
import type { Role } from '../../kernel/roles.ts';
import { openTestPlatform, type TestPlatformOptions } from '../../platform/platform.fixtures.ts';
import type { CaseReceipt } from '../cases/index.ts';
import { addPerson, smallDistrict } from '../organisations/organisations.fixtures.ts';
import type { ApplyInput, RegisterRequestInput } from './requests/requests.contract.ts';
import type { DecisionContentInput } from './results/decision-content.contract.ts';
import type { RequestView } from './viewing/request-view.contract.ts';

export type TestRequests = Awaited<ReturnType<typeof openTestRequests>>;

/** A small district that takes requests in; 2026-03-02 09:00 in Shanghai, a Monday, unless told otherwise. */
export async function openTestRequests(options: TestPlatformOptions = {}) {
  const platform = await openTestPlatform(options);
  const modules = composeModules(platform);
  await migrateApp(platform, modules);
  const register = modules.organisations.service;
  const units = await smallDistrict(register);
  const add = async (unit: { id: string }, account: string, name: string, ...roles: Role[]) =>
    (await addPerson(register, unit, account, name, ...roles)).actor;
  const people = {
    office: await add(units.office, 'office', '周宁', 'supervisor'),
    officer: await add(units.education, 'officer.jiaoyu', '李明', 'officer'),
    handler: await add(units.education, 'handler.jiaoyu', '何静', 'handler'),
    reviewer: await add(units.education, 'reviewer.jiaoyu', '吴敏', 'reviewer'),
    head: await add(units.education, 'head.jiaoyu', '王芳', 'head'),
    stranger: await add(units.lakeside, 'officer.linhu', '赵强', 'officer'),
    auditor: await add(units.government, 'auditor', '钱审', 'auditor'),
  };
  const service = modules.disclosureRequests.service;
  await service.remedyBodies.put(people.office, REMEDY_BODIES);
  return {
    platform,
    modules,
    service,
    cases: modules.cases.service,
    units,
    people,
    close: () => platform.close(),
    /** The clock of the program moves to nine o'clock of that day in Shanghai. */
    on: (day: string) => platform.clock.set(new Date(`${day}T01:00:00Z`)),
  };
}

/** To whom those turn who are not content with an answer of most units. */
export const REMEDY_BODIES = {
  scope: 'others',
  reconsiderationBody: '明湖区人民政府',
  reconsiderationAddress: '明湖路1号',
  reconsiderationPhone: '021-60000000',
  internetChannel: 'https://fuyi.example.cn/',
  court: '明湖区人民法院',
  courtAddress: null,
  version: 0,
} as const;

const APPLICANT = {
  name: '陈晓东',
  phone: '13900000000',
  email: null,
  address: '明湖路2号',
  identityNumber: '110101199003070011',
};

export function applyInput(door: TestRequests, more: Partial<ApplyInput> = {}): ApplyInput {
  return {
    title: '2025年学区划分方案',
    text: '申请公开2025年学区划分方案及论证材料。',
    unitId: door.units.education.id,
    category: 'natural',
    wantedForm: 'paper',
    wantedWay: 'mail',
    applicant: APPLICANT,
    ...more,
  };
}

/** Handed in at the counter today, so that its term runs at once. */
export function atCounter(door: TestRequests, more: Partial<RegisterRequestInput> = {}): Promise<CaseReceipt> {
  const submittedOn = door.platform.clock.now().toISOString().slice(0, 10) as RegisterRequestInput['submittedOn'];
  return door.service.takingIn.register(door.people.officer, {
    ...applyInput(door),
    arrival: 'counter',
    submittedOn,
    ...more,
  } as RegisterRequestInput);
}

/** The file as it stands for the officer. */
export function fileOf(door: TestRequests, id: string, actor: Actor = door.people.officer): Promise<RequestView> {
  return door.service.view.get(actor, id);
}

export async function versionOf(door: TestRequests, id: string): Promise<number> {
  return (await fileOf(door, id, door.people.office)).case.version;
}

export async function accept(door: TestRequests, id: string): Promise<void> {
  await door.cases.routing.accept(door.people.officer, id, await versionOf(door, id));
}

/** Drafted, submitted, reviewed by two and sent. */
export async function decide(door: TestRequests, id: string, content: DecisionContentInput): Promise<RequestView> {
  const { service, people, cases } = door;
  const before = await fileOf(door, id);
  const edit = before.case.replies.find((reply) => reply.state === 'draft')?.edit ?? 0;
  await service.decisions.draft(people.handler, id, { edit, content });
  await service.decisions.submit(people.handler, id, { version: await versionOf(door, id), edit: edit + 1 });
  for (const [actor, step] of [
    [people.reviewer, 'examination'],
    [people.head, 'signing'],
  ] as const)
    await cases.replies.review(actor, id, {
      version: await versionOf(door, id),
      step,
      edit: edit + 1,
      decision: 'approved',
    });
  await service.decisions.send(people.handler, id, { version: await versionOf(door, id), edit: edit + 1 });
  return fileOf(door, id);
}

export const OPEN: DecisionContentInput = {
  result: 'open',
  way: 'supplied',
  items: [{ name: '2025年学区划分方案' }],
  articles: ['《政府信息公开条例》第三十六条第（二）项'],
  supply: '随本告知书以纸质件邮寄',
  isSuppliedElsewhere: true,
  reasons: '经审查，该方案属于可以公开的政府信息。',
};
