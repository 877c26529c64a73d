// node bench/portal-page.ts [path] [rounds] [seconds]: start to first page, memory idle, the fresh and the cached page, against
// nginx serving the same bytes in the same run. Needs `npm run build` and nginx.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Program, startProgram } from '../e2e/program.ts';
import { DISPLAY_COOKIE } from '../src/portal/display.ts';
import { type LoadOptions, type LoadResult, load } from './load.ts';
import { startNginx } from './nginx.ts';
import { processorSeconds } from './processor-time.ts';

const path = process.argv[2] ?? '/plans/2026';
const rounds = Number(process.argv[3] ?? 3);
const seconds = Number(process.argv[4] ?? 5);
const CONNECTIONS = 32;

/** nginx writes these itself. */
const OWN_HEADERS = new Set(['content-length', 'content-type', 'connection', 'keep-alive', 'date', 'etag']);

const dataFolder = await mkdtemp(join(tmpdir(), 'mingchuang-bench-'));
const first = await started('first start, loading the demonstration');
await first.stop();
const program = await started('start on existing data');
const port = Number(new URL(program.origin).port);
try {
  await wait(10_000);
  console.log(`memory idle: ${residentMegabytes(program.pid)} MB`);
  await fresh();
  for (const encoding of ['br', 'identity']) await cached(encoding);
  console.log(`memory after the load: ${residentMegabytes(program.pid)} MB`);
} finally {
  await program.stop();
  await rm(dataFolder, { recursive: true, force: true });
}

async function started(what: string): Promise<Program> {
  const begin = performance.now();
  const begun = await startProgram({ MINGCHUANG_RATE_LIMIT: '100000000', MINGCHUANG_DATA: dataFolder });
  await (await fetch(begun.origin + path)).text();
  console.log(`${what}, until the first page: ${ms(begin)} ms`);
  return begun;
}

/** Every request asks for a page that is not in the cache: another document or another display, or another page of the list (the content is its last page). */
async function fresh(): Promise<void> {
  const asked = path.startsWith('/documents/') ? await everyDocument() : everyPage();
  const once = performance.now();
  await (await fetch(`${program.origin}${asked.path(0)}`, { headers: { cookie: asked.cookie?.(0) ?? '' } })).text();
  console.log(`fresh page, one visitor: ${ms(once)} ms`);
  const before = processorSeconds(program.pid);
  const result = await load({
    port,
    path: (request) => asked.path(request + 1),
    ...(asked.cookie ? { cookie: (request: number) => asked.cookie?.(request + 1) ?? '' } : {}),
    headers: { 'accept-encoding': 'identity' },
    connections: 8,
    seconds: 60,
    requests: asked.most - 1,
  });
  const each = ((processorSeconds(program.pid) - before) * 1000) / result.requests;
  console.log(`fresh page, 8 connections: ${line(result)}, ${each.toFixed(2)} ms of processor`);
}

interface Asked {
  readonly path: (request: number) => string;
  readonly cookie?: (request: number) => string;
  readonly most: number;
}

function everyPage(): Asked {
  return { path: (request) => `${path}?page=${(request % 990) + 2}`, most: 500 };
}

/** Every document of the site in each of the four displays. */
async function everyDocument(): Promise<Asked> {
  const map = await (await fetch(`${program.origin}/sitemap.xml`)).text();
  const paths = [...new Set(map.match(/\/documents\/\d+(?=<)/g))];
  const displays = ['', 'large', 'high', 'large.high'];
  return {
    path: (request) => paths[request % paths.length] ?? path,
    cookie: (request) => `${DISPLAY_COOKIE}=${displays[Math.floor(request / paths.length) % displays.length]}`,
    most: paths.length * displays.length,
  };
}

async function cached(encoding: string): Promise<void> {
  const headers = { 'accept-encoding': encoding };
  const answer = await rawGet(headers);
  const nginx = await startNginx(answer.body, answer.headers);
  const ratios: number[] = [];
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const ours = await costed(program.pid, { port, path: () => path, headers, connections: CONNECTIONS, seconds });
      const target = { port: nginx.port, path: () => '/page', headers, connections: CONNECTIONS, seconds };
      const theirs = await costed(nginx.pid, target);
      ratios.push(ours.perSecond / theirs.perSecond);
      console.log(
        `cached ${encoding} (${answer.body.length} bytes), round ${round}: ours  ${line(ours)}, ${ours.processor} µs of processor`,
      );
      console.log(
        `cached ${encoding} (${answer.body.length} bytes), round ${round}: nginx ${line(theirs)}, ${theirs.processor} µs of processor`,
      );
    }
  } finally {
    await nginx.stop();
  }
  ratios.sort((a, b) => a - b);
  console.log(`cached ${encoding}: ours / nginx, median of ${rounds}: ${ratios[Math.floor(rounds / 2)]?.toFixed(2)}`);
}

/** @returns also the processor time of a request, in microseconds */
async function costed(pid: number, options: LoadOptions): Promise<LoadResult & { processor: number }> {
  const before = processorSeconds(pid);
  const result = await load(options);
  return { ...result, processor: Math.round(((processorSeconds(pid) - before) * 1_000_000) / result.requests) };
}

/** `fetch` unpacks bodies; nginx must serve the packed bytes. */
async function rawGet(headers: Record<string, string>) {
  const { request } = await import('node:http');
  return new Promise<{ body: Buffer; headers: Record<string, string> }>((resolve, reject) => {
    request({ port, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const kept = Object.entries(response.headers).filter(([name]) => !OWN_HEADERS.has(name));
        resolve({ body: Buffer.concat(chunks), headers: Object.fromEntries(kept.map(([k, v]) => [k, String(v)])) });
      });
    })
      .on('error', reject)
      .end();
  });
}

function residentMegabytes(pid: number): number {
  const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  return Math.round(kilobytes / 1024);
}

function line({ perSecond, p50, p99, errors }: LoadResult): string {
  return `${perSecond}/s, p50 ${p50} ms, p99 ${p99} ms${errors ? `, ${errors} errors` : ''}`;
}

function ms(since: number): number {
  return Math.round(performance.now() - since);
}
