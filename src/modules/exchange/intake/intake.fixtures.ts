import type { Actor } from '../../../kernel/permissions.ts';
import type { Database } from '../../../platform/db/database.ts';
import { createServer, type HttpServer } from '../../../platform/http/server.ts';
import { openTestPlatform, type TestPlatform } from '../../../platform/platform.fixtures.ts';
import type { Platform } from '../../../platform/platform.ts';
import { attachmentsMigrations, attachmentsModule } from '../../attachments/index.ts';
import { docxFile, paragraph } from '../../attachments/office.fixtures.ts';
import { calendarMigrations, calendarModule } from '../../calendar/index.ts';
import { libraryMigrations, libraryModule } from '../../library/index.ts';
import { organisationsMigrations, organisationsModule } from '../../organisations/index.ts';
import { smallDistrict, staff } from '../../organisations/organisations.fixtures.ts';
import { publicationsMigrations, publicationsModule } from '../../publications/index.ts';
import { transparencyMigrations, transparencyModule } from '../../transparency/index.ts';
import { exchangeMigrations, exchangeModule } from '../index.ts';
import type { IntakeState } from './intake.contract.ts';

export const SYSTEM: Actor = { type: 'system' };

export const intakeTestMigrations = [
  ...calendarMigrations,
  ...organisationsMigrations,
  ...transparencyMigrations,
  ...attachmentsMigrations,
  ...publicationsMigrations,
  ...libraryMigrations,
  ...exchangeMigrations,
];

export type TestIntake = Awaited<ReturnType<typeof openTestIntake>>;

/** The exchange over real modules with a small district and a key of its 教育局. */
export async function openTestIntake(
  database: Database,
  options: { env?: Record<string, string>; log?: Platform['log'] } = {},
) {
  const opened = await openTestPlatform({ database, env: options.env ?? {} });
  const platform: TestPlatform = options.log ? { ...opened, log: options.log } : opened;
  const modules = composed(platform);
  const organisations = modules.organisations.service;
  const units = await smallDistrict(organisations);
  const people = await staff(organisations, {
    office: [units.office, 'office', '周宁', 'supervisor'],
    officer: [units.education, 'officer.jiaoyu', '李明', 'officer'],
    stranger: [units.lakeside, 'officer.linhu', '赵强', 'officer'],
  });
  await modules.library.service.topics.createTopic(SYSTEM, topic('教育'));
  await modules.library.service.topics.createTag(SYSTEM, tag('入学'));
  const { app } = await createServer({ platform, identify: async () => ({ type: 'visitor' }) });
  for (const module of Object.values(modules)) module.routes?.(app as HttpServer);
  await app.ready();
  const { intake } = modules.exchange.service;
  const { source, key } = await intake.sources.create(people.office, {
    name: '明湖区教育局OA',
    unitIds: [units.education.id],
  });
  return {
    platform,
    modules,
    units,
    people,
    app,
    intake,
    source,
    key,
    close: async () => {
      await app.close();
      await platform.close();
    },
  };
}

function composed(platform: Platform) {
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
  const below = { organisations: organisations.service, publications: publications.service };
  const library = libraryModule(platform, below);
  const services = {
    ...below,
    calendar: calendar.service,
    attachments: attachments.service,
    library: library.service,
    log: transparency.service,
  };
  const exchange = exchangeModule(platform, { ...services, calendar: calendar.service });
  return { calendar, organisations, transparency, attachments, publications, library, exchange };
}

function topic(name: string) {
  return {
    code: 'education',
    name,
    kind: 'class' as const,
    description: '',
    leadUnitId: null,
    tags: [],
    audiences: [],
    sort: 1,
    retiredOn: null,
  };
}

function tag(name: string) {
  return { name, family: '教育', audiences: [], since: '2026-01-01' as never, retiredOn: null, replacedBy: null };
}

/** A document as an office writes it: letterhead, number, title, text, signature. */
export function officialDocx(more: { title?: string; number?: string; text?: string; head?: string } = {}): Buffer {
  const {
    title = '关于做好2026年义务教育入学工作的通知',
    number = '明教〔2026〕12号',
    text = '坚持免试就近入学。',
    head,
  } = more;
  const centred = '<w:pPr><w:jc w:val="center"/></w:pPr>';
  return docxFile(
    [
      ...(head ? [paragraph(head)] : []),
      paragraph('明湖区教育局文件', centred),
      paragraph(number, centred),
      paragraph(title, centred),
      paragraph('各学校：'),
      paragraph(text),
      paragraph('明湖区教育局'),
      paragraph('2026年2月27日'),
    ].join(''),
  );
}

export interface Part {
  readonly name: string;
  readonly file?: string;
  readonly type?: string;
  readonly bytes: Buffer | string;
}

/** multipart/form-data as a program sends it. */
export function form(parts: readonly Part[]): { payload: Buffer; headers: Record<string, string> } {
  const pieces = parts.flatMap(({ name, file, type, bytes }) => [
    Buffer.from(
      `--part\r\ncontent-disposition: form-data; name="${name}"${file ? `; filename="${file}"` : ''}\r\n${type ? `content-type: ${type}\r\n` : ''}\r\n`,
    ),
    Buffer.from(bytes),
    Buffer.from('\r\n'),
  ]);
  return {
    payload: Buffer.concat([...pieces, Buffer.from('--part--\r\n')]),
    headers: { 'content-type': 'multipart/form-data; boundary=part' },
  };
}

export const metadata = (more: object = {}) => ({
  sourceId: 'OA-2026-0001',
  title: '关于做好2026年义务教育入学工作的通知',
  documentNumber: '明教[2026]12号',
  issuer: '明湖区教育局',
  issuedOn: '2026年2月27日',
  topic: '教育',
  tags: ['入学'],
  signer: '王芳',
  disclosure: { attribute: '主动公开', reason: '涉及公众利益' },
  ...more,
});

export interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly reasons: readonly { readonly field: string; readonly message: string }[];
}

/** Hands parts in as an office system does. @param key absent: the district's */
export async function send(test: TestIntake, parts: readonly Part[], key = test.key) {
  const { payload, headers } = form(parts);
  const authorization = `Bearer ${key}`;
  const answer = await test.app.inject({
    method: 'POST',
    url: '/intake/v1/documents',
    payload,
    headers: { ...headers, authorization },
  });
  return { status: answer.statusCode, state: answer.json<IntakeState>(), problem: answer.json<Problem>() };
}

export const json = (value: object): Part => ({
  name: 'metadata',
  bytes: JSON.stringify(value),
  type: 'application/json',
});

export const docx = (bytes = officialDocx(), file = '通知.docx'): Part => ({ name: 'text', file, bytes });

export function messages(problem: Problem): string {
  return problem.reasons.map((reason) => reason.message).join('\n');
}

export function never(): never {
  throw new Error('it is not there');
}
