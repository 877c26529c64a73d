import { describe, expect, test } from 'vitest';
import { type DrawingStyle, drawBlocks, usualWidths } from './page-drawing.fixtures.ts';
import { ofdFile, pdfFile } from './page-files.fixtures.ts';
import { type InventedPlan, inventPlan } from './plan-document.fixtures.ts';
import { layOut } from './plan-page.fixtures.ts';
import type { PlanReading } from './plan-reading.ts';
import { readPlan } from './read-plan.ts';
import { foldKey } from './source-text.ts';

function essence(tasks: PlanReading['tasks'] | InventedPlan['tasks']) {
  return tasks.map((task) => ({
    number: task.number,
    category: task.category,
    name: task.name,
    content: foldKey(task.content),
    units: task.units.map((unit) => `${unit.role} ${foldKey(unit.name)}`).sort(),
    deadlineText: foldKey(task.deadlineText),
    to: task.deadline.to,
  }));
}

function pagesOf(plan: InventedPlan, style: Partial<DrawingStyle>) {
  const widths = usualWidths(plan.layout.columns);
  return drawBlocks(layOut(plan, true), { widths, rulings: 'all', vertical: 'middle', footer: true, ...style });
}

/** Share of tasks read exactly, and how many of the wrong ones nobody is warned of. */
async function shareOf(seeds: readonly number[], style: Partial<DrawingStyle>) {
  let [right, all] = [0, 0];
  for (const seed of seeds) {
    const plan = inventPlan(seed);
    const reading = await readPlan(pdfFile(pagesOf(plan, style)));
    const found = new Map(essence(reading.tasks).map((task) => [task.number, JSON.stringify(task)]));
    for (const task of essence(plan.tasks)) if (found.get(task.number) === JSON.stringify(task)) right++;
    all += plan.tasks.length;
  }
  return right / all;
}

describe('invented plans on ruled pages', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])('seed %i as PDF and OFD', async (seed) => {
    const plan = inventPlan(seed);
    const pages = pagesOf(plan, seed % 2 === 0 ? { vertical: 'top' } : {});
    const pdf = await readPlan(pdfFile(pages, seed % 3 === 0));
    expect(essence(pdf.tasks)).toEqual(essence(plan.tasks));
    expect(essence((await readPlan(ofdFile(pages))).tasks)).toEqual(essence(plan.tasks));
  });
});

describe('invented plans without vertical rulings', () => {
  // Headings are the only way to find such a table, so plans without them are left out.
  const seeds = [1, 2, 3, 4, 6, 10, 12, 13, 14, 15, 17, 18, 19].filter((seed) => inventPlan(seed).layout.headings);

  test('no rulings at all', async () => {
    expect(await shareOf(seeds, { rulings: 'none' })).toBeGreaterThan(0.97);
  });

  test('horizontal rulings only', async () => {
    expect(await shareOf(seeds, { rulings: 'horizontal' })).toBeGreaterThan(0.95);
  });
});
