import { readFile } from 'node:fs/promises';
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { readPlan } from '../../src/modules/plans/reader/index.ts';
import { CITY_PLAN_2026 } from '../city-plan-2026/plan.ts';
import type { DemoPlan } from '../plan.ts';
import { DISTRICT_PLAN_2025 } from '../plan-2025/plan.ts';
import { DISTRICT_PLAN_2026 } from '../plan-2026/plan.ts';
import { UNIT_PLANS_2026 } from '../unit-plans-2026/plans.ts';
import { evidenceDocx } from './evidence-docx.ts';
import { planDocx } from './plan-docx.ts';

const bare = (text: string | null) => (text ?? '').normalize('NFKC').replace(/\s/g, '');

async function readExactly(plan: DemoPlan, bytes: Uint8Array, fileName: string): Promise<void> {
  const reading = await readPlan(bytes, { fileName });
  expect(reading.tasks.map((task) => task.number)).toEqual(plan.tasks.map((task) => task.number));
  for (const [place, task] of plan.tasks.entries()) {
    const read = reading.tasks[place];
    const cells = [read?.category, read?.name, read?.content, read?.unitsText, read?.deadlineText];
    const printed = [task.category, task.name, task.content, task.units, task.deadline];
    expect(cells.map((cell) => bare(cell ?? null))).toEqual(printed.map(bare));
  }
}

test.each([DISTRICT_PLAN_2025, CITY_PLAN_2026, ...UNIT_PLANS_2026])(
  '$title is read as it was written',
  async (plan) => {
    await readExactly(plan, await planDocx(plan), 'plan.docx');
  },
);

test.each(['plan.docx', 'plan.xlsx', 'plan.pdf'])('the printed %s of 2026 says what the data say', async (name) => {
  const bytes = await readFile(new URL(`../plan-2026/${name}`, import.meta.url));
  await readExactly(DISTRICT_PLAN_2026, new Uint8Array(bytes), name);
});

test('an evidence sheet opens in Word readers and says whose it is', async () => {
  const text = 'a < b & 已完成';
  const bytes = evidenceDocx({ title: '清理清单', unit: '区司法局', task: '第 2 项', text, day: '2026年6月1日' });
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  expect(value).toContain('清理清单');
  expect(value).toContain('区司法局');
  expect(value).toContain(text);
});
