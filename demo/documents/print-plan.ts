// Writes plan.docx, plan.xlsx and plan.pdf of this year's plan again after its text was changed:
//   node demo/documents/print-plan.ts    (Chromium from MINGCHUANG_CHROMIUM or /usr/bin/chromium)
import { writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { DISTRICT_PLAN_2026 } from '../plan-2026/plan.ts';
import { planDocx } from './plan-docx.ts';
import { planHtml } from './plan-html.ts';
import { planXlsx } from './plan-xlsx.ts';

const folder = new URL('../plan-2026/', import.meta.url);

await writeFile(new URL('plan.docx', folder), await planDocx(DISTRICT_PLAN_2026));
await writeFile(new URL('plan.xlsx', folder), await planXlsx(DISTRICT_PLAN_2026));

const browser = await chromium.launch({
  executablePath: process.env.MINGCHUANG_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const page = await browser.newPage();
  await page.setContent(planHtml(DISTRICT_PLAN_2026), { waitUntil: 'load' });
  await page.pdf({
    path: new URL('plan.pdf', folder).pathname,
    preferCSSPageSize: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate:
      '<div style="font-size:11px;width:100%;text-align:center">— <span class="pageNumber"></span> —</div>',
  });
} finally {
  await browser.close();
}
