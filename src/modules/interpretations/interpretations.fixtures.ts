import type { Database } from '../../platform/db/database.ts';
import { libraryMigrations, libraryModule } from '../library/index.ts';
import { PublicationContent } from '../publications/index.ts';
import { body, openTestDoor, publicationTestMigrations } from '../publications/publications.fixtures.ts';
import { interpretationsMigrations, interpretationsModule } from './index.ts';

export const interpretationTestMigrations = [
  ...publicationTestMigrations,
  ...libraryMigrations,
  ...interpretationsMigrations,
];

export type TestInterpretations = Awaited<ReturnType<typeof openTestInterpretations>>;

/** A small district whose library is open, with everything below interpretations. */
export async function openTestInterpretations(database: Database, now = '2026-06-15T09:00:00+08:00') {
  const door = await openTestDoor(database, { now });
  const library = libraryModule(door.platform, { organisations: door.organisations, publications: door.service });
  const interpretations = interpretationsModule(door.platform, {
    organisations: door.organisations,
    attachments: door.modules.attachments.service,
    publications: door.service,
    library: library.service,
  });
  return { ...door, library, interpretations, work: interpretations.service };
}

let serial = 0;

interface Adopted {
  readonly kind: 'policyDocument' | 'interpretation' | 'liveSession' | 'interpretationContest';
  readonly title: string;
  readonly unitId?: string;
  readonly fields?: object;
  /** Publications that it points to, with the kind of relation. */
  readonly relations?: readonly { readonly type: string; readonly publicationId: string }[];
  /** Asia/Shanghai. */
  readonly publishedAt?: string;
}

const FIELDS = {
  policyDocument: () => ({
    documentNumber: `明教〔2026〕${serial}号`,
    indexNumber: `MH0001/2026-${String(serial).padStart(5, '0')}`,
    issuer: '明湖区教育局',
    issuedOn: '2026-03-02',
    documentType: '通知',
    normative: false,
    interpretation: 'together',
    topic: '教育',
    tags: ['教育'],
    summary: '内容概述。',
  }),
  interpretation: () => ({
    form: 'text',
    stage: 'release',
    interpreter: 'drafter',
    points: ['scope'],
    concerns: '家长担心名额不够。',
    summary: '说明白了。',
  }),
  liveSession: () => ({
    state: 'planned',
    heldOn: '2026-06-20',
    startsAt: '15:00',
    occasion: 'frequent',
    guests: '区教育局副局长',
    summary: '讲入学政策。',
  }),
  interpretationContest: () => ({
    year: 2026,
    opensOn: '2026-06-10',
    closesOn: '2026-06-20',
    choices: 2,
    summary: '请大家投票。',
  }),
} as const;

/** Public at once, as if it had been so before. @throws Error with the reasons when it may not be */
export async function adoptPublic({ service, units }: Pick<TestInterpretations, 'service' | 'units'>, one: Adopted) {
  serial += 1;
  const { id, number, reasons } = await service.adopting.adopt(
    { type: 'system' },
    {
      kind: one.kind,
      unitId: one.unitId ?? units.education.id,
      content: PublicationContent.parse({
        title: one.title,
        fields: { ...FIELDS[one.kind](), ...one.fields },
        body: body('正文。'),
        relations: one.relations ?? [],
      }),
      files: [],
      determination: { attribute: 'proactive', manner: 'open', legalBasis: 'cat20.1', reason: '应当主动公开' },
      from: '原网站',
      publishedAt: new Date(one.publishedAt ?? '2026-03-03T10:00:00+08:00'),
    },
  );
  if (number === null) throw new Error(reasons.map((reason) => reason.message).join(' '));
  return { id, number };
}
