import type { LocalDate } from '../../src/kernel/local-date.ts';
import type { Actor } from '../../src/kernel/permissions.ts';
import { readPlan } from '../../src/modules/plans/reader/index.ts';
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

/** Units that the office chose by hand, by task number: open groups, and names that are in no register. */
export type Chosen = Readonly<Record<number, Readonly<Record<string, readonly string[]>>>>;

/** Reads the printed plan, settles what the reader and the register leave open, and publishes it. */
export async function enterPlan(
  world: World,
  actor: Actor,
  plan: DemoPlan,
  options: { parentPlanId?: string; chosen?: Chosen } = {},
): Promise<EnteredPlan> {
  const reading = await readPlan(await planDocx(plan), { fileName: `${plan.title}.docx` });
  const { plans, tasks } = world.plans;
  const draft = await plans.create(actor, {
    level: plan.level,
    unitId: plan.level === 'unit' ? world.register.unitId(plan.unitCode) : null,
    year: plan.year,
    title: plan.title,
    documentNumber: plan.documentNumber,
    issuer: plan.issuer,
    issuedOn: plan.issuedOn as LocalDate,
    approval: null,
    narrative: plan.sections.map((section) => ({ heading: section.heading, text: section.paragraphs.join('\n') })),
    parentPlanId: options.parentPlanId ?? null,
  });
  const entered = new Map<number, EnteredTask>();
  for (const read of reading.tasks) {
    const { place: _, ...task } = read;
    const added = await tasks.add(actor, draft.id, {
      ...task,
      units: task.units.flatMap((unit) => choose(world, unit, options.chosen?.[task.number]?.[unit.name])),
      contentDueOn: null,
      requirementText: null,
    } as Parameters<typeof tasks.add>[2]);
    const { id, version, deadline, due } = added;
    entered.set(task.number, { id, version, kind: deadline.kind, milestones: due.milestones });
  }
  const full = await plans.get(actor, draft.id);
  await plans.publish(actor, draft.id, full.version);
  return { id: draft.id, plan, tasks: entered };
}

function choose(
  world: World,
  unit: { readonly name: string; readonly role: 'lead' | 'support' | 'responsible' },
  codes: readonly string[] | undefined,
) {
  if (!codes) return [unit];
  return codes.map((code) => ({ name: unit.name, role: unit.role, unitId: world.register.unitId(code) }));
}
