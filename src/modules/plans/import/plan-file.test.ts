import { expect, it } from 'vitest';
import { drawBlocks, usualWidths } from '../reader/page-drawing.fixtures.ts';
import { ofdFile, pdfFile } from '../reader/page-files.fixtures.ts';
import { inventPlan } from '../reader/plan-document.fixtures.ts';
import { FIXTURE_FORMATS, writePlan } from '../reader/plan-files.fixtures.ts';
import { layOut } from '../reader/plan-page.fixtures.ts';
import { readPlan } from '../reader/read-plan.ts';
import { openPlanFile, openSource } from './plan-file.ts';

const plan = inventPlan(4);
const pages = drawBlocks(layOut(plan, true), {
  widths: usualWidths(plan.layout.columns),
  rulings: 'all',
  vertical: 'middle',
  footer: true,
});
const FILES: readonly (readonly [string, () => Promise<Uint8Array> | Uint8Array])[] = [
  ...FIXTURE_FORMATS.map((format) => [format, () => writePlan(plan, format)] as const),
  ['pdf', () => pdfFile(pages)],
  ['ofd', () => ofdFile(pages)],
];

it.each(FILES)('a %s is read in the isolated process as it is read here', async (format, make) => {
  const bytes = await make();
  const { reading, source } = await openPlanFile(bytes, `plan.${format}`);
  expect(reading).toEqual(JSON.parse(JSON.stringify(await readPlan(bytes, { fileName: `plan.${format}` }))));
  expect(reading.tasks.length).toBe(plan.tasks.length);
  expect(source.blocks.length).toBeGreaterThan(0);
});

it('hands on the sentence of a file that is no plan', async () => {
  await expect(openSource(new Uint8Array(), 'plan.pdf')).rejects.toMatchObject({
    code: 'plan-unreadable',
    status: 422,
    message: expect.stringContaining('空的'),
  });
});
