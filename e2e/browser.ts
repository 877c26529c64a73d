import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Debian's Chromium, or the one that MINGCHUANG_CHROMIUM names. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.MINGCHUANG_CHROMIUM ?? CANDIDATES.find((path) => existsSync(path));
  if (executablePath === undefined) throw new Error('no Chromium found; set MINGCHUANG_CHROMIUM');
  return chromium.launch({
    executablePath,
    // Names of downloaded files are Chinese.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    args: [
      '--no-sandbox',
      '--headless',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly {
    readonly target: readonly unknown[];
    readonly failureSummary: string;
    readonly any: readonly { readonly data: { readonly messageKey?: string } | null }[];
  }[];
}

interface AxeResults {
  readonly violations: readonly AxeResult[];
  readonly incomplete: readonly AxeResult[];
}

/**
 * What axe-core finds on the page as it stands, one line each; empty when there is nothing. All its rules run, best practices too. Words in
 * the colour of their ground it leaves to people, since they may be hidden on purpose: here they never are.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations, incomplete } = (await page.evaluate('axe.run()')) as AxeResults;
  const invisible = incomplete.map((one) => ({
    ...one,
    nodes: one.nodes.filter(({ any }) => any.some(({ data }) => data?.messageKey === 'equalRatio')),
  }));
  return [...violations, ...invisible].flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id} (${violation.impact}) ${node.target.join(' ')}: ${node.failureSummary}`,
    ),
  );
}
