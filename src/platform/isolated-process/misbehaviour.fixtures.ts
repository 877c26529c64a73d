import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { AppError } from '../../kernel/app-error.ts';
import type { Message } from './frame.ts';

/** Everything a broken or hostile reader could do. */
const DEEDS: Readonly<Record<string, (message: Message) => unknown>> = {
  echo: ({ bytes }) => bytes.map((piece) => piece.length),
  refuse: () => {
    throw new AppError('refused', 422, '这个文件不行，请换一个。', { reasons: [{ field: 'file', message: '坏的' }] });
  },
  throw: () => {
    throw new TypeError('a defect');
  },
  exit: () => process.exit(0),
  loop: () => {
    for (;;);
  },
  wait: () => new Promise(() => setInterval(() => undefined, 1000)),
  heap: () => {
    const all: unknown[] = [];
    for (;;) all.push({ all: [...all.slice(-100)] });
  },
  buffers: () => {
    const all: Uint8Array[] = [];
    for (;;) all.push(new Uint8Array(16 * 1_048_576).fill(1));
  },
  chatter: () => 'x'.repeat(20_000_000),
  header: () => 'x'.repeat(70_000_000),
  noise: () => {
    console.log('not part of the answer');
    return 'quiet';
  },
  environment: () => Object.keys(process.env),
  read: ({ value }) => readFileSync((value as { path: string }).path, 'utf8'),
  write: ({ value }) => writeFileSync((value as { path: string }).path, 'x'),
  spawn: () => spawn('/bin/true').pid,
  evaluate: () => Reflect.construct(Function, ['return 1'])(),
  connect: ({ value }) => net.connect((value as { port: number }).port, '127.0.0.1'),
  request: ({ value }) => http.get(`http://127.0.0.1:${(value as { port: number }).port}/`),
  fetch: ({ value }) => fetch(`http://127.0.0.1:${(value as { port: number }).port}/`),
};

export async function answer(message: Message): Promise<Message> {
  const { deed } = message.value as { deed: string };
  try {
    return { value: (await DEEDS[deed]?.(message)) ?? null, bytes: deed === 'echo' ? message.bytes : [] };
  } catch (error) {
    if (error instanceof AppError || deed === 'throw') throw error;
    return { value: { refused: (error as NodeJS.ErrnoException).code ?? (error as Error).message }, bytes: [] };
  }
}
