import type { Actor } from '../../kernel/permissions.ts';
import type { Database } from '../../platform/db/database.ts';
import { openTestPlatform } from '../../platform/platform.fixtures.ts';
import { attachmentsMigrations, attachmentsModule } from '../attachments/index.ts';
import { calendarMigrations, calendarModule } from '../calendar/index.ts';
import { organisationsMigrations, organisationsModule } from '../organisations/index.ts';
import { smallDistrict, staff } from '../organisations/organisations.fixtures.ts';
import { transparencyMigrations, transparencyModule } from '../transparency/index.ts';
import { Content } from './content/content.contract.ts';
import { publicationsMigrations, publicationsModule } from './index.ts';
import type { PublicationKind } from './kinds/publication-kind.ts';
import type { PublicationsServices } from './publications.services.ts';

export const publicationTestMigrations = [
  ...calendarMigrations,
  ...organisationsMigrations,
  ...transparencyMigrations,
  ...attachmentsMigrations,
  ...publicationsMigrations,
];

/** A document that wants an interpretation when it is normative; three people review it. */
export const NOTICE: PublicationKind = {
  code: 'notice',
  name: '公告',
  dateField: 'issuedOn',
  fields: [
    { code: 'documentNumber', label: '发文字号', type: 'documentNumber', required: true },
    { code: 'issuer', label: '发文机关', type: 'issuer', required: true },
    { code: 'issuedOn', label: '成文日期', type: 'date', required: true },
    { code: 'normative', label: '规范性文件', type: 'boolean', required: false },
    { code: 'topics', label: '主题', type: 'tags', required: false },
    { code: 'note', label: '内部备注', type: 'text', required: false, internal: true },
  ],
  body: 'required',
  attachments: { required: false, max: 10 },
  relations: [
    { code: 'basis', label: '依据', reverseLabel: '据此制定', target: 'either' },
    { code: 'repeals', label: '废止', reverseLabel: '被废止', target: 'either', isBinding: true },
  ],
  reviewSteps: [
    { code: 'first', name: '初审', group: 'review', roles: ['reviewer', 'deputyHead', 'head'], unit: 'owner' },
    { code: 'second', name: '二审', group: 'review', roles: ['reviewer', 'deputyHead', 'head'], unit: 'owner' },
    { code: 'final', name: '终审', group: 'review', roles: ['deputyHead', 'head'], unit: 'owner' },
    {
      code: 'legality',
      name: '合法性审核',
      group: 'legality',
      roles: ['supervisor', 'reviewer'],
      unit: 'office',
      when: { field: 'normative', oneOf: ['true'] },
    },
  ],
  columns: [{ code: 'policy', name: '政策文件' }],
  elementChecks: [
    { check: 'numberForm', field: 'documentNumber', severity: 'blocks' },
    { check: 'uniqueNumber', field: 'documentNumber', severity: 'blocks' },
    { check: 'internalLinks', severity: 'blocks' },
  ],
  together: {
    kind: 'reading',
    relation: 'interprets',
    when: { field: 'normative', oneOf: ['true'] },
    message: '还没有解读，请同步起草解读。',
  },
};

export const READING: PublicationKind = {
  code: 'reading',
  name: '解读',
  fields: [],
  body: 'required',
  attachments: { required: false, max: 10 },
  relations: [{ code: 'interprets', label: '解读的文件', reverseLabel: '解读', target: 'publication' }],
  reviewSteps: [{ code: 'first', name: '初审', group: 'review', roles: ['reviewer', 'head'], unit: 'owner' }],
  columns: [{ code: 'reading', name: '政策解读' }],
  elementChecks: [],
};

export type TestDoor = Awaited<ReturnType<typeof openTestDoor>>;

