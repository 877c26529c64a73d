import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import { startPostgres } from '../../scripts/postgres.mjs';
import { SettableClock } from '../../src/kernel/clock.ts';
import type { LocalDate } from '../../src/kernel/local-date.ts';
import { attachmentsMigrations, attachmentsModule } from '../../src/modules/attachments/index.ts';
import { calendarMigrations, calendarModule } from '../../src/modules/calendar/index.ts';
import { type CaseKind, casesMigrations, casesModule } from '../../src/modules/cases/index.ts';
import { organisationsMigrations, organisationsModule } from '../../src/modules/organisations/index.ts';
import { readConfig } from '../../src/platform/config.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { platformMigrations } from '../../src/platform/migrations.ts';
import { type OpenPlatform, openPlatform } from '../../src/platform/open-platform.ts';
import { processorSeconds } from '../processor-time.ts';

const TODAY = '2026-03-18';
const HOLIDAY = '2026-03-20' as LocalDate;
const SYSTEM = { type: 'system' } as const;

const message: CaseKind = {
  code: 'message',
  label: '网上咨询',
  numberPrefix: 'ZX',
  procedure: 'message',
  clock: { ordinary: { reply: 'message.enquiry' }, simple: 'message.simple' },
  channels: ['portal'],
  form: { title: 'optional', applicant: {}, mayBeAnonymous: true, fields: [], maxFiles: 0 },
  reviewSteps: [],
  isSelectable: false,
  asksSatisfaction: false,
};
/** With consultations and extensions, which messages do not have. */
const request: CaseKind = {
  ...message,
  code: 'request',
  label: '依申请公开',
  numberPrefix: 'YQ',
  procedure: 'request',
  clock: { ordinary: { reply: 'request.reply', extension: 'request.extension' }, simple: null },
};

/** Every open case is reckoned anew after a notice made a day off of a working day. */
export async function measureRecompute(open: number): Promise<void> {
  const postgres = await startPostgres({ durable: true });
  if (!postgres) throw new Error('PostgreSQL 15 or newer is needed.');
  const folder = await mkdtemp(join(tmpdir(), 'mingchuang-bench-'));
  const config = readConfig({ DATABASE_URL: postgres.url, MINGCHUANG_DATA: folder });
  const log = pino({ level: 'error' });
  const platform = await openPlatform(config, new SettableClock(`${TODAY}T01:00:00Z`), log);
  try {
    const calendar = calendarModule(platform);
    const organisations = organisationsModule(platform);
    const below = {
      calendar: calendar.service,
      organisations: organisations.service,
      attachments: attachmentsModule(platform).service,
    };
    const { service } = casesModule(platform, below);
    service.kinds.register(message);
    service.kinds.register(request);
    await migrate(platform.database, [
      ...platformMigrations,
      ...calendarMigrations,
      ...organisationsMigrations,
      ...attachmentsMigrations,
      ...casesMigrations,
    ]);
    await addOpenCases(platform, open);
    const timed = async (what: string) => {
      const database = processorSeconds(postgres.pid);
      const own = process.cpuUsage();
      const begin = performance.now();
      const done = await service.recompute.run(new AbortController().signal);
      const seconds = (performance.now() - begin) / 1000;
      const { user, system } = process.cpuUsage(own);
      const used = [(user + system) / 1e6, processorSeconds(postgres.pid) - database];
      console.log(
        `${what}: ${done.reckoned} reckoned, ${done.moved} moved in ${seconds.toFixed(1)} s; processor time server ${used[0]?.toFixed(1)} s, database ${used[1]?.toFixed(1)} s`,
      );
    };
    await timed('first time, every day found');
    await sql`vacuum analyze`.execute(platform.database.kysely);
    await declareHoliday(calendar.service);
    await timed('after the change of the calendar');
    await timed('again, nothing to do');
  } finally {
    await platform.close();
    postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function declareHoliday(calendar: ReturnType<typeof calendarModule>['service']): Promise<void> {
  const year = await calendar.year(2026);
  const days = year.days
    .filter((day) => day.reason === 'holiday' || day.reason === 'makeUp')
    .map(({ date, work, name }) => ({
      date: date as LocalDate,
      kind: work ? ('work' as const) : ('off' as const),
      name: name ?? '',
    }));
  await calendar.import(SYSTEM, 2026, {
    documentNumber: '国办发明电〔2025〕1号',
    replaces: year.notice?.id ?? null,
    days: [...days, { date: HOLIDAY, kind: 'off', name: '临时放假' }],
    source: '测量用通知',
  });
}

/** Two thirds messages, some classified as simple or passed on; the others requests: consulted, answered by the consulted, extended. */
async function addOpenCases({ database }: OpenPlatform, count: number): Promise<void> {
  const db = database.kysely;
  await sql`
    insert into cases."case" (id, number, look_up_hash, kind, channel, state, title, text, unit_id, received_at, received_on, text_hash,
      created_at, updated_at)
    select md5('case' || n)::uuid, 'ZX' || lpad(n::text, 10, '0'), 'look-up' || n, case when n % 3 = 0 then 'request' else 'message' end,
      'portal', 'assigned', '请问第' || n || '件事项怎么办理', repeat('请问办理条件和时限。', 12), md5('unit' || n % 100)::uuid, received + time '10:00',
      received, 'text' || n, received, received
    from generate_series(1, ${count}::int) as n,
      lateral (select ${TODAY}::date - (case when n % 3 = 0 then 5 + n % 20 else n % 6 end) as received) as days`.execute(
    db,
  );
  await sql`
    insert into cases.clock_event (case_id, seq, event, at, by_name)
    select c.id, row_number() over (partition by c.id order by place), e.event, c.received_at, '系统'
    from (select *, right(number, 10)::int as n from cases."case") as c, lateral (values
      (1, true, jsonb_build_object('type', 'received', 'on', received_on, 'why', '提交之日')),
      (2, kind = 'message' and n % 10 = 1, jsonb_build_object('type', 'classified', 'on', received_on, 'rule', 'message.simple')),
      (3, kind = 'message' and n % 10 = 2, jsonb_build_object('type', 'transferred', 'on', received_on, 'from', '甲单位', 'to', '乙单位')),
      (4, kind = 'request' and n % 4 < 2, jsonb_build_object('type', 'consulted', 'on', received_on + 2, 'key', '1', 'whom', 'thirdParty')),
      (5, kind = 'request' and n % 4 = 0, jsonb_build_object('type', 'consultationEnded', 'on', received_on + 5, 'key', '1')),
      (6, kind = 'request' and n % 4 in (0, 2) and n % 5 < 2, jsonb_build_object('type', 'extended', 'on', received_on + 5, 'workdays', 20))
    ) as e (place, happens, event)
    where e.happens`.execute(db);
  await sql`
    insert into cases.clock (case_id, state, basis, events, explanation)
    select case_id, 'running', 'before', count(*), '{}' from cases.clock_event group by case_id`.execute(db);
  await sql`vacuum analyze`.execute(db);
}
