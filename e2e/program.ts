import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Program {
  /** http://127.0.0.1:port, without a trailing slash. */
  readonly origin: string;
  readonly dataFolder: string;
  readonly pid: number;
  /** Stops the server and keeps the data folder, for looking at what it left. */
  end(): Promise<void>;
  stop(): Promise<void>;
}

const DIST = join(import.meta.dirname, '..', 'dist');
const RESULTS = join(import.meta.dirname, '..', 'test-results');

/**
 * The built program with the demonstration district on an embedded database of its own, on a free port. The district is loaded once
 * for each build and day and then copied: loading tells a whole year through the services.
 * @param env further environment variables, as an operator would set them; with MINGCHUANG_DATA that folder is used as it is, and kept
 */
export async function startProgram(env: Readonly<Record<string, string>> = {}): Promise<Program> {
  if (env.MINGCHUANG_DATA !== undefined) return run(env.MINGCHUANG_DATA, env);
  const dataFolder = await mkdtemp(join(tmpdir(), 'mingchuang-e2e-'));
  if (env.DATABASE_URL === undefined) await cp(await loadedDistrict(), dataFolder, { recursive: true });
  const program = await run(dataFolder, env);
  return {
    ...program,
    stop: async () => {
      await program.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

async function loadedDistrict(): Promise<string> {
  const build = (await readFile(join(DIST, '.sources'), 'utf8').catch(() => 'unknown')).slice(0, 12);
  const folder = join(RESULTS, `district-${build}-${new Date().toISOString().slice(0, 10)}`);
  if (existsSync(folder)) return folder;
  const loading = join(RESULTS, `loading-${process.pid}`);
  await mkdir(loading, { recursive: true });
  const program = await run(loading, {});
  await program.stop();
  await rename(loading, folder);
  return folder;
}

async function run(dataFolder: string, env: Readonly<Record<string, string>>): Promise<Program> {
  const child = spawn(process.execPath, [join(DIST, 'src', 'main.js'), 'serve', '--demo'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: '0',
      MINGCHUANG_LOG_LEVEL: 'warn',
      // Browsers of tests ask faster than people.
      MINGCHUANG_RATE_LIMIT: '1000000',
      ...env,
      MINGCHUANG_DATA: dataFolder,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A test that is given up must not leave a server behind.
  process.once('exit', () => child.kill('SIGKILL'));
  const stop = () => ended(child);
  try {
    return { origin: await addressOf(child), dataFolder, pid: child.pid ?? 0, end: stop, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The program says where it listens once it is ready. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const address = /门户：(http:\/\/[^/\s]+)/.exec(output)?.[1];
      if (address) resolve(address);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`the program ended with ${code}:\n${output}`)));
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
    // Longer than the program gives itself.
    setTimeout(() => child.kill('SIGKILL'), 40_000).unref();
  });
}
