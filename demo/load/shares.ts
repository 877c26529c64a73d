import { randomUUID } from 'node:crypto';
import type { LocalDate } from '../../src/kernel/local-date.ts';
import type { Actor } from '../../src/kernel/permissions.ts';
import { chineseDay } from '../documents/table-rows.ts';
import { demoUnit } from '../units.ts';
import { type Act, type Outcome, shareYear } from '../year/share-year.ts';
import { mix, seedOf, type TaskStory } from '../year/story.ts';
import { handIn } from './evidence.ts';
import type { EnteredPlan, EnteredTask } from './plan-entry.ts';
import type { World } from './world.ts';

export interface PlanStory {
  readonly storyOf: (taskNumber: number) => TaskStory | undefined;
  readonly outcomes: Readonly<Record<string, Outcome>>;
  /** First day on which units could report; by task where it began later. */
  readonly start: LocalDate;
  readonly startOf?: Readonly<Record<number, LocalDate>>;
  /** Last day that is told; the world's own when absent. */
  readonly until?: LocalDate;
}

type Row = Awaited<ReturnType<World['plans']['assignmentList']['list']>>['items'][number];

/** Puts the year of every unit's share of the plan into the timeline. */
export async function tellShares(world: World, entered: EnteredPlan, story: PlanStory): Promise<void> {
  const until = [story.until ?? world.until, world.until].sort()[0] as LocalDate;
  for (const row of await sharesOf(world, entered.id)) {
    const told = story.storyOf(row.taskNumber);
    const task = entered.tasks.get(row.taskNumber);
    if (!told || !task) continue;
    const start = story.startOf?.[row.taskNumber] ?? story.start;
    const outcome = story.outcomes[`${row.taskNumber}:${row.unit.code}`];
    const year = { start, until, workdays: world.workdays };
    const acts = shareYear(shareOf(row, task), told, year, outcome);
    play(world, row, acts);
  }
}

async function sharesOf(world: World, planId: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (let page = 1; ; page += 1) {
    const query = { planId, page, pageSize: 200, sort: 'number' } as const;
    const { items, total } = await world.plans.assignmentList.list({ type: 'system' }, query);
    rows.push(...items);
    if (rows.length >= total || items.length === 0) return rows;
  }
}

function shareOf(row: Row, task: EnteredTask) {
  return {
    taskNumber: row.taskNumber,
    unitCode: row.unit.code,
    unitName: demoUnit(row.unit.code).shortName,
    milestones: task.milestones.flatMap(({ from, dueOn }) => (dueOn ? [{ from, dueOn }] : [])),
    goesOn: task.kind === 'year' || task.kind === 'realtime',
    oneOfMany: row.viaGroup !== null,
  };
}

/** The unit's officer writes, one of the two people of the office decides. */
function play(world: World, row: Row, acts: readonly Act[]): void {
  const seed = seedOf(row.id);
  const officer = world.register.actor(`officer.${row.unit.code}`);
  const office = world.register.actor(mix(seed, 1) % 3 === 0 ? 'office2' : 'office');
  let version = row.version;
  for (const [place, act] of acts.entries()) {
    const minute = 8 * 60 + 40 + (mix(seed, place) % 500);
    world.timeline.add(act.on, minute, async () => {
      version = (
        await perform(world, row, act, version, act.kind === 'accept' || act.kind === 'return' ? office : officer)
      ).version;
    });
  }
}

async function perform(world: World, row: Row, act: Act, version: number, actor: Actor) {
  const { assignments } = world.plans;
  if (act.kind === 'accept') return assignments.accept(actor, row.id, version, null);
  if (act.kind === 'return') return assignments.return(actor, row.id, { version, reason: act.reason });
  const sheet = { unit: row.unit.name, task: taskLabel(row), text: act.text, day: chineseDay(act.on) };
  return assignments.report(actor, row.id, {
    formId: randomUUID(),
    version,
    kind: act.kind,
    text: act.text,
    percent: act.percent,
    evidence: await handIn(world, actor, act.evidence, sheet),
  });
}

function taskLabel(row: Row): string {
  return `${row.planTitle}第 ${row.taskNumber} 项 ${row.taskName ?? ''}`;
}
