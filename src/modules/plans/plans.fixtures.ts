import type { LocalDate } from '../../kernel/local-date.ts';
import type { Actor } from '../../kernel/permissions.ts';
import type { Database } from '../../platform/db/database.ts';
import { openTestPlatform, type TestPlatform } from '../../platform/platform.fixtures.ts';
import { type CalendarService, calendarMigrations, calendarModule } from '../calendar/index.ts';
import { type Organisations, organisationsMigrations, organisationsModule } from '../organisations/index.ts';
import { addPerson, addUnit, smallDistrict } from '../organisations/organisations.fixtures.ts';
import { planMigrations, plansModule } from './index.ts';
import type { PlanDetail, PlanInput } from './plan/plans.contract.ts';
import type { PlansServices } from './plans.services.ts';
import type { TaskDetail, TaskInput } from './tasks/tasks.contract.ts';

export const ledgerMigrations = [...calendarMigrations, ...organisationsMigrations, ...planMigrations];

export type TestLedger = Awaited<ReturnType<typeof openTestLedger>>;

/** A district with its office, three units and their people, and the real services of every module below the ledger. */
export async function openTestLedger(
  database: Database,
  options: { now?: string; smtp?: string; env?: Record<string, string> } = {},
) {
  const platform = await openTestPlatform({ database, ...options });
  const calendar = calendarModule(platform);
  const organisations = organisationsModule(platform);
  const plans = plansModule(platform, { organisations: organisations.service, calendar: calendar.service });
  const units = {
    ...(await smallDistrict(organisations.service)),
    north: await addUnit(organisations.service, 'beitang', '北塘镇人民政府', '北塘镇', 'town'),
  };
  const people = {
    office: await addPerson(organisations.service, units.office, 'office', '周宁', 'supervisor'),
    education: await addPerson(organisations.service, units.education, 'officer.jiaoyu', '李明', 'officer'),
    educationHead: await addPerson(organisations.service, units.education, 'head.jiaoyu', '王芳', 'deputyHead'),
    lakeside: await addPerson(organisations.service, units.lakeside, 'officer.linhu', '赵强', 'officer'),
    auditor: await addPerson(organisations.service, units.office, 'auditor', '孙静', 'auditor'),
    evaluator: await addPerson(organisations.service, units.office, 'evaluator', '许清', 'evaluator'),
  };
  return {
    platform,
    calendar: calendar.service,
    organisations: organisations.service,
    plans,
    service: plans.service,
    units,
    people,
  };
}

export type { CalendarService, Organisations, PlansServices, TestPlatform };

const on = (text: string) => text as LocalDate;

export const PLAN: PlanInput = {
  level: 'district',
  unitId: null,
  year: 2026,
  title: '2026年明湖区政务公开工作要点',
  documentNumber: '明府办〔2026〕8号',
  issuer: '明湖区人民政府办公室',
  issuedOn: on('2026-03-20'),
  approval: null,
  narrative: [],
  parentPlanId: null,
};

export function taskInput(number: number, more: Partial<TaskInput> = {}): TaskInput {
  return {
    number,
    category: '一、主动公开',
    name: `任务${number}`,
    content: `第${number}项任务：公开相关信息，加强解读回应。`,
    unitsText: '区教育局牵头，各街镇配合',
    units: [
      { name: '区教育局', role: 'lead' },
      { name: '各街镇', role: 'support' },
    ],
    deadlineText: '6月底前',
    deadline: { kind: 'date', from: null, to: on('2026-06-30'), note: null },
    contentDueOn: null,
    requirementText: null,
    ...more,
  };
}

/** A plan with these tasks, published unless told otherwise. */
export async function addPlan(
  ledger: Pick<TestLedger, 'service'>,
  tasks: readonly TaskInput[],
  more: Partial<PlanInput> & { draft?: boolean; by?: Actor } = {},
): Promise<{ plan: PlanDetail; tasks: TaskDetail[] }> {
  const { draft, by, ...input } = more;
  const actor = by ?? { type: 'system' };
  const { id, version } = await ledger.service.plans.create(actor, { ...PLAN, ...input });
  const added: TaskDetail[] = [];
  for (const task of tasks) added.push(await ledger.service.tasks.add(actor, id, task));
  const plan = draft
    ? await ledger.service.plans.get(actor, id)
    : await ledger.service.plans.publish(actor, id, version);
  return { plan, tasks: added };
}

export function shareOf(task: TaskDetail, unitId: string) {
  const share = task.shares.find((line) => line.unit.id === unitId);
  if (!share) throw new Error('the unit has no share in the task');
  return share;
}
