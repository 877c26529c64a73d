import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { AppError, type Reason } from '../../kernel/app-error.ts';
import { FrameTooLong, frameHead, type Message, readFrame } from './frame.ts';
import { watchProcess } from './process-watch.ts';
import { Turns } from './turns.ts';

export type { Message } from './frame.ts';

export interface IsolationLimits {
  /** Of processor time: what a file costs, however busy the machine is. Absent: the clock's limit. */
  readonly processorMs?: number;
  /** By the clock, whatever it waits for. */
  readonly milliseconds: number;
  /** All memory of the process together, its own start of about 60 MB included. */
  readonly megabytes: number;
  readonly outputBytes: number;
  /** Native packages may be loaded, for tasks that draw. */
  readonly addons?: boolean;
}

/** Bytes at hand, or a stream of known length, so that a large file never stands in the server's memory. */
export type IsolatedInput = Uint8Array | { readonly size: number; readonly stream: Readable };

export type BreachKind = 'time' | 'memory' | 'output' | 'crash' | 'busy';

/** The process went past a limit and was killed, broke down, or found no place in the queue. */
export class IsolationBreach extends Error {
  readonly kind: BreachKind;

  constructor(kind: BreachKind, message: string) {
    super(message);
    this.name = 'IsolationBreach';
    this.kind = kind;
  }
}

const AT_ONCE = 2;
const MOST_WAITING = 200;
const MOST_COMPLAINT_BYTES = 4096;
const turns = new Turns(AT_ONCE, MOST_WAITING);

/** Compiled `dist`, or the repository in development; both hold `src`. */
const codeFolder = join(import.meta.dirname, '..', '..', '..');
const packagesFolder = dirname(dirname(createRequire(import.meta.url).resolve('fflate/package.json')));
const entry = fileURLToPath(new URL(`./child${extname(import.meta.url)}`, import.meta.url));

/**
 * Opens foreign bytes in a process of its own: no environment, no network, no writing, no other processes, reading only of
 * our code and its packages; killed past its limits. Two at most run at once.
 *
 * @param task module that exports `answer(message): Promise<Message>`
 * @throws IsolationBreach; AppError as the task threw it
 */
export async function runIsolated(
  task: URL,
  value: unknown,
  inputs: readonly IsolatedInput[],
  limits: IsolationLimits,
): Promise<Message> {
  return turns.take(
    () => run(start(task, limits), value, inputs, limits),
    () => new IsolationBreach('busy', 'too many files are waiting to be opened'),
  );
}

function start(task: URL, limits: IsolationLimits): ChildProcess {
  const readable = [join(codeFolder, 'src', '*'), join(packagesFolder, '*'), ...scopes()];
  const heap = Math.max(64, limits.megabytes - 64);
  const command = [
    process.execPath,
    '--permission',
    ...readable.map((path) => `--allow-fs-read=${path}`),
    ...(limits.addons ? ['--allow-addons'] : []),
    '--disallow-code-generation-from-strings',
    `--max-old-space-size=${heap}`,
    '--no-warnings',
    entry,
    task.href,
  ];
  // The kernel's own limit holds even when this server is killed in the middle and nobody watches any more.
  const seconds = Math.ceil((limits.processorMs ?? limits.milliseconds) / 1000) + 2;
  return spawn('/bin/sh', ['-c', `ulimit -t ${seconds}; exec "$@"`, 'sh', ...command], {
    cwd: codeFolder,
    env: { TZ: 'Asia/Shanghai' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** Node asks these which kind of module a file is. */
function scopes(): string[] {
  return [join(codeFolder, 'package.json'), join(dirname(packagesFolder), 'package.json')];
}

async function run(
  child: ChildProcess,
  value: unknown,
  inputs: readonly IsolatedInput[],
  limits: IsolationLimits,
): Promise<Message> {
  let breach: IsolationBreach | undefined;
  const kill = (kind: BreachKind, message: string) => {
    breach ??= new IsolationBreach(kind, message);
    child.kill('SIGKILL');
  };
  const timer = setTimeout(() => kill('time', `no answer in ${limits.milliseconds} ms`), limits.milliseconds);
  const most = { bytes: limits.megabytes * 1_048_576, processorMs: limits.processorMs ?? limits.milliseconds };
  const unwatch = watchProcess(child.pid ?? 0, most, (kind) => kill(kind, `more ${kind} than ${JSON.stringify(most)}`));
  const complaint = complaintOf(child);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()).once('error', () => resolve()));
  try {
    const sent = send(child, value, inputs);
    const answer = await readFrame(bounded(child, limits.outputBytes, () => kill('output', 'its answer is too long')));
    await sent;
    return opened(answer);
  } catch (error) {
    if (error instanceof AppError) throw error;
    child.kill('SIGKILL');
    // It closes only when nothing of what it said is left unread.
    child.stdout?.destroy();
    await ended;
    throw (
      breach ?? (error instanceof FrameTooLong ? new IsolationBreach('output', error.message) : crashOf(complaint()))
    );
  } finally {
    clearTimeout(timer);
    unwatch();
    child.kill('SIGKILL');
  }
}

async function send(child: ChildProcess, value: unknown, inputs: readonly IsolatedInput[]): Promise<void> {
  const head = frameHead(
    value,
    inputs.map((input) => (input instanceof Uint8Array ? input.length : input.size)),
  );
  async function* pieces() {
    yield head;
    for (const input of inputs) {
      if (input instanceof Uint8Array) yield input;
      else yield* input.stream;
    }
  }
  // A child that was killed stops reading; what it was is told by how it ended, not by our broken pipe.
  if (child.stdin) await pipeline(Readable.from(pieces()), child.stdin).catch(() => undefined);
}

function bounded(child: ChildProcess, mostBytes: number, breach: () => void): Readable {
  async function* pieces() {
    let total = 0;
    for await (const piece of child.stdout ?? []) {
      total += (piece as Buffer).length;
      if (total > mostBytes) return breach();
      yield piece as Buffer;
    }
  }
  return Readable.from(pieces());
}

function complaintOf(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.on('data', (piece: Buffer) => {
    if (text.length < MOST_COMPLAINT_BYTES) text += piece.toString();
  });
  return () => text.slice(0, MOST_COMPLAINT_BYTES);
}

function crashOf(complaint: string): IsolationBreach {
  const kind = /heap out of memory|allocation failed/i.test(complaint) ? 'memory' : 'crash';
  return new IsolationBreach(kind, complaint || 'it ended without an answer');
}

function opened({ value, bytes }: Message): Message {
  const outcome = value as { value: unknown } | { error: AppErrorFields };
  if (!('error' in outcome)) return { value: outcome.value, bytes };
  const { code, status, message, ...more } = outcome.error;
  throw new AppError(code, status, message, more);
}

interface AppErrorFields {
  readonly code: string;
  readonly status: number;
  readonly message: string;
  readonly reasons: readonly Reason[];
  readonly details: Readonly<Record<string, unknown>>;
}
