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

let failed = false;
try {
  if (only.length === 0) failed = !check();
  failed = !vitest('unit', []) || failed;
  if (chromium && existsSync(join(root, 'vitest.e2e.config.ts'))) {
    failed = !vitest('browser', ['--config', 'vitest.e2e.config.ts']) || failed;
  }
} finally {
  postgres?.stop();
}
report();

function check() {
  return spawnSync('npm', ['run', '-s', 'check'], { cwd: root, env, stdio: 'inherit' }).status === 0;
}

function vitest(name, more) {
  const args = [
    'run',
    ...more,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(reports, name)}.json`,
  ];
  const path = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  return spawnSync(node, [path, ...args, ...only], { cwd: root, env, stdio: 'inherit' }).status === 0;
}

function findChromium() {
  if (process.env.MINGCHUANG_CHROMIUM) return process.env.MINGCHUANG_CHROMIUM;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

function report() {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const name of ['unit', 'browser']) {
    const path = join(reports, `${name}.json`);
    if (!existsSync(path)) continue;
    const result = JSON.parse(readFileSync(path, 'utf8'));
    total.passed += result.numPassedTests;
    total.failed += result.numFailedTests + (result.numFailedTestSuites > 0 && result.numFailedTests === 0 ? 1 : 0);
    total.skipped += result.numPendingTests;
  }
  rmSync(reports, { recursive: true, force: true });
  for (const sentence of lacking) say(sentence);
  if (REQUIRE_ALL && lacking.length > 0) failed = true;
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exitCode = failed || total.failed > 0 || total.passed === 0 ? 1 : 0;
}
