import { randomUUID } from 'node:crypto';
import type { LocalDate } from '../../src/kernel/local-date.ts';
import type { Actor } from '../../src/kernel/permissions.ts';
import { chineseDay } from '../documents/table-rows.ts';
import { demoUnit } from '../units.ts';
import { type Act, type Outcome, shareYear } from '../year/share-year.ts';
import { JOINT_TASKS } from '../year/stories.ts';
import { mix, seedOf, type TaskStory } from '../year/story.ts';
import { tellBreakdowns } from './breakdowns.ts';
import { handIn } from './evidence.ts';
import type { EnteredPlan, EnteredTask } from './plan-entry.ts';
import type { ShareRow } from './share-row.ts';
import type { World } from './world.ts';

export interface PlanStory {
  readonly storyOf: (share: ShareRow) => TaskStory | undefined;
  readonly outcomes: Readonly<Record<string, Outcome>>;
  /** First day on which units could report; by task where it began later. */
  readonly start: LocalDate;
  readonly startOf?: Readonly<Record<number, LocalDate>>;
  /** 全年 is reported as done at the year's end, not only as going on. */
  readonly closesYear?: true;
  /** Account that decides on a unit's report; absent: one of the two people of the office. */
  readonly acceptor?: string;
  /** Days between which units split their shares to sections; absent: they do not. */
  readonly split?: { readonly from: LocalDate; readonly to: LocalDate };
  /** Last day that is told; the world's own when absent. */
  readonly until?: LocalDate;
}

/** Puts the splitting inside the units and then the year of every unit's share of the plan into the timeline. */
export async function tellShares(world: World, entered: EnteredPlan, story: PlanStory): Promise<void> {
  const until = [story.until ?? world.until, world.until].sort()[0] as LocalDate;
  const rows = await sharesOf(world, entered.id);
  const versions = new Map(rows.map((row) => [row.id, row.version]));
  if (story.split) tellBreakdowns(world, entered, rows, versions, story.split);
  for (const row of rows) {
    const told = story.storyOf(row);
    const task = entered.tasks.get(row.taskNumber);
    if (!told || !task) continue;
    const start = story.startOf?.[row.taskNumber] ?? story.start;
    const outcome = story.outcomes[`${row.taskNumber}:${row.unit.code}`];
    const year = { start, until, workdays: world.workdays };
    const share = shareOf(row, task);
    const goesOn = story.closesYear ? task.kind === 'realtime' : share.goesOn;
    const acts = shareYear({ ...share, goesOn }, told, year, outcome);
    play(world, row, acts, versions, story.acceptor);
  }
}

async function sharesOf(world: World, planId: string): Promise<ShareRow[]> {
  const rows: ShareRow[] = [];
  for (let page = 1; ; page += 1) {
    const query = { planId, page, pageSize: 200, sort: 'number' } as const;
    const { items, total } = await world.plans.assignmentList.list({ type: 'system' }, query);
    rows.push(...items);
    if (rows.length >= total || items.length === 0) return rows;
  }
}

function shareOf(row: ShareRow, task: EnteredTask) {
  return {
    taskNumber: row.taskNumber,
    unitCode: row.unit.code,
    unitName: demoUnit(row.unit.code).shortName,
    milestones: task.milestones.flatMap(({ from, dueOn }) => (dueOn ? [{ from, dueOn }] : [])),
    goesOn: task.kind === 'year' || task.kind === 'realtime',
    oneOfMany: row.viaGroup !== null,
    speaksForAll: row.role === 'lead' || JOINT_TASKS.has(row.taskNumber),
  };
}

/** The unit's officer writes, the office or in a unit's own plan its leader decides. */
function play(
  world: World,
  row: ShareRow,
  acts: readonly Act[],
  versions: Map<string, number>,
  acceptor: string | undefined,
): void {
  const seed = seedOf(row.id);
  const officer = world.register.actor(`officer.${row.unit.code}`);
  const office = world.register.actor(acceptor ?? (mix(seed, 1) % 3 === 0 ? 'office2' : 'office'));
  for (const [place, act] of acts.entries()) {
    const minute = 8 * 60 + 40 + (mix(seed, place) % 500);
    const actor = act.kind === 'accept' || act.kind === 'return' ? office : officer;
    world.timeline.add(act.on, minute, async () => {
      versions.set(row.id, await perform(world, row, act, versions.get(row.id) ?? row.version, actor));
    });
  }
}

async function perform(world: World, row: ShareRow, act: Act, version: number, actor: Actor): Promise<number> {
  const { assignments } = world.plans;
  if (act.kind === 'accept') return assignments.acceptShare(actor, row.id, version, null);
  if (act.kind === 'return') return assignments.returnShare(actor, row.id, { version, reason: act.reason });
  const sheet = { unit: row.unit.name, task: taskLabel(row), text: act.text, day: chineseDay(act.on) };
  return assignments.reportShare(actor, row.id, {
    formId: randomUUID(),
    version,
    kind: act.kind,
    text: act.text,
    percent: act.percent,
    evidence: await handIn(world, actor, act.evidence, sheet),
  });
}

function taskLabel(row: ShareRow): string {
  return `${row.planTitle}第 ${row.taskNumber} 项 ${row.taskName ?? ''}`;
}
