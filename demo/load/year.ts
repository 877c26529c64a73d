import type { LocalDate } from '../../src/kernel/local-date.ts';
import { CITY_PLAN_2026 } from '../city-plan-2026/plan.ts';
import { DISTRICT_PLAN_2025 } from '../plan-2025/plan.ts';
import { DISTRICT_PLAN_2026 } from '../plan-2026/plan.ts';
import { CLOSED_2025 } from '../year/look-back.ts';
import { OUTCOMES } from '../year/outcomes.ts';
import { STORIES_2026 } from '../year/stories.ts';
import { type Chosen, type EnteredPlan, enterPlan } from './plan-entry.ts';
import { tellShares } from './shares.ts';
import type { World } from './world.ts';

const NINE = 9 * 60;

/** Units that the office chose where the plan of 2026 leaves them open. */
const CHOSEN_2026: Chosen = {
  25: { 各相关单位: ['fagai', 'jiaoyu', 'zhujian', 'jiaotong', 'huanjing'] },
  66: { 区委网信办: ['xinwen'] },
  68: { 各相关单位: ['jiaotong', 'wenlv', 'shichang', 'chengtou'] },
};

/** Puts everything from the plan of 2025 to yesterday into the timeline and lets it happen. */
export async function tellYear(world: World, tell: (line: string) => void): Promise<void> {
  const office = world.register.actor('office');
  const plans: { before?: EnteredPlan; city?: EnteredPlan; district?: EnteredPlan } = {};
  const { timeline } = world;
  timeline.add('2025-03-31', NINE, async () => {
    plans.before = await enterPlan(world, office, DISTRICT_PLAN_2025);
    await tellShares(world, plans.before, {
      storyOf: () => ({ progress: [], done: CLOSED_2025, evidence: ['任务完成情况说明'] }),
      outcomes: {},
      start: '2025-04-07' as LocalDate,
      until: '2026-01-30' as LocalDate,
    });
  });
  timeline.add('2026-03-02', NINE, async () => {
    plans.city = await enterPlan(world, office, CITY_PLAN_2026);
  });
  timeline.add('2026-03-23', NINE, async () => {
    plans.district = await enterPlan(world, office, DISTRICT_PLAN_2026, {
      ...(plans.city ? { parentPlanId: plans.city.id } : {}),
      chosen: CHOSEN_2026,
    });
    tell(`  ${DISTRICT_PLAN_2026.title} ${plans.district.tasks.size} 项任务`);
    await tellShares(world, plans.district, {
      storyOf: (number) => STORIES_2026[number],
      outcomes: OUTCOMES,
      start: '2026-03-25' as LocalDate,
      startOf: { 73: '2026-09-03' as LocalDate },
    });
  });
  await timeline.run(world.clock, new Date(`${world.until}T23:59:59+08:00`), (left) => {
    if (left > 0 && left % 500 === 0) tell(`  还有 ${left} 件事`);
  });
}
