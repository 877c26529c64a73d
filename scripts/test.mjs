// `npm test`: installs, builds, checks and runs everything; says what the machine lacks and how to get it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { startPostgres } from './postgres.mjs';
import { environment, prepare, root, say } from './toolchain.mjs';

const REQUIRE_ALL = process.env.MINGCHUANG_REQUIRE_ALL === '1';
const only = process.argv.slice(2);

const node = prepare();
const chromium = findChromium();
const postgres = process.env.MINGCHUANG_TEST_POSTGRES ? undefined : await startPostgres();
const lacking = [];
if (!chromium)
  lacking.push(
    '未找到 Chromium，浏览器测试已跳过。Debian/Ubuntu：apt-get install chromium fonts-noto-cjk；或设置 MINGCHUANG_CHROMIUM。',
  );
if (!postgres && !process.env.MINGCHUANG_TEST_POSTGRES) {
  lacking.push(
    '未找到 PostgreSQL，PostgreSQL 测试已跳过。Debian/Ubuntu：apt-get install postgresql；或设置 MINGCHUANG_TEST_POSTGRES。',
  );
}
const env = environment(node, {
  ...(postgres ? { MINGCHUANG_TEST_POSTGRES: postgres.url } : {}),
  ...(chromium ? { MINGCHUANG_CHROMIUM: chromium } : {}),
});
const reports = mkdtempSync(join(tmpdir(), 'mingchuang-test-'));

const total = { passed: 0, skipped: 0, failures: [] };
try {
  if (only.length === 0 && !check()) total.failures.push('check: types, lint or imports; the log tells which');
  add('unit', vitest('unit', []));
  if (chromium) add('browser', vitest('browser', ['--config', 'vitest.e2e.config.ts']));
} finally {
  postgres?.stop();
  rmSync(reports, { recursive: true, force: true });
}
report();

function check() {
  return spawnSync('npm', ['run', '-s', 'check'], { cwd: root, env, stdio: 'inherit' }).status === 0;
}

function vitest(name, more) {
  const args = ['run', ...more, '--reporter=default', `--reporter=${join(root, 'scripts', 'outcome-reporter.mjs')}`];
  // What was asked for may stand in the other run.
  if (only.length > 0) args.push('--passWithNoTests', ...only);
  const path = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const outcome = join(reports, `${name}.json`);
  const options = { cwd: root, env: { ...env, MINGCHUANG_OUTCOME: outcome }, stdio: 'inherit' };
  const { status } = spawnSync(node, [path, ...args], options);
  if (!existsSync(outcome)) return { passed: 0, skipped: 0, failures: ['ended before its end; its log tells why'] };
  const told = JSON.parse(readFileSync(outcome, 'utf8'));
  if (status !== 0 && told.failures.length === 0) told.failures.push(`ended with ${status}; its log tells why`);
  return told;
}

function findChromium() {
  if (process.env.MINGCHUANG_CHROMIUM) return process.env.MINGCHUANG_CHROMIUM;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

function add(name, { passed, skipped, failures }) {
  total.passed += passed;
  total.skipped += skipped;
  total.failures.push(...failures.map((failure) => `${name}: ${failure}`));
}

function report() {
  const { passed, skipped, failures } = total;
  for (const sentence of lacking) say(sentence);
  for (const failure of failures) console.log(`failed ${failure}`);
  console.log(`${passed} passed, ${failures.length} failed, ${skipped} skipped`);
  const isLacking = REQUIRE_ALL && lacking.length > 0;
  process.exitCode = isLacking || failures.length > 0 || passed === 0 ? 1 : 0;
}
