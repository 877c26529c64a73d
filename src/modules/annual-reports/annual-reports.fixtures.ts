import { sql } from 'kysely';
import { composeModules, migrateApp } from '../../app.ts';
import { addDays, daysBetween, type LocalDate, localDate } from '../../kernel/local-date.ts';
import type { Database } from '../../platform/db/database.ts';
import { openTestPlatform } from '../../platform/platform.fixtures.ts';
import { APPLICANT_CATEGORIES, REQUEST_RESULTS } from '../disclosure-requests/index.ts';
import { addUnit, smallDistrict, staff } from '../organisations/organisations.fixtures.ts';
import { cellsOf } from './form/cells.ts';
import { FORM_2021 } from './form/statutory-form.ts';
import { TEXT_HEADS } from './reports/report-words.ts';

export type TestReports = Awaited<ReturnType<typeof openTestReports>>;

/** A small district in February 2026, when the reports of 2025 are made. */
export async function openTestReports(database?: Database, options: { now?: string; smtp?: string } = {}) {
  const platform = await openTestPlatform({
    now: '2026-02-02T09:00:00+08:00',
    ...(database ? { database } : {}),
    ...options,
  });
  const modules = composeModules(platform);
  await migrateApp(platform, modules);
  const register = modules.organisations.service;
  const units = await smallDistrict(register);
  const people = await staff(register, {
    office: [units.office, 'office', '周宁', 'supervisor'],
    officer: [units.education, 'officer.jiaoyu', '李明', 'officer'],
    handler: [units.education, 'handler.jiaoyu', '何静', 'handler'],
    reviewer: [units.education, 'reviewer.jiaoyu', '吴敏', 'reviewer'],
    head: [units.education, 'head.jiaoyu', '王芳', 'head'],
    stranger: [units.lakeside, 'officer.linhu', '赵强', 'officer'],
    evaluator: [units.office, 'evaluator', '钱评', 'evaluator'],
  });
  const { service } = modules.annualReports;
  return { platform, modules, service, reports: service.reports, units, people };
}

/** A report with everything that the platform cannot know: seven stated figures, all texts. */
export async function filledReport(
  { service, people, units }: TestReports,
  more: {
    readonly unitId?: string;
    readonly by?: TestReports['people']['officer'];
    readonly scope?: 'unit' | 'district';
  } = {},
) {
  const by = more.by ?? people.officer;
  const { id } = await service.reports.create(by, {
    unitId: more.unitId ?? units.education.id,
    year: 2025,
    scope: more.scope ?? 'unit',
  });
  for (const { cell } of cellsOf(FORM_2021).filter(({ isCounted }) => !isCounted)) {
    const { version } = await service.views.get(by, id);
    await service.reports.state(by, id, { version, cell, amount: 3, source: '部门统计台账' });
  }
  for (const head of TEXT_HEADS) {
    const { version } = await service.views.get(by, id);
    await service.reports.setText(by, id, { version, head, text: `${head}的情况，含考核、评议和责任追究。` });
  }
  return service.views.get(by, id);
}

export interface MadeRequest {
  readonly unitId: string;
  readonly category: (typeof APPLICANT_CATEGORIES)[number];
  readonly receivedOn: LocalDate;
  readonly decidedOn: LocalDate | null;
  readonly result: (typeof REQUEST_RESULTS)[number] | null;
}

const FIRST = localDate('2024-09-01');
const LAST = localDate('2026-01-20');

/** The same requests at every run: all results and categories, some carried over from the year before, some never decided. */
export function madeRequests(count: number, unitIds: readonly string[], seed = 20_250_101): MadeRequest[] {
  const draw = numbers(seed);
  const one = <T>(from: readonly T[]): T => from[draw(from.length)] as T;
  return Array.from({ length: count }, () => {
    const receivedOn = addDays(FIRST, draw(daysBetween(FIRST, LAST)));
    // Two in three come from people, as in real life.
    const category = draw(3) > 0 ? 'natural' : one(APPLICANT_CATEGORIES);
    const decidedOn = addDays(receivedOn, draw(60));
    const isOpen = draw(20) === 0 || decidedOn > '2026-02-01';
    const result = one(REQUEST_RESULTS);
    return { unitId: one(unitIds), category, receivedOn, ...(isOpen ? OPEN : { decidedOn, result }) };
  });
}

const OPEN = { decidedOn: null, result: null } as const;

/** Whole numbers below the bound, by a linear congruence: no clock, no chance. */
function numbers(seed: number): (below: number) => number {
  let state = BigInt(seed);
  return (below) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number((state >> 33n) % BigInt(below));
  };
}

