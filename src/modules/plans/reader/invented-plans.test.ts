import { describe, expect, test } from 'vitest';
import { inventPlan } from './plan-document.fixtures.ts';
import { FIXTURE_FORMATS, writePlan } from './plan-files.fixtures.ts';
import type { PlanReading } from './plan-reading.ts';
import { readPlan } from './read-plan.ts';
import { foldKey } from './source-text.ts';

const SEEDS_PER_TEST = 8;
const BATCHES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Only what the truth knows, folded: full-width digits, blanks and line ends make no difference. */
function essence(
  plan: { title: string | null; year: number | null },
  tasks: PlanReading['tasks'] | ReturnType<typeof inventPlan>['tasks'],
) {
  return {
    title: plan.title,
    year: plan.year,
    tasks: tasks.map((task) => ({
      number: task.number,
      category: task.category,
      name: task.name,
      content: foldKey(task.content),
      units: task.units.map((unit) => `${unit.role} ${foldKey(unit.name)}`).sort(),
      deadlineText: foldKey(task.deadlineText),
      kind: task.deadline.kind,
      from: task.deadline.from,
      to: task.deadline.to,
    })),
  };
}

describe.each(FIXTURE_FORMATS)('invented plans as %s', (format) => {
  test.each(BATCHES)('batch %i is read back exactly, whatever its layout', async (batch) => {
    for (let i = 1; i <= SEEDS_PER_TEST; i += 1) {
      const plan = inventPlan(batch * SEEDS_PER_TEST + i);
      const reading = await readPlan(await writePlan(plan, format));
      expect(essence(reading.plan, reading.tasks), `seed ${plan.seed}`).toEqual(essence(plan, plan.tasks));
    }
  });
});

test('doubts are few where headings are plain, and said where there are none', async () => {
  let headed = 0;
  for (let seed = 1; seed <= 60; seed += 1) {
    const plan = inventPlan(seed);
    const { warnings } = await readPlan(await writePlan(plan, 'docx'));
    const ofDocument = warnings.filter((warning) => warning.field === 'document');
    if (plan.layout.headings === null) expect(ofDocument.length, `seed ${seed}`).toBeGreaterThan(0);
    else {
      headed += warnings.length;
      expect(ofDocument, `seed ${seed}`).toEqual([]);
    }
  }
  expect(headed).toBeLessThan(60);
});
