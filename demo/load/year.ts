import type { LocalDate } from '../../src/kernel/local-date.ts';
import { CITY_PLAN_2026 } from '../city-plan-2026/plan.ts';
import type { DemoPlan } from '../plan.ts';
import { DISTRICT_PLAN_2025 } from '../plan-2025/plan.ts';
import { DISTRICT_PLAN_2026 } from '../plan-2026/plan.ts';
import { DISTRICT_PLAN_2027_DRAFT } from '../plan-2027-draft/plan.ts';
import { UNIT_PLANS_2026 } from '../unit-plans-2026/plans.ts';
import { UNIT_STORIES } from '../unit-plans-2026/stories.ts';
import { CLOSED_2025 } from '../year/look-back.ts';
import { OUTCOMES } from '../year/outcomes.ts';
import { storyOfShare } from '../year/stories.ts';
import { linkTasks, tellIssues, tellKeyFields, tellLookBack, tellMeetings } from './office.ts';
import { type Chosen, type EnteredPlan, enterPlan, uploadPlan } from './plan-entry.ts';
import { tellShares } from './shares.ts';
import type { World } from './world.ts';

const NINE = 9 * 60;
const day = (text: string) => text as LocalDate;

/** Units that the office chose where the plan of 2026 leaves them open. */
const CHOSEN_2026: Chosen = {
  25: { 各相关单位: ['fagai', 'jiaoyu', 'zhujian', 'jiaotong', 'huanjing'] },
  66: { 区委网信办: ['xinwen'] },
  68: { 各相关单位: ['jiaotong', 'wenlv', 'shichang', 'chengtou'] },
};
/** The day on which this year's new rules came out, for the task that counts from it. */
const NEW_RULES_ON = day('2026-09-01');

/** Puts everything from the plan of 2025 to yesterday into the timeline and lets it happen. */
export async function tellYear(world: World, tell: (line: string) => void): Promise<void> {
  const { timeline } = world;
  const office = world.register.actor('office');
  timeline.add('2025-03-31', NINE, async () => {
    const before = await enterPlan(world, office, DISTRICT_PLAN_2025);
    await tellShares(world, before, {
      storyOf: () => ({ progress: [], done: CLOSED_2025, evidence: ['任务完成情况说明'] }),
      outcomes: {},
      closesYear: true,
      start: day('2025-04-07'),
      until: day('2026-02-13'),
    });
    timeline.add('2026-03-02', NINE, async () => {
      const city = await enterPlan(world, office, CITY_PLAN_2026);
      timeline.add('2026-03-23', NINE, () => beginDistrictYear(world, before, city, tell));
    });
  });
  let told = Number.POSITIVE_INFINITY;
  await timeline.run(world.clock, new Date(`${world.until}T23:59:59+08:00`), (left) => {
    if (left === 0 || left % 500 > 0 || left >= told) return;
    told = left;
    tell(`  尚有 ${left} 件办理记录`);
  });
}

async function beginDistrictYear(
  world: World,
  before: EnteredPlan,
  city: EnteredPlan,
  tell: (line: string) => void,
): Promise<void> {
  const options = { parentPlanId: city.id, chosen: CHOSEN_2026, events: { 73: NEW_RULES_ON } };
  const district = await enterPlan(world, world.register.actor('office'), DISTRICT_PLAN_2026, options);
  tell(`  ${DISTRICT_PLAN_2026.title}，${district.tasks.size} 项任务`);
  await tellShares(world, district, {
    storyOf: storyOfShare,
    outcomes: OUTCOMES,
    start: day('2026-03-25'),
    startOf: { 73: day('2026-09-03') },
    split: { from: day('2026-03-25'), to: day('2026-04-17') },
  });
  await linkTasks(world, district, city, before);
  tellMeetings(world, district);
  tellIssues(world, district);
  tellKeyFields(world);
  tellLookBack(world, before);
  for (const plan of UNIT_PLANS_2026) tellUnitPlan(world, district, plan);
  world.timeline.add('2026-11-18', NINE, async () => {
    await uploadPlan(world, world.register.actor('office'), DISTRICT_PLAN_2027_DRAFT);
  });
}

/** A unit's own plan, entered by its officer on the day of issue. */
function tellUnitPlan(world: World, district: EnteredPlan, plan: DemoPlan): void {
  world.timeline.add(plan.issuedOn, NINE, async () => {
    const officer = world.register.actor(`officer.${plan.unitCode}`);
    const entered = await enterPlan(world, officer, plan, { parentPlanId: district.id });
    await tellShares(world, entered, {
      storyOf: (share) => UNIT_STORIES[plan.unitCode]?.[share.taskNumber],
      outcomes: {},
      start: plan.issuedOn as LocalDate,
      acceptor: `deputy.${plan.unitCode}`,
    });
  });
}
