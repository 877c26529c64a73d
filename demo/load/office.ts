import type { LocalDate } from '../../src/kernel/local-date.ts';
import { PARENT_TASKS } from '../city-plan-2026/plan.ts';
import { PREVIOUS_TASKS } from '../plan-2025/plan.ts';
import { ISSUES, KEY_FIELDS } from '../year/issues.ts';
import { LOOK_BACK_OPENED_ON, UNFINISHED, VERIFIED_FINDINGS } from '../year/look-back.ts';
import { type DemoMeeting, MEETINGS } from '../year/meetings.ts';
import { mix } from '../year/story.ts';
import type { EnteredPlan } from './plan-entry.ts';
import type { World } from './world.ts';

const TEN = 10 * 60;

/** Marked by the office as 重点专项, with the reason. */
const PRIORITIES: Readonly<Record<number, string>> = {
  5: '区政府重点改革事项，按月调度',
  17: '列入民生实事项目',
  25: '重大决策全过程公开试点',
  28: '政府开放月，统一组织',
  57: '“双随机、一公开”配套，考核加权',
  67: '适老化改造专项',
};

/** Links to the city's and last year's tasks, and priority marks, on the day the plan came into force. */
export async function linkTasks(
  world: World,
  district: EnteredPlan,
  city: EnteredPlan,
  before: EnteredPlan,
): Promise<void> {
  const office = world.register.actor('office');
  for (const [number, task] of district.tasks) {
    const parentTaskId = city.tasks.get(PARENT_TASKS[number] ?? 0)?.id ?? null;
    const previousTaskId = before.tasks.get(PREVIOUS_TASKS[number] ?? 0)?.id ?? null;
    if (parentTaskId || previousTaskId)
      await world.plans.tasks.link(office, task.id, { version: task.version, parentTaskId, previousTaskId });
    const note = PRIORITIES[number];
    if (note) await world.plans.tasks.markPriority(office, task.id, true, note);
  }
}

export function tellMeetings(world: World, district: EnteredPlan): void {
  for (const meeting of MEETINGS) world.timeline.add(meeting.heldOn, 17 * 60, () => hold(world, district, meeting));
}

async function hold(world: World, district: EnteredPlan, meeting: DemoMeeting): Promise<void> {
  const office = world.register.actor('office');
  const { kind, title, heldOn, place, chairedBy, agenda, minutes } = meeting;
  const created = await world.plans.meetings.create(office, {
    planId: district.id,
    kind,
    title,
    heldOn: heldOn as LocalDate,
    place,
    chairedBy,
    agenda,
    minutes,
    unitIds: meeting.units.map((code) => world.register.unitId(code)),
    actionItems: meeting.actionItems.map((item) => ({
      text: item.text,
      taskId: (item.task && district.tasks.get(item.task)?.id) || null,
      unitId: world.register.unitId(item.unit),
      dueOn: item.dueOn as LocalDate,
    })),
  });
  for (const item of meeting.actionItems) {
    const stored = created.actionItems.find((one) => one.text === item.text);
    const { done } = item;
    if (!stored || !done) continue;
    world.timeline.add(done.on, TEN, async () => {
      const input = { version: stored.version, done: true, note: done.note };
      await world.plans.meetings.finish(office, stored.id, input);
    });
  }
}

export function tellIssues(world: World, district: EnteredPlan): void {
  const office = world.register.actor('office');
  for (const issue of ISSUES) {
    world.timeline.add(issue.raisedOn, TEN, async () => {
      const raised = await world.plans.issues.create(world.register.actor(`officer.${issue.unit}`), {
        planId: district.id,
        taskId: (issue.task && district.tasks.get(issue.task)?.id) || null,
        unitId: world.register.unitId(issue.unit),
        raisedOn: issue.raisedOn as LocalDate,
        title: issue.title,
        question: issue.question,
      });
      const { decided, settled } = issue;
      if (!decided) return;
      const decision = { decision: decided.decision, decidedOn: decided.on as LocalDate };
      let version = raised.version;
      world.timeline.add(decided.on, TEN, async () => {
        version = (await world.plans.issues.decide(office, raised.id, { version, ...decision })).version;
      });
      if (!settled) return;
      const outcome = { outcome: settled.outcome, settledOn: settled.on as LocalDate };
      world.timeline.add(settled.on, TEN, async () => {
        await world.plans.issues.decide(office, raised.id, { version, ...decision, ...outcome });
      });
    });
  }
}

export function tellKeyFields(world: World): void {
  for (const field of KEY_FIELDS) {
    world.timeline.add(field.declaredOn, TEN, async () => {
      const { name, content, requirement, decision } = field;
      const declared = await world.plans.keyFields.declare(world.register.actor(`officer.${field.unit}`), {
        year: 2026,
        unitId: world.register.unitId(field.unit),
        name,
        content,
        requirement,
        taskId: null,
      });
      if (!decision) return;
      world.timeline.add(decision.on, TEN, async () => {
        const { confirm, reason } = decision;
        const said = { version: declared.version, confirm, reason: reason ?? null };
        await world.plans.keyFields.decide(world.register.actor('office'), declared.id, said);
      });
    });
  }
}

/** PLAN-6: last year's tasks one by one, a dozen a day. */
export function tellLookBack(world: World, before: EnteredPlan): void {
  const office = world.register.actor('office');
  const { lookBack } = world.plans;
  world.timeline.add(LOOK_BACK_OPENED_ON, TEN, async () => {
    const opened = await lookBack.open(office, before.id);
    for (const item of opened.items) {
      const verdict = UNFINISHED[item.number];
      if (!verdict) {
        const day = world.workdays.addWorkdays(LOOK_BACK_OPENED_ON as LocalDate, 8 + Math.floor(item.number / 2));
        const finding = VERIFIED_FINDINGS[mix(item.number, 1) % VERIFIED_FINDINGS.length] ?? null;
        world.timeline.add(day, TEN + item.number, async () => {
          await lookBack.decide(office, item.id, { version: item.version, verdict: 'verified', finding });
        });
        continue;
      }
      world.timeline.add(verdict.decidedOn, TEN, async () => {
        const { text, dueOn, units } = verdict.order;
        const decided = await lookBack.decide(office, item.id, {
          version: item.version,
          verdict: 'unfinished',
          finding: verdict.finding,
          order: { text, dueOn: dueOn as LocalDate, unitIds: units.map((code) => world.register.unitId(code)) },
        });
        const { rectified } = verdict;
        if (!rectified) return;
        const { outcome, on } = rectified;
        world.timeline.add(on, TEN, async () => {
          const done = {
            version: decided.version,
            verdict: 'rectified',
            outcome,
            rectifiedOn: on as LocalDate,
          } as const;
          await lookBack.decide(office, item.id, done);
        });
      });
    }
  });
}
