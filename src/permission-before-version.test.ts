import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App, Modules } from './app.ts';
import { openTestDistrict, type TestDistrict } from './district.fixtures.ts';
import { type Actor, can, type Subject } from './kernel/permissions.ts';
import { ROLES } from './kernel/roles.ts';
import { CASE_STATES } from './modules/cases/case-words.ts';
import { TREATMENT_STATE_CODES } from './modules/knowledge/treatments/treatment-words.ts';
import { HandOverInput } from './modules/organisations/hand-over.contract.ts';
import { addPerson } from './modules/organisations/organisations.fixtures.ts';
import { IssueInput, KeyFieldInput, MeetingInput } from './modules/plans/meetings/meetings.contract.ts';
import { addPlan, shareOf, taskInput } from './modules/plans/plans.fixtures.ts';
import type { TestPlatform } from './platform/platform.fixtures.ts';

const SYSTEM: Actor = { type: 'system' };
const REPORT_STATES = ['draft', 'returned', 'submitted', 'accepted', 'published'];
const ASSIGNMENT_STATES = ['open', 'reported', 'returned', 'accepted'];
const CSV =
  '序号,任务名称,任务内容,责任单位,时间节点\n1,公文公开,公开公文。,区教育局,6月底前\n2,解读,加强解读。,区教育局,全年\n';

/** A row that somebody else may have edited, and what the permission table says of it. */
interface Row {
  readonly id: string;
  readonly rowId?: string;
  readonly subject: Omit<Subject, 'kind'>;
  /** States in which the same row may stand another time: who could act then is told that it has changed. */
  readonly states?: readonly string[];
}
type Schema = Readonly<Record<string, unknown>>;

let district: TestDistrict;
let platform: TestPlatform;
let app: App;
let rows: Readonly<Record<string, Row>>;
let unitId: string;
const callers: { name: string; personId: string; actor: Actor }[] = [];

beforeAll(async () => {
  district = await openTestDistrict();
  const { modules, units } = district;
  ({ platform, app } = district);
  const organisations = modules.organisations.service;
  const { office, education, lakeside } = units;
  unitId = education.id;
  for (const unit of [education, lakeside]) {
    for (const role of ROLES) {
      const name = `${role.toLowerCase()}.${unit.code}`;
      const { person, actor } = await addPerson(organisations, unit, name, '某某', role);
      callers.push({ name, personId: person.id, actor });
    }
  }
  rows = await someRows(modules, { office: office.id, education: education.id });
});
afterAll(() => district.close());

