import type { Actor } from '../../kernel/permissions.ts';
import type { Role } from '../../kernel/roles.ts';
import type { Database } from '../../platform/db/database.ts';
import { openTestPlatform } from '../../platform/platform.fixtures.ts';
import { attachmentsMigrations, attachmentsModule } from '../attachments/index.ts';
import { calendarMigrations, calendarModule } from '../calendar/index.ts';
import { organisationsMigrations, organisationsModule } from '../organisations/index.ts';
import { addPerson, smallDistrict } from '../organisations/organisations.fixtures.ts';
import type { CaseReceipt, ReceiveInput } from './case-senders.contract.ts';
import type { CaseView } from './cases.contract.ts';
import { type ClockRule, SHIPPED_CLOCK_RULES } from './clock/clock-rules.ts';
import { casesMigrations, casesModule } from './index.ts';
import type { CaseKind } from './kinds/case-kind.ts';

export const caseTestMigrations = [
  ...calendarMigrations,
  ...organisationsMigrations,
  ...attachmentsMigrations,
  ...casesMigrations,
];

/** Two people look at a reply before it is sent. */
export const QUESTION: CaseKind = {
  code: 'question',
  label: '网上咨询',
  numberPrefix: 'ZX',
  procedure: 'message',
  clock: { ordinary: { reply: 'message.enquiry' }, simple: 'message.simple' },
  channels: ['portal', 'counter', 'phone', 'hotline12345'],
  form: {
    title: 'optional',
    applicant: { name: 'optional', phone: 'optional', email: 'optional' },
    mayBeAnonymous: true,
    fields: [],
    maxFiles: 3,
  },
  reviewSteps: [
    { code: 'first', name: '初审', roles: ['reviewer', 'head'], unit: 'holder' },
    { code: 'final', name: '终审', roles: ['deputyHead', 'head'], unit: 'holder' },
  ],
  isSelectable: true,
  asksSatisfaction: true,
  senderMay: { askOnDays: 15, supplements: 3 },
};

/** The office approves; the sender has to say who he is. */
export const LETTER: CaseKind = {
  ...QUESTION,
  code: 'letter',
  label: '领导信箱',
  numberPrefix: 'XX',
  procedure: 'message',
  clock: { ordinary: { reply: 'message.mailbox' }, simple: null },
  form: {
    title: 'required',
    applicant: { name: 'required', phone: 'required', address: 'optional', identityNumber: 'optional' },
    mayBeAnonymous: false,
    fields: [{ code: 'place', label: '发生地点', required: false, maxLength: 50 }],
    maxFiles: 1,
  },
  reviewSteps: [{ code: 'office', name: '主管部门审核', roles: ['supervisor'], unit: 'office' }],
};

/** Nobody reviews a reply. */
export const ERROR_REPORT: CaseKind = {
  ...QUESTION,
  code: 'report',
  label: '网站纠错',
  numberPrefix: 'JC',
  procedure: 'message',
  clock: { ordinary: { reply: 'siteError.reply' }, simple: null },
  reviewSteps: [],
  isSelectable: false,
};

/** Read by those alone who are named for it; two people look at the reply. */
export const CONFIDENTIAL: CaseKind = {
  ...LETTER,
  code: 'confidential',
  label: '负责人信箱',
  numberPrefix: 'MX',
  form: { ...LETTER.form, title: 'optional', applicant: { name: 'optional' }, mayBeAnonymous: true },
  readBy: 'named',
  reviewSteps: QUESTION.reviewSteps,
};

export type TestCases = Awaited<ReturnType<typeof openTestCases>>;