/** A district with people enough for three reviews, and the real services of every module below the door. */
export async function openTestDoor(database: Database, options: { now?: string; smtp?: string } = {}) {
  const platform = await openTestPlatform({ database, ...options });
  const calendar = calendarModule(platform);
  const organisations = organisationsModule(platform);
  const transparency = transparencyModule(platform);
  const attachments = attachmentsModule(platform);
  const publications = publicationsModule(platform, {
    organisations: organisations.service,
    calendar: calendar.service,
    log: transparency.service,
    attachments: attachments.service,
  });
  publications.service.kinds.register(NOTICE);
  publications.service.kinds.register(READING);
  const register = organisations.service;
  const units = await smallDistrict(register);
  const people = await staff(register, {
    office: [units.office, 'office', '周宁', 'supervisor'],
    officer: [units.education, 'officer.jiaoyu', '李明', 'officer'],
    handler: [units.education, 'handler.jiaoyu', '何静', 'handler'],
    first: [units.education, 'first.jiaoyu', '吴敏', 'reviewer'],
    second: [units.education, 'second.jiaoyu', '郑浩', 'reviewer'],
    head: [units.education, 'head.jiaoyu', '王芳', 'head'],
    stranger: [units.lakeside, 'officer.linhu', '赵强', 'officer'],
  });
  return {
    platform,
    organisations: register,
    transparency: transparency.service,
    modules: { calendar, organisations, transparency, attachments, publications },
    service: publications.service,
    units,
    people,
  };
}

let serial = 0;

/** A complete notice; every one has a number of its own. */
export function notice(
  more: { title?: string; text?: string; fields?: object } & Record<string, unknown> = {},
): Content {
  serial += 1;
  const { title = `关于第${serial}项工作的公告`, text = '居民可以到服务窗口办理。', fields = {}, ...rest } = more;
  return Content.parse({
    title,
    fields: { documentNumber: `明教〔2026〕${serial}号`, issuer: '明湖区教育局', issuedOn: '2026-02-27', ...fields },
    body: body(text),
    ...rest,
  });
}

export function body(...paragraphs: readonly string[]) {
  return {
    type: 'doc' as const,
    content: paragraphs.map((text, index) => ({
      type: 'paragraph' as const,
      attrs: { id: `p${index + 1}` },
      content: [{ type: 'text' as const, text }],
    })),
  };
}

type Services = Pick<TestDoor, 'service' | 'people' | 'units'>;

/** Drafted by the officer; determined for everybody to see unless told otherwise. */
export async function draft(
  { service, people, units }: Services,
  content: Content = notice(),
  more: { kind?: string; by?: Actor; determined?: boolean } = {},
): Promise<string> {
  const by = more.by ?? people.officer;
  const { id } = await service.drafting.create(by, {
    kind: more.kind ?? 'notice',
    unitId: units.education.id,
    content,
  });
  if (more.determined !== false) await determine({ service, people }, id);
  return id;
}

export function determine({ service, people }: Pick<Services, 'service' | 'people'>, id: string): Promise<void> {
  return service.determinations.determine(people.head, id, {
    attribute: 'proactive',
    manner: 'open',
    legalBasis: 'cat20.1',
    reason: '涉及公众利益，应当主动公开',
  });
}

export async function contentHashOf(service: PublicationsServices, actor: Actor, id: string): Promise<string> {
  const { draft: open, current } = await service.view.get(actor, id);
  return (open ?? current)?.contentHash ?? '';
}

/** Submitted and approved by everybody the kind asks. */
export async function approve({ service, people }: Services, id: string): Promise<string> {
  const before = await service.view.get(people.officer, id);
  await service.reviews.submit(people.officer, id, before.draft?.edit ?? 0);
  const reviewers: Readonly<Record<string, Actor>> = {
    first: people.first,
    second: people.second,
    final: people.head,
    legality: people.office,
  };
  for (const { code } of before.steps) {
    const contentHash = before.draft?.contentHash ?? '';
    await service.reviews.review(reviewers[code] ?? people.first, id, {
      step: code,
      decision: 'approved',
      contentHash,
      remarks: [],
    });
  }
  return before.draft?.contentHash ?? '';
}

/** Public, with its permanent number. */
export async function publish(door: Services, content?: Content): Promise<{ id: string; number: number }> {
  const id = await draft(door, content);
  await door.service.publishing.publish(door.people.officer, id, await approve(door, id));
  return { id, number: (await door.service.view.get(door.people.officer, id)).number ?? 0 };
}
