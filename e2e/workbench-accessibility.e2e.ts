import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, launchBrowser } from './browser.ts';
import { type Program, startProgram } from './program.ts';
import { ask, settled, signIn, visit } from './workbench.ts';

const PLAN_FILE = join(import.meta.dirname, '..', 'demo', 'plan-2026', 'plan.pdf');

interface Reports {
  readonly district: Line | null;
  readonly units: readonly Line[];
}
interface Line {
  readonly report: { readonly id: string } | null;
}

type Items = { readonly items: readonly { readonly id: string }[] };

/** Pages that an office sees; `:name` stands for a record of the demonstration district. */
const OFFICE_PAGES = [
  '/',
  '/shares',
  '/shares/:share',
  '/reminders',
  '/ledger',
  '/ledger?view=timeline',
  '/ledger?view=calendar',
  '/tasks/:task',
  '/plans',
  '/plans/:plan',
  '/plans/:plan?view=units',
  '/plans/:plan?view=subplans',
  '/plans/:plan?view=facts',
  '/imports',
  '/imports/:import',
  '/publications',
  '/publications/new',
  '/publications/:publication',
  '/publications/:publication?view=review',
  '/publications/:publication?view=history',
  '/interpretation-work',
  '/interpretation-work?view=questions',
  '/interpretation-work?view=thresholds',
  '/interpretation-registers',
  '/interpretation-registers?view=reprint',
  '/interpretation-registers?view=coaching',
  '/interpretation-registers?view=spokesperson',
  '/interpretation-registers?view=enterpriseTalk',
  '/cases',
  '/cases/new',
  '/cases/:case',
  '/case-load',
  '/case-figures',
  '/case-sources',
  '/source-treatments',
  '/source-treatments/new?case=:case',
  '/source-treatments/:treatment',
  '/knowledge',
  '/knowledge/new',
  '/knowledge/clusters',
  '/knowledge/gaps',
  '/knowledge/sharing',
  '/knowledge/figures',
  '/disclosure-requests',
  '/disclosure-requests/:request',
  '/request-hot-spots',
  '/request-checks',
  '/letter-templates',
  '/letter-templates?view=remedies',
  '/proceedings',
  '/proceedings?view=figures',
  '/proceedings/:proceeding',
  '/annual-reports',
  '/annual-reports/:report',
  '/document-intake',
  '/document-intake?view=sources',
  '/document-intake?view=folder',
  '/archive-transfers',
  '/review-rules',
  '/issuer-codes',
  '/meetings',
  '/meetings/:meeting',
  '/leading-group-issues',
  '/key-fields',
  '/look-back',
  '/plan-parameters',
  '/calendar-feeds',
  '/units',
  '/people',
  '/workdays',
  '/account',
  '/nowhere',
];
const OFFICER_PAGES = [
  '/',
  '/shares?mine=true',
  '/shares/:share/report',
  '/imports',
  '/publications',
  '/cases',
  '/cases/:case',
  '/source-treatments',
  '/disclosure-requests',
  '/disclosure-requests/new',
  '/disclosure-requests/:request',
  '/document-intake',
  '/archive-transfers',
];
const LEADER_PAGES = ['/'];

let program: Program;
let browser: Browser;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), launchBrowser()]);
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

async function records(page: Page): Promise<Readonly<Record<string, string>>> {
  const first = async (path: string): Promise<string> => {
    const [item] = (await ask<Items>(page, path)).items;
    if (!item) throw new Error(`the demonstration has nothing at ${path}`);
    return item.id;
  };
  return {
    ':share': await first('/api/assignments?mine=true&unfinished=true&pageSize=1'),
    ':case': await first('/api/cases?pageSize=1'),
    ':request': await first('/api/disclosure-requests?pageSize=1'),
    ':task': await first('/api/tasks?pageSize=1'),
    ':plan': await first('/api/plans?level=district&pageSize=1'),
    ':meeting': await first('/api/meetings?pageSize=1'),
  };
}

