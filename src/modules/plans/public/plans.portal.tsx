import { z } from 'zod';
import { AppError } from '../../../kernel/app-error.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { localDateAt } from '../../../kernel/local-date.ts';
import {
  fileRoute,
  type HomeShare,
  officialTime,
  type PageContent,
  type PortalPart,
  pageRoute,
} from '../../../portal/index.ts';
import type { PlanLevel } from '../plan-words.ts';
import { rememberReads } from '../remembered-reads.ts';
import { AboutFigures } from './about-figures.portal.tsx';
import { deadlineWords } from './deadline-words.ts';
import { NO_PLAN, planHome } from './home.portal.tsx';
import { tasksCsv, tasksJson } from './open-data.ts';
import type { OpenPlanDetail, OpenPlans } from './open-plans.contract.ts';
import { type PlanKey, planHref } from './plan-address.ts';
import { PlanBody } from './plan-page.portal.tsx';
import { PlanListBody } from './plan-pages.portal.tsx';
import { TaskFilter } from './task-filter.ts';
import { TaskBody } from './task-page.portal.tsx';
import { taskTitle } from './task-parts.portal.tsx';
import { UnitBody, UnitListBody } from './unit-pages.portal.tsx';

const access = { kind: 'plan', action: 'read' };
const COLUMN = {
  name: '工作要点',
  description: '政务公开工作要点的任务、责任单位、时限与进展',
  keywords: '政务公开,工作要点,任务分解,进展',
};
const MONTHS_AHEAD = 3;

const year = z.coerce.number().int().min(2000).max(2100);
const number = z.coerce.number().int().min(1).max(9999);
const code = z.string().max(64);
const YearQuery = z.object({ year: year.optional().catch(undefined) });

/** The same pages at three levels: `/plans/2026`, `/plans/2026/city`, `/plans/2026/units/:code`. */
const LEVELS = [
  { level: 'district', path: '', params: z.object({ year }) },
  { level: 'city', path: '/city', params: z.object({ year }) },
  { level: 'unit', path: '/units/:code', params: z.object({ year, code }) },
] as const;

/** What the plans show to everybody. @param open public read model: published plans alone */
export function plansPortal(open: OpenPlans, clock: Clock): PortalPart {
  const reads = rememberReads(open);
  return {
    navigation: [
      { href: '/plans', label: '工作要点' },
      { href: '/units', label: '责任单位' },
    ],
    home: (version) => home(reads(version)),
    about: () => <AboutFigures />,
    pages: [listPage(reads), ...LEVELS.flatMap((level) => planPages(reads, clock, level)), ...unitPages(reads)],
    files: LEVELS.flatMap((level) => openDataFiles(reads, level)),
  };
}

async function home(open: OpenPlans): Promise<HomeShare> {
  const newest = await open.newestYear();
  const plan = newest === null ? null : await open.ofYear(newest);
  return plan ? planHome(plan, await open.coming(MONTHS_AHEAD)) : NO_PLAN;
}

function listPage(reads: Reads) {
  return pageRoute({
    url: '/plans',
    access,
    make: async ({ version }) => ({
      head: { title: '工作要点', trail: [], column: COLUMN, description: COLUMN.description },
      body: <PlanListBody plans={await reads(version).list()} />,
    }),
  });
}

type Level = (typeof LEVELS)[number];
type Reads = ReturnType<typeof rememberReads>;

function planPages(reads: Reads, clock: Clock, { level, path, params }: Level) {
  return [
    pageRoute({
      url: `/plans/:year${path}`,
      access,
      params: params as z.ZodType<PlanParams>,
      query: TaskFilter,
      make: async (input) => {
        const open = reads(input.version);
        const plan = await demandPlan(open, keyOf(level, input.params));
        const keys = await publishedKeys(open);
        const thisMonth = localDateAt(clock.now()).slice(0, 7);
        const body = <PlanBody plan={plan} filter={input.query} thisMonth={thisMonth} keyOf={(id) => keys.get(id)} />;
        return planContent(plan, body);
      },
    }),
    pageRoute({
      url: `/plans/:year${path}/tasks/:number`,
      access,
      params: params.extend({ number }) as unknown as z.ZodType<PlanParams & { number: number }>,
      make: (input) => taskContent(reads(input.version), keyOf(level, input.params), input.params.number),
    }),
  ];
}

type PlanParams = { year: number; code?: string };