/** The door in of a small district with four kinds and people of every role; 2026-03-02 09:00 in Shanghai, a Monday. */
export async function openTestCases(
  database: Database,
  options: { now?: string; smtp?: string; ruleRows?: readonly ClockRule[] } = {},
) {
  const { ruleRows, ...rest } = options;
  const platform = await openTestPlatform({ database, ...rest });
  const calendar = calendarModule(platform);
  const organisations = organisationsModule(platform);
  const attachments = attachmentsModule(platform);
  const below = {
    organisations: organisations.service,
    calendar: calendar.service,
    attachments: attachments.service,
  };
  const cases = casesModule(platform, below, ruleRows ?? SHIPPED_CLOCK_RULES);
  for (const kind of [QUESTION, LETTER, ERROR_REPORT, CONFIDENTIAL]) cases.service.kinds.register(kind);
  const register = organisations.service;
  const units = await smallDistrict(register);
  const add = async (unit: { id: string }, account: string, name: string, ...roles: Role[]) =>
    (await addPerson(register, unit, account, name, ...roles)).actor;
  const people = {
    office: await add(units.office, 'office', '周宁', 'supervisor'),
    officer: await add(units.education, 'officer.jiaoyu', '李明', 'officer'),
    second: await add(units.education, 'second.jiaoyu', '孙燕', 'officer'),
    handler: await add(units.education, 'handler.jiaoyu', '何静', 'handler'),
    reviewer: await add(units.education, 'reviewer.jiaoyu', '吴敏', 'reviewer'),
    head: await add(units.education, 'head.jiaoyu', '王芳', 'head'),
    deputy: await add(units.education, 'deputy.jiaoyu', '郑浩', 'deputyHead'),
    stranger: await add(units.lakeside, 'officer.linhu', '赵强', 'officer'),
    auditor: await add(units.government, 'auditor', '钱审', 'auditor'),
  };
  return { platform, service: cases.service, modules: { calendar, organisations, attachments, cases }, units, people };
}

export const VISITOR: Actor = { type: 'visitor' };
export const ORIGIN = { connection: '198.51.100.7', browser: null };
let serial = 0;

/** Handed in on the portal by a form that was open for a minute, each time from another connection and with other words. */
export async function receive(
  { platform, service, units }: Pick<TestCases, 'platform' | 'service' | 'units'>,
  input: Partial<ReceiveInput> = {},
  from: { connection?: string; browser?: string | null; honeypot?: string } = {},
): Promise<CaseReceipt> {
  serial += 1;
  const token = shown(platform, service);
  return service.receiving.receive(
    VISITOR,
    { kind: 'question', text: `请问第${serial}项业务怎么办理？`, unitId: units.education.id, ...input },
    {
      channel: 'portal',
      files: [],
      form: { token, honeypot: '', connection: `198.51.100.${serial}`, browser: null, ...from },
    },
  );
}

/** Of a form that was shown a minute ago. */
export function shown(platform: TestCases['platform'], service: TestCases['service']): string {
  const now = platform.clock.now();
  platform.clock.set(new Date(now.getTime() - 60_000));
  const token = service.forms.token();
  platform.clock.set(now);
  return token;
}

/** Accepted by the officer. */
export async function accepted(door: TestCases, input: Partial<ReceiveInput> = {}): Promise<CaseView> {
  const { id } = await receive(door, input);
  const { version } = await door.service.view.get(door.people.officer, id);
  await door.service.routing.accept(door.people.officer, id, version);
  return door.service.view.get(door.people.officer, id);
}

/** With a reply by the handler that is being reviewed. */
export async function drafted(door: TestCases, text = '您好，请到服务窗口办理。', id?: string): Promise<CaseView> {
  const { service, people } = door;
  const caseId = id ?? (await accepted(door)).id;
  const before = await service.view.get(people.handler, caseId);
  const edit = before.replies.find((reply) => reply.state === 'draft')?.edit ?? 0;
  await service.replies.draft(people.handler, caseId, { edit, text, findingsReason: null });
  await service.replies.submit(people.handler, caseId, { version: before.version, edit: edit + 1 });
  return service.view.get(people.handler, caseId);
}

/** With a reply that everybody approved. */
export async function approved(door: TestCases, text?: string, id?: string): Promise<CaseView> {
  const { service, people } = door;
  const before = await drafted(door, text, id);
  const reviewers: Readonly<Record<string, Actor>> = {
    first: people.reviewer,
    final: people.head,
    office: people.office,
  };
  const draft = before.replies.find((reply) => reply.state === 'draft');
  for (const { code } of draft?.steps ?? []) {
    const { version } = await service.view.get(people.office, before.id);
    await service.replies.review(reviewers[code] ?? people.head, before.id, {
      version,
      step: code,
      edit: draft?.edit ?? 0,
      decision: 'approved',
    });
  }
  return service.view.get(people.officer, before.id);
}

/** Answered. */
export async function replied(door: TestCases, text?: string, id?: string): Promise<CaseView> {
  const { service, people } = door;
  const ready = await approved(door, text, id);
  const edit = ready.replies.find((reply) => reply.state === 'draft')?.edit ?? 0;
  await service.replies.send(people.officer, ready.id, { version: ready.version, edit });
  return service.view.get(people.officer, ready.id);
}