/** Of what only the office has. */
async function officeRecords(page: Page): Promise<Readonly<Record<string, string>>> {
  const { items } = await ask<Items>(page, '/api/proceedings?pageSize=1');
  const treated = await ask<Items>(page, '/api/source-treatments?standing=finished&pageSize=1');
  const { district, units } = await ask<Reports>(page, '/api/annual-reports?year=2025');
  const report = [district, ...units].find((row) => row?.report)?.report?.id;
  return {
    ':proceeding': items[0]?.id ?? 'none',
    ':report': report ?? 'none',
    ':treatment': treated.items[0]?.id ?? 'none',
  };
}

/** An import left for later, with its PDF beside the rows. */
async function startImport(page: Page): Promise<string> {
  await visit(page, '/imports');
  await page.setInputFiles('input[type=file]', PLAN_FILE);
  await page.waitForURL(/imports\/[0-9a-f-]{36}$/);
  await settled(page);
  return page.url().slice(-36);
}

/** A draft with personal data in its title, so that findings and reasons show. */
async function startPublication(page: Page): Promise<string> {
  await visit(page, '/publications/new');
  await page.getByText('从空白开始', { exact: true }).click();
  await page.getByRole('textbox', { name: '标题' }).fill('关于李某某（电话13812345678）来信的答复');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.waitForURL(/publications\/[0-9a-f-]{36}$/);
  await settled(page);
  return page.url().slice(-36);
}

async function check(page: Page, path: string, ids: Readonly<Record<string, string>>): Promise<void> {
  const complaints: string[] = [];
  page.removeAllListeners('console');
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await visit(
    page,
    path.replace(/:[a-z]+/, (name) => ids[name] ?? name),
  );
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  // Content policy, script errors and failed requests all end up here.
  expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
}

describe.each([
  { name: 'wide', viewport: { width: 1280, height: 900 } },
  { name: 'phone', viewport: { width: 390, height: 844 } },
])('$name', ({ viewport }) => {
  it('finds nothing on the sign-in page', async () => {
    const page = await (await browser.newContext({ viewport })).newPage();
    await page.goto(`${program.origin}/workbench/sign-in`);
    await page.getByLabel('账号').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.context().close();
  });

  it('calls a button by its own name again, however quickly the server refused', async () => {
    const page = await (await browser.newContext({ viewport })).newPage();
    await page.goto(`${program.origin}/workbench/sign-in`);
    const refusal = { status: 401, contentType: 'application/problem+json', body: '{"status":401,"code":"sign-in"}' };
    await page.route('**/api/session', (route) =>
      route.request().method() === 'POST' ? route.fulfill(refusal) : route.continue(),
    );
    await page.getByLabel('账号').fill('office');
    await page.getByLabel('密码', { exact: true }).fill('wrong');
    // A spinner that only sometimes stays shows in some of many.
    for (let i = 0; i < 40; i += 1) await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('button', { name: '登录', exact: true }).waitFor();
    await page.context().close();
  });

  describe.each([
    { account: 'office', pages: OFFICE_PAGES, imports: true },
    { account: 'officer.jiaoyu', pages: OFFICER_PAGES, imports: false },
    { account: 'head.jiaoyu', pages: LEADER_PAGES, imports: false },
  ])('$account', ({ account, pages, imports }) => {
    let page: Page;
    let ids: Readonly<Record<string, string>>;
    beforeAll(async () => {
      page = await signIn(browser, program.origin, account, viewport);
      ids = await records(page);
      if (imports) {
        const made = { ':import': await startImport(page), ':publication': await startPublication(page) };
        ids = { ...ids, ...made, ...(await officeRecords(page)) };
      }
    });
    afterAll(() => page?.context().close());

    it.each(pages)('finds nothing on %s, nothing sticks out, the browser complains of nothing', async (path) => {
      await check(page, path, ids);
    });
  });
});