function keyOf(level: PlanLevel, params: PlanParams): PlanKey {
  return { level, year: params.year, unitCode: params.code ?? null };
}

function planContent(plan: OpenPlanDetail, body: PageContent['body']): PageContent {
  return {
    head: {
      title: plan.title,
      trail: [{ href: '/plans', label: '工作要点' }],
      column: COLUMN,
      description: `${plan.title}：${plan.tasks.total} 项任务，已完成 ${plan.tasks.accepted} 项。`,
    },
    body,
  };
}

async function taskContent(open: OpenPlans, key: PlanKey, taskNumber: number): Promise<PageContent> {
  const planId = await planIdOf(open, key);
  const task = planId && (await open.task(planId, taskNumber));
  if (!task) throw notPublished('这项任务');
  const title = taskTitle(task);
  return {
    head: {
      title,
      trail: [
        { href: '/plans', label: '工作要点' },
        { href: planHref(key), label: `${task.plan.year} 年要点` },
      ],
      description: `${title}。责任单位：${task.unitsText}。时限：${deadlineWords(task.deadlineText)}。`,
      article: {
        title,
        publishedAt: officialTime(task.plan.publishedAt),
        source: task.plan.issuer ?? task.plan.unit?.name ?? '',
      },
    },
    body: <TaskBody task={task} />,
  };
}

function unitPages(reads: Reads) {
  return [
    pageRoute({
      url: '/units',
      access,
      query: YearQuery,
      make: async ({ query, version }) => {
        const open = reads(version);
        const years = (await open.list()).filter((plan) => plan.level === 'district').map((plan) => plan.year);
        const shown = years.find((one) => one === query.year) ?? years[0] ?? null;
        const units = shown === null ? [] : await open.units(shown);
        return {
          head: { title: '责任单位', trail: [], column: { ...COLUMN, name: '责任单位' } },
          body: <UnitListBody units={units} year={shown} years={years} />,
        };
      },
    }),
    pageRoute({
      url: '/units/:code',
      access,
      params: z.object({ code }),
      query: YearQuery,
      make: async ({ params, query, version }) => {
        const open = reads(version);
        const page = await open.unit(params.code, query.year);
        if (!page) throw notPublished('这个单位');
        const keys = await publishedKeys(open);
        const planOf = (id: string): PlanKey =>
          keys.get(id) ?? { year: page.year ?? 0, level: 'district', unitCode: null };
        return {
          head: { title: page.unit.name, trail: [{ href: '/units', label: '责任单位' }] },
          body: <UnitBody page={page} planOf={planOf} />,
        };
      },
    }),
  ];
}

function openDataFiles(reads: Reads, { level, path, params }: Level) {
  const make = (format: 'csv' | 'json') =>
    fileRoute({
      url: `/plans/:year${path}/tasks.${format}`,
      access,
      summary: `Open data: the tasks of a published plan as ${format.toUpperCase()}`,
      params: params as z.ZodType<PlanParams>,
      make: async (input) => {
        const plan = await demandPlan(reads(input.version), keyOf(level, input.params));
        return format === 'csv'
          ? { type: 'text/csv; charset=utf-8', text: tasksCsv(plan), fileName: `${plan.title}-任务.csv` }
          : { type: 'application/json; charset=utf-8', text: tasksJson(plan) };
      },
    });
  return [make('csv'), make('json')];
}

async function publishedKeys(open: OpenPlans): Promise<Map<string, PlanKey>> {
  return new Map((await open.list()).map((plan) => [plan.id, keyOfPlan(plan)]));
}

function keyOfPlan(plan: { year: number; level: PlanLevel; unit: { code: string } | null }): PlanKey {
  return { year: plan.year, level: plan.level, unitCode: plan.unit?.code ?? null };
}

async function demandPlan(open: OpenPlans, key: PlanKey): Promise<OpenPlanDetail> {
  const id = await planIdOf(open, key);
  const plan = id && (await open.byId(id));
  if (!plan) throw notPublished('这份工作要点');
  return plan;
}

async function planIdOf(open: OpenPlans, key: PlanKey): Promise<string | undefined> {
  const plans = await open.list();
  return plans.find(
    (plan) =>
      plan.year === key.year && plan.level === key.level && (key.level !== 'unit' || plan.unit?.code === key.unitCode),
  )?.id;
}

function notPublished(what: string): AppError {
  return new AppError('not-found', 404, `没有找到${what}，它可能尚未公布。请检查地址，或从“工作要点”重新查找。`);
}
