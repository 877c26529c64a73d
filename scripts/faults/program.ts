import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '..', '..', 'dist', 'src', 'main.js');

export interface Program {
  /** http://127.0.0.1:port, without a trailing slash. */
  readonly origin: string;
  readonly child: ChildProcess;
  /** Standard output and error so far. */
  output(): string;
  /** SIGKILL, and waits until the process is gone. */
  kill(): Promise<void>;
  stop(): Promise<number | null>;
}

export type Environment = Readonly<Record<string, string>>;

/** The built server, on a free port; resolves when it says where it listens. @throws when it ends instead */
export async function serve(env: Environment): Promise<Program> {
  const child = spawn(process.execPath, [MAIN, 'serve'], {
    env: environmentOf(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  const gone = once(child, 'exit');
  const origin = await new Promise<string>((resolve, reject) => {
    const read = (bytes: Buffer) => {
      written += bytes;
      const address = /门户：(http:\/\/[^/\s]+)/.exec(written)?.[1];
      if (address) resolve(address);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`serve ended with ${code}: ${written}`)));
  });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await gone;
    return child.exitCode;
  };
  return {
    origin,
    child,
    output: () => written,
    kill: async () => {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
  };
}

/** Runs a command of the program to its end. */
export function command(env: Environment, ...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    env: environmentOf(env),
    encoding: 'utf8',
    timeout: 120_000,
  });
  return { status, output: stdout + stderr };
}

function environmentOf(env: Environment): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: 'production',
    PORT: '0',
    MINGCHUANG_LOG_LEVEL: 'error',
    MINGCHUANG_RATE_LIMIT: '100000000',
    ...env,
  };
}