it('tells nothing of a newer version to those who may not act on the row, on any route that takes a version', async () => {
  const found: string[] = [];
  const wrong: string[] = [];
  for (const route of app.routes) {
    const schema = bodyOf(route.method, route.url);
    const row = rows[route.url.split('/')[2] ?? ''];
    if (!schema || !row) continue;
    found.push(`${route.method} ${route.url}`);
    for (const caller of callers) {
      const states = row.states ?? [row.subject.state];
      const mayAct = states.some((state) => {
        const subject = { kind: route.access.kind, ...row.subject, ...(state ? { state } : {}) };
        return can(caller.actor, route.access.action, subject);
      });
      const answer = await send(caller.personId, route, row, { ...(sample(schema) as object), version: 999 });
      const isTold = answer.code === 'stale';
      const isRefused = [403, 404].includes(answer.status) && answer.details.current === undefined;
      if (mayAct ? !isTold : !isRefused) {
        wrong.push(`${caller.name} ${route.method} ${route.url}: ${answer.status} ${answer.code}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(found.length).toBeGreaterThanOrEqual(40);
}, 900_000);

it('takes no version that is larger than its column', () => {
  const { paths } = app.server.swagger() as unknown as { paths: Record<string, unknown> };
  const unbounded: string[] = [];
  let bounded = 0;
  const look = (route: string, value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, one] of Object.entries(value as Schema)) {
      const { type, maximum } = (one ?? {}) as Schema;
      if (/^(version|edit)$/.test(name) && type === 'integer') {
        if (Number(maximum) <= 2_147_483_647) bounded += 1;
        // These are left to the answer of the database (database-fault.ts).
        else if (!/ \/api\/(units|unit-groups|people|hand-overs)\//.test(route)) unbounded.push(`${route} ${name}`);
      } else look(route, one);
    }
  };
  for (const [url, methods] of Object.entries(paths))
    for (const [method, operation] of Object.entries(methods as Record<string, Schema>))
      look(`${method} ${url}`, operation.requestBody);
  expect(unbounded).toEqual([]);
  expect(bounded).toBeGreaterThan(60);
});

async function someRows(
  { organisations, plans, interpretations, annualReports, cases, knowledge }: Modules,
  units: { office: string; education: string },
): Promise<Record<string, Row>> {
  const { people, handOvers, groups } = organisations.service;
  const own = { unitIds: [units.education] };
  const leaving = await addPerson(organisations.service, { id: units.education }, 'leaving', '张离');
  const staying = await addPerson(organisations.service, { id: units.education }, 'staying', '李留');
  const handOver = await handOvers.start(
    SYSTEM,
    HandOverInput.parse({
      personId: leaving.person.id,
      successorId: staying.person.id,
      reason: 'left',
      changedOn: '2026-03-02',
    }),
  );
  const group = await groups.create(SYSTEM, {
    name: '各学校',
    aliases: [],
    rule: 'open',
    kinds: [],
    unitIds: [],
    note: null,
  });
  const { service } = plans;
  const { plan, tasks } = await addPlan({ service }, [taskInput(1, { units: [{ name: '区教育局', role: 'lead' }] })]);
  const [task] = tasks;
  if (!task) throw new Error('no task');
  const planId = plan.id;
  const meeting = await service.meetings.create(
    SYSTEM,
    MeetingInput.parse({
      ...{ planId, kind: 'coordination', title: '协调会', heldOn: '2026-03-02', place: null, chairedBy: null },
      ...{ agenda: '', minutes: '', unitIds: [], actionItems: [{ text: '补报', unitId: units.education }] },
    }),
  );
  const question = { unitId: units.education, raisedOn: '2026-03-02', title: '议题', question: '如何办理' };
  const issue = await service.issues.create(SYSTEM, IssueInput.parse({ planId, taskId: null, ...question }));
  const declared = { year: 2026, unitId: units.education, name: '招生', content: '招生政策', requirement: '' };
  const field = await service.keyFields.declare(SYSTEM, KeyFieldInput.parse({ ...declared, taskId: null }));
  const lookBack = await service.lookBack.open(SYSTEM, planId);
  const talk = { topic: '早餐会', form: 'breakfast', heldOn: '2026-03-01', participants: 9, matters: '无' };
  const record = await interpretations.service.records.create(SYSTEM, {
    register: 'enterpriseTalk',
    unitId: units.education,
    values: talk,
  });
  const annual = { unitId: units.education, year: 2025, scope: 'unit' } as const;
  const { id: annualId } = await annualReports.service.reports.create(SYSTEM, annual);
  const stored = await platform.files.put(Readable.from([Buffer.from(CSV)]), { maxBytes: 10_000 });
  const draft = await service.imports.start(SYSTEM, { ...stored, name: 'plan.csv' });
  const letter = await cases.service.receiving.receive(
    SYSTEM,
    { kind: 'enquiry', text: '请问怎样报名？', unitId: units.education },
    { channel: 'counter', form: null, files: [] },
  );
  const treated = { requestId: letter.id, title: '怎样报名反复有人来问', unitId: units.education };
  const treatment = await knowledge.service.treatments.open(SYSTEM, {
    ...treated,
    clusterId: null,
    caseIds: [letter.id],
  });
  const inPlan = { subject: { state: 'published', unitIds: [] } };
  return {
    units: { id: units.education, subject: own },
    'unit-groups': { id: group, subject: {} },
    people: { id: (await people.get(staying.person.id)).id, subject: own },
    'hand-overs': { id: handOver, subject: own },
    plans: { id: planId, ...inPlan },
    tasks: { id: task.id, ...inPlan },
    assignments: { id: shareOf(task, units.education).assignmentId, subject: own, states: ASSIGNMENT_STATES },
    'look-back-items': { id: lookBack.items[0]?.id ?? '', ...inPlan },
    meetings: { id: meeting.id, subject: {} },
    'action-items': { id: meeting.actionItems[0]?.id ?? '', subject: own },
    'leading-group-issues': { id: issue.id, subject: { ...own, state: 'raised' } },
    'key-fields': { id: field.id, subject: { ...own, state: field.state } },
    'interpretation-records': { id: record.id, subject: { ...own, state: record.register } },
    'annual-reports': { id: annualId, subject: { ...own, state: 'draft' }, states: REPORT_STATES },
    'interpretation-thresholds': { id: 'questionTrigger', subject: {} },
    cases: { id: letter.id, subject: own, states: CASE_STATES },
    'source-treatments': { id: treatment.id, subject: own, states: TREATMENT_STATE_CODES },
    'plan-imports': { id: draft.id, rowId: draft.rows[0]?.id ?? '', subject: { state: 'draft', unitIds: [] } },
  };
}

async function send(personId: string, route: { method: string; url: string }, row: Row, payload: object) {
  const response = await app.server.inject({
    method: route.method as 'PUT' | 'POST',
    url: route.url.replace(':id', row.id).replace(':rowId', row.rowId ?? ''),
    headers: await district.signedIn(personId),
    payload,
  });
  const { code = '', details = {} } = response.json() as { code?: string; details?: Record<string, unknown> };
  return { status: response.statusCode, code, details };
}

/** What the API description says a request carries, when a version is part of it. */
function bodyOf(method: string, url: string): Schema | undefined {
  const { paths } = app.server.swagger() as unknown as { paths: Record<string, Record<string, Schema>> };
  const operation = paths[url.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()] as
    | { requestBody?: { content?: Record<string, { schema?: Schema }> } }
    | undefined;
  const schema = operation?.requestBody?.content?.['application/json']?.schema;
  const one = (schema?.oneOf as Schema[] | undefined)?.[0] ?? schema;
  return one && 'version' in ((one.properties as object | undefined) ?? {}) ? one : undefined;
}

/** The least that fits a schema. */
function sample(schema: Schema, name = ''): unknown {
  const choice = ((schema.anyOf ?? schema.oneOf) as Schema[] | undefined)?.[0];
  if (choice) return sample(choice, name);
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(schema.enum)) return name === 'rule' ? 'open' : schema.enum[0];
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object') {
    const properties = (schema.properties ?? {}) as Record<string, Schema>;
    const required = (schema.required ?? []) as string[];
    return Object.fromEntries(required.map((key) => [key, sample(properties[key] ?? {}, key)]));
  }
  if (type === 'array')
    return Array((schema.minItems as number | undefined) ?? 0).fill(sample(schema.items as Schema, name));
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return Math.max(1, Number(schema.minimum ?? 1));
  if (type === 'null') return null;
  return textFor(schema, name);
}

function textFor(schema: Schema, name: string): string {
  if (name === 'account') return 'staying';
  if (schema.format === 'uuid') return unitId;
  if (String(schema.pattern ?? '').startsWith('^\\d{4}-\\d{2}')) return '2026-03-02';
  if (schema.pattern) return 'abc';
  return '填写内容'.repeat(5).slice(0, Math.max(2, Number(schema.minLength ?? 0)));
}
