import { Readable } from 'node:stream';
import type { LocalDate } from '../../src/kernel/local-date.ts';
import type { Actor } from '../../src/kernel/permissions.ts';
import { planDocx } from '../documents/plan-docx.ts';
import type { DemoPlan } from '../plan.ts';
import type { World } from './world.ts';

export interface EnteredPlan {
  readonly id: string;
  readonly plan: DemoPlan;
  readonly tasks: ReadonlyMap<number, EnteredTask>;
}

export interface EnteredTask {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly milestones: readonly { readonly from: LocalDate | null; readonly dueOn: LocalDate | null }[];
}

/** Units that the office chose by hand, by task number and printed name: open groups, and names that are in no register. */
export type Chosen = Readonly<Record<number, Readonly<Record<string, readonly string[]>>>>;

type Draft = Awaited<ReturnType<World['plans']['imports']['start']>>;

/** Imports the printed plan as an office does: uploads it, settles what is left open, confirms and publishes. */
export async function enterPlan(
  world: World,
  actor: Actor,
  plan: DemoPlan,
  options: { parentPlanId?: string; chosen?: Chosen; events?: Readonly<Record<number, LocalDate>> } = {},
): Promise<EnteredPlan> {
  const { imports } = world.plans;
  const draft = await uploadPlan(world, actor, plan);
  for (const row of draft.rows) await settleRow(world, actor, draft.id, row, options);
  const head = { ...draft.head, level: plan.level, parentPlanId: options.parentPlanId ?? null };
  const checked = await imports.editHead(actor, draft.id, { version: draft.version, head });
  const entered = await imports.confirm(actor, draft.id, { version: checked.version, publish: true, settleAll: true });
  return { id: entered.id, plan, tasks: await tasksOf(world, entered.id) };
}

/** Uploads the printed plan; nothing enters the ledger yet. */
export async function uploadPlan(world: World, actor: Actor, plan: DemoPlan): Promise<Draft> {
  const stored = await world.files.put(Readable.from([await planDocx(plan)]), { maxBytes: 10_000_000 });
  return world.plans.imports.start(actor, { ...stored, name: `${plan.title}.docx` });
}

async function settleRow(
  world: World,
  actor: Actor,
  draftId: string,
  row: Draft['rows'][number],
  { chosen, events }: { chosen?: Chosen; events?: Readonly<Record<number, LocalDate>> },
): Promise<void> {
  const choices = chosen?.[row.number ?? 0];
  const happenedOn = events?.[row.number ?? 0];
  if (!choices && !happenedOn) return;
  const { number, category, name, content, unitsText, deadlineText, contentDueOn, version } = row;
  const units = row.units.map((unit) => {
    const ids = choices?.[unit.name]?.map((code) => world.register.unitId(code));
    if (!ids) return { name: unit.name, role: unit.role };
    return { name: unit.name, role: unit.role, groupId: unit.match.groupId, chosenUnitIds: ids };
  });
  const deadline = happenedOn ? relativeTo(row.deadline, happenedOn) : row.deadline;
  const edited = { number, category, name, content, unitsText, units, deadlineText, deadline, contentDueOn };
  await world.plans.imports.editRow(actor, draftId, row.id, { version, row: edited });
}

/** 新规出台后1个月内: the office enters the day on which the new rules came out. */
function relativeTo(deadline: Draft['rows'][number]['deadline'], baseOn: LocalDate) {
  const relative = { base: 'event', event: '新规出台', amount: 1, unit: 'months' } as const;
  return { ...deadline, kind: 'relative' as const, relative: { ...relative, ...deadline.relative, baseOn } };
}

async function tasksOf(world: World, planId: string): Promise<Map<number, EnteredTask>> {
  const query = { planId, page: 1, pageSize: 200, sort: 'number' } as const;
  const { items } = await world.plans.ledger.list({ type: 'system' }, query);
  const tasks = new Map<number, EnteredTask>();
  for (const { id } of items) {
    const { number, version, deadline, due } = await world.plans.ledger.get({ type: 'system' }, id);
    tasks.set(number, { id, version, kind: deadline.kind, milestones: due.milestones });
  }
  return tasks;
}
