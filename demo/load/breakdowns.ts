import { addDays, daysBetween, type LocalDate } from '../../src/kernel/local-date.ts';
import { demoUnit } from '../units.ts';
import { mix, seedOf } from '../year/story.ts';
import type { EnteredPlan } from './plan-entry.ts';
import type { ShareRow } from './share-row.ts';
import type { World } from './world.ts';

/** Units that people look at first. */
const ALWAYS = new Set(['jiaoyu', 'hubin', 'zhengfuban', 'qinghe']);

/**
 * A unit gives its shares to sections and people on one day and then sends its breakdown to the office (PLAN-3). A few are late; two in
 * five have not done it, so that the office has something to call for.
 */
export function tellBreakdowns(
  world: World,
  entered: EnteredPlan,
  rows: readonly ShareRow[],
  versions: Map<string, number>,
  span: { readonly from: LocalDate; readonly to: LocalDate },
): void {
  const byUnit = Map.groupBy(rows, (row) => row.unit.code);
  for (const [code, shares] of byUnit) {
    const seed = seedOf(`split:${code}`);
    if (demoUnit(code).kind === 'enterprise' || (mix(seed, 5) % 5 < 2 && !ALWAYS.has(code))) continue;
    const late = mix(seed, 2) % 9 === 0;
    const day = addDays(late ? span.to : span.from, late ? 6 : mix(seed, 1) % daysBetween(span.from, span.to));
    const officer = world.register.actor(`officer.${code}`);
    world.timeline.add(world.workdays.nextWorkday(day), 9 * 60 + 20, async () => {
      for (const row of shares) {
        const version = versions.get(row.id) ?? row.version;
        versions.set(row.id, await world.plans.assignments.splitShare(officer, row.id, place(world, row, version)));
      }
      await world.plans.views.submitBreakdown(officer, entered.id, world.register.unitId(code));
    });
  }
}

/** To the section that fits by chance, its handler where it has one, with a date of its own for some dated tasks. */
function place(world: World, row: ShareRow, version: number) {
  const sections = world.register.sectionIds.get(row.unit.code) ?? [];
  const section = mix(seedOf(row.id), 3) % Math.max(1, sections.length);
  const handler = world.register.people.get(`handler.${row.unit.code}`);
  const officer = world.register.person(`officer.${row.unit.code}`);
  const ownDueOn = row.dueOn && mix(seedOf(row.id), 4) % 4 === 0 ? addDays(row.dueOn, -5) : null;
  return {
    version,
    sectionId: sections[section] ?? null,
    personId: section === 1 && handler ? handler.id : officer.id,
    ...(ownDueOn && row.milestoneCount === 1 ? { ownDueOn } : {}),
  };
}
