import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { PlanReading } from './plan-reading.ts';
import { readPlan } from './read-plan.ts';

/** Real plans are not part of the repository; where the folder exists beside it, every format must be exact. */
const folder = new URL('../../../../../shared/plans/', import.meta.url);
const PLANS = ['baoshan-2020', 'putuo-2023', 'shanghai-2022'];
const FORMATS = ['docx', 'xlsx', 'html', 'csv', 'txt', 'pdf', 'ofd'];

interface Expected {
  plan: { title: string; docNumber: string | null; issuedOn: string | null; year: number; level: string };
  tasks: (Omit<PlanReading['tasks'][number], 'number'> & { no: number })[];
}

const cases = PLANS.flatMap((plan) =>
  FORMATS.map((format) => ({ plan, format, url: new URL(`${plan}/plan.${format}`, folder) })),
);

describe.skipIf(!existsSync(fileURLToPath(folder)))('real plans (PLAN-2)', () => {
  test.each(cases.filter(({ url }) => existsSync(fileURLToPath(url))))('$plan as $format', async ({ plan, url }) => {
    const expected = JSON.parse(readFileSync(new URL(`${plan}/expected.json`, folder), 'utf8')) as Expected;
    const reading = await readPlan(readFileSync(url), { fileName: 'plan' });
    expect(reading.plan).toMatchObject({
      title: expected.plan.title,
      year: expected.plan.year,
      level: expected.plan.level,
    });
    expect(reading.tasks.map(essence)).toEqual(
      expected.tasks.map(({ no, ...task }) => essence({ ...task, number: no })),
    );
    expect(reading.warnings.length).toBeLessThanOrEqual(3);
  });

  test('the head of a complete document', async () => {
    const reading = await readPlan(readFileSync(new URL('putuo-2023/plan.docx', folder)));
    const { docNumber, ...head } = JSON.parse(readFileSync(new URL('putuo-2023/expected.json', folder), 'utf8')).plan;
    expect(reading.plan).toEqual({ ...head, documentNumber: docNumber });
  });
});

function essence(task: Omit<PlanReading['tasks'][number], 'place'>) {
  return {
    number: task.number,
    category: fold(task.category),
    name: fold(task.name),
    content: fold(task.content),
    units: task.units.map((unit) => `${fold(unit.name)} ${unit.role}`).sort(),
    deadlineText: fold(task.deadlineText),
    kind: task.deadline.kind,
    from: task.deadline.from,
    to: task.deadline.to,
    periods: task.deadline.periods ?? null,
  };
}

function fold(text: string | null): string {
  return (text ?? '')
    .replace(/(?<=[\u4e00-\u9fff])\./g, '。')
    .replaceAll('«', '《')
    .replaceAll('»', '》')
    .replaceAll('‹', '〈')
    .replaceAll('›', '〉')
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replaceAll('。', '.');
}
