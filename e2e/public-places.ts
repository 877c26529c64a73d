import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Every list that the public has, by the name under which a failing test reports it. */
const LISTS: Readonly<Record<string, (unit: string, words: string) => string>> = {
  首页: () => '/',
  政策文件: () => '/library?sort=published',
  单位栏目: (unit) => `/openness/${unit}`,
  主动公开目录: (unit) => `/openness/${unit}/catalogue`,
  检索: (_unit, words) => `/search?q=${encodeURIComponent(words)}`,
};
const FEEDS = ['/library/feed.rss', '/library/feed.atom'] as const;

export interface Sought {
  readonly number: number;
  readonly unit: string;
  /** For the search. */
  readonly words: string;
}

/** Which of the public's lists, feeds and maps lead to the document, as their readers see them: pages as links, feeds as parsed XML. */
export async function placesOf(page: Page, origin: string, { number, unit, words }: Sought): Promise<string[]> {
  const path = `/documents/${number}`;
  const found: string[] = [];
  for (const [name, address] of Object.entries(LISTS)) {
    await page.goto(origin + address(unit, words));
    if ((await page.getByRole('main').locator(`a[href="${path}"]`).count()) > 0) found.push(name);
  }
  for (const feed of FEEDS) {
    const links = await page.evaluate(readXml, { feed, selector: 'item > guid, entry > id' });
    if (links.some((link) => new URL(link).pathname === path)) found.push(feed.endsWith('rss') ? 'RSS' : 'Atom');
  }
  const map = await page.evaluate(readXml, { feed: '/sitemap.xml', selector: 'url > loc' });
  if (map.some((link) => new URL(link).pathname === path)) found.push('站点地图');
  return found;
}

/** Runs in the browser: its parser refuses XML that is not well-formed. */
async function readXml({ feed, selector }: { feed: string; selector: string }): Promise<string[]> {
  const answer = await fetch(feed);
  const parsed = new DOMParser().parseFromString(await answer.text(), 'application/xml');
  const error = parsed.querySelector('parsererror');
  if (!answer.ok || error) throw new Error(`${feed}: ${answer.status} ${error?.textContent ?? ''}`);
  return [...parsed.querySelectorAll(selector)].map((node) => node.textContent ?? '');
}

export interface Shown {
  readonly status: number;
  /** Where the address led. */
  readonly path: string;
  /** Of the main part. */
  readonly words: string;
}

/** A public page as it stands at this moment. Pages ask once a second whether they are still right, so what was just done is polled for. */
export async function shown(page: Page, address: string): Promise<Shown> {
  const answer = await page.goto(address);
  const words = await page.getByRole('main').innerText();
  return { status: answer?.status() ?? 0, path: new URL(page.url()).pathname, words };
}

/** What happened to the document according to the page of the log, newest first. */
export async function loggedActs(page: Page, origin: string, number: number): Promise<string[]> {
  await page.goto(`${origin}/log`);
  const rows = page.getByRole('table', { name: /^发布和变更记录/ }).locator('tbody tr');
  const named = rows.filter({ has: page.locator(`a[href="/documents/${number}"]`) });
  // What was removed is told by its number alone.
  const all = named.or(rows.filter({ hasText: `第 ${number} 号公开信息（` }));
  return all.evaluateAll((found) => found.map((row) => row.children[1]?.textContent?.trim() ?? ''));
}

export interface Auditor {
  /** Exit code 0: nothing found. The second run compares with what the first one saw. */
  run(): Promise<{ readonly code: number; readonly said: string }>;
  end(): Promise<void>;
}

/** An outsider with the program that the site gives away, and nothing else of ours. */
export async function auditor(origin: string): Promise<Auditor> {
  const folder = await mkdtemp(join(tmpdir(), 'outsider-'));
  const program = await fetch(`${origin}/log/audit.mjs`);
  await writeFile(join(folder, 'log-audit.mjs'), await program.text());
  return {
    run: () =>
      new Promise((resolve) => {
        const args = ['log-audit.mjs', origin, '--state', 'state.json'];
        execFile(process.execPath, args, { cwd: folder }, (error, out, complaint) =>
          resolve({ code: typeof error?.code === 'number' ? error.code : error ? 2 : 0, said: out + complaint }),
        );
      }),
    end: () => rm(folder, { recursive: true, force: true }),
  };
}
