import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Program {
  /** http://127.0.0.1:port, without a trailing slash. */
  readonly origin: string;
  readonly dataFolder: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/**
 * The built program with the demonstration district on an embedded database of its own, on a free port.
 * @param env further environment variables, as an operator would set them; with MINGCHUANG_DATA the folder is kept when the program stops
 */
export async function startProgram(env: Readonly<Record<string, string>> = {}): Promise<Program> {
  const dataFolder = env.MINGCHUANG_DATA ?? (await mkdtemp(join(tmpdir(), 'mingchuang-e2e-')));
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '..', 'dist', 'src', 'main.js'), 'serve', '--demo'],
    {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PORT: '0',
        MINGCHUANG_DATA: dataFolder,
        MINGCHUANG_LOG_LEVEL: 'warn',
        // Browsers of tests ask faster than people.
        MINGCHUANG_RATE_LIMIT: '1000000',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const stop = async () => {
    await ended(child);
    if (env.MINGCHUANG_DATA === undefined) await rm(dataFolder, { recursive: true, force: true });
  };
  try {
    return { origin: await addressOf(child), dataFolder, pid: child.pid ?? 0, stop };
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
    setTimeout(() => child.kill('SIGKILL'), 20_000).unref();
  });
}