/** Puts requests on record as their own business keeps them. */
export async function putRequests(
  { kysely }: Database,
  requests: readonly MadeRequest[],
  prefix = 'YS-T',
): Promise<void> {
  const rows = JSON.stringify(
    requests.map(({ unitId, receivedOn, decidedOn, ...rest }, at) => ({
      ...rest,
      number: `${prefix}${String(at).padStart(5, '0')}`,
      unit_id: unitId,
      received_on: receivedOn,
      decided_on: decidedOn,
    })),
  );
  await sql`
    with given as (
      select * from jsonb_to_recordset(${rows}::jsonb)
        as one (number text, unit_id uuid, category text, received_on date, decided_on date, result text)
    ), made as (
      insert into cases."case" (number, look_up_hash, kind, channel, state, title, text, unit_id, received_at, received_on,
        text_hash, created_at, updated_at)
      select number, 'hash of ' || number, 'disclosureRequest', 'portal', 'closed', '申请', '申请内容', unit_id,
        received_on, received_on, number, received_on, received_on
      from given
      returning id, number
    )
    insert into requests.request (case_id, arrival, submitted_on, confirmed_on, category, wanted_form, wanted_way,
      applicant_key, result, decided_on)
    select made.id, 'portal', received_on, received_on, category, 'paper', 'mail', 'key', result, decided_on
    from given join made using (number)`.execute(kysely);
}

/** A fee for every tenth request, most of them paid, some of them in the year before or after. */
export async function putFees({ kysely }: Database): Promise<void> {
  await sql`
    with one as (
      select case_id, confirmed_on, row_number() over (order by confirmed_on, case_id) as at from requests.request
    )
    insert into requests.fee (case_id, way, quantity, amount, explanation, noticed_on, paid_on, by_name, at)
    select case_id, 'item', 11, 100 + at % 7 * 100, '[]', confirmed_on, case when at % 3 > 0 then confirmed_on + 8 end, '李明', now()
    from one where at % 10 = 0`.execute(kysely);
}

/** Reconsiderations and suits on record, the same at every run: all kinds and results, from the year before to the year after. */
export async function putProceedings({ kysely }: Database, count: number, unitIds: readonly string[]): Promise<void> {
  const draw = numbers(7_919);
  const one = <T>(from: readonly T[]): T => from[draw(from.length)] as T;
  const rows = Array.from({ length: count }, () => {
    const receivedOn = addDays(FIRST, draw(daysBetween(FIRST, LAST)));
    const closedOn = addDays(receivedOn, 20 + draw(120));
    const isOpen = draw(4) === 0 || closedOn > '2026-02-01';
    return {
      kind: one(['reconsideration', 'directSuit', 'suitAfterReconsideration'] as const),
      unit_id: one(unitIds),
      received_on: receivedOn,
      closed_on: isOpen ? null : closedOn,
      result: isOpen ? null : one(['upheld', 'corrected', 'other'] as const),
    };
  });
  await sql`
    insert into requests.proceeding (kind, procedure, unit_id, matter, body, body_number, challenged, received_on,
      answer_due_on, closed_on, result, registered_at)
    select kind, 'ordinary', unit_id, '答复', '机关', 'N' || row_number() over (), '不予公开', received_on, received_on,
      closed_on, result, now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as one (kind text, unit_id uuid, received_on date, closed_on date, result text)`.execute(kysely);
}

/**
 * Normative documents that are public, the same at every run: made from 2018 on, with and without stated days of effect and end, some amended,
 * repealed or extended once, before and after their term ended.
 */
export async function putDocuments({ kysely }: Database, count: number, unitIds: readonly string[]): Promise<void> {
  const draw = numbers(104_729);
  const one = <T>(from: readonly T[]): T => from[draw(from.length)] as T;
  const rows = Array.from({ length: count }, (_, at) => {
    const datedOn = addDays(localDate('2018-01-05'), draw(2_900));
    const expiresOn = draw(3) === 0 ? addDays(datedOn, 200 + draw(2_000)) : null;
    const type = one(['amendedBy', 'repealedBy', 'repealedBy', 'extendedBy', null] as const);
    const on = addDays(datedOn, 60 + draw(2_600));
    const until = type === 'extendedBy' ? { until: addDays(on, 30 + draw(900)) } : {};
    const by = { title: '关于有关文件的决定', documentNumber: null, number: null };
    return {
      number: at + 1,
      unit_id: one(unitIds),
      dated_on: datedOn,
      takes_effect_on: draw(2) === 0 ? addDays(datedOn, draw(45)) : null,
      expires_on: expiresOn,
      relations: type === null ? [] : [{ type, on, by, ...until }],
    };
  });
  await sql`
    insert into library.document (number, publication_id, kind, unit_id, title, dated_on, year, tags, audiences, normative, summary,
      columns, takes_effect_on, expires_on, relations, affects, validity, validity_since, interpreted, first_published_at, published_at,
      changed_at)
    select number, gen_random_uuid(), 'policyDocument', unit_id, '关于第' || number || '号事项的规定', dated_on, extract(year from dated_on),
      '{}', '{}', true, '', '{}', takes_effect_on, expires_on, relations, '{}', 'inForce', dated_on, false, now(), now(), now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as one (number bigint, unit_id uuid, dated_on date, takes_effect_on date,
      expires_on date, relations jsonb)`.execute(kysely);
}

/** Sixty units, as many as a district has. */
export async function sixtyUnits({ modules, units }: TestReports): Promise<string[]> {
  const ids = [units.education.id, units.lakeside.id, units.office.id, units.government.id];
  for (let at = ids.length; at < 60; at += 1) {
    const unit = await addUnit(
      modules.organisations.service,
      `unit${at}`,
      `明湖区第${at}局`,
      `区${at}局`,
      'department',
    );
    ids.push(unit.id);
  }
  return ids;
}
