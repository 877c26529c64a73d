// A throw-away PostgreSQL from the machine's own binaries, for tests and benchmarks.
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Folder with initdb and postgres (15 or newer), or undefined when the machine has none. */
export function postgresBinaries() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((v) => join(debian, v, 'bin')), ...(process.env.PATH ?? '').split(delimiter)];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

/**
 * @param {{ durable?: boolean, folder?: string }} [options] durable: with fsync, for fault tests and benchmarks; folder: where to put it
 * @returns undefined when no binaries are there; `restart` starts it again when it has ended by itself
 */
export async function startPostgres(options = {}) {
  const binaries = postgresBinaries();
  if (!binaries) return undefined;
  const user = unprivilegedUser();
  const folder = mkdtempSync(join(options.folder ?? tmpdir(), 'mingchuang-postgres-'));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const made = spawnSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'mingchuang', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    { ...user, cwd: folder, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const port = await freePort();
  const settings = options.durable
    ? []
    : ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];
  const start = () =>
    spawn(
      join(binaries, 'postgres'),
      ['-D', data, '-k', folder, '-p', String(port), '-h', '127.0.0.1', '-c', 'max_connections=200', ...settings],
      { ...user, cwd: folder, stdio: 'ignore' },
    );
  let server = start();
  const stop = () => {
    server.kill('SIGQUIT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  const restart = async () => {
    if (server.exitCode === null) return;
    server = start();
    await untilReady(binaries, port, server, folder);
  };
  const url = `postgres://mingchuang@127.0.0.1:${port}/postgres`;
  await untilReady(binaries, port, server, folder);
  return { url, pid: server.pid ?? 0, stop, restart };
}

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
function unprivilegedUser() {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line = users.find((user) => user.startsWith('postgres:')) ?? users.find((user) => user.startsWith('nobody:'));
  const [, , uid, gid] = (line ?? '').split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function untilReady(binaries, port, server, folder) {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL 启动失败（${folder}）`);
    const ready = spawnSync(join(binaries, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port), '-q']);
    if (ready.status === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('PostgreSQL 30 秒内没有就绪');
}
