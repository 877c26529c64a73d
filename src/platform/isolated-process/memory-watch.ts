import { readFile, writeFile } from 'node:fs/promises';

const EVERY_MS = 50;
const PAGE_BYTES = 4096;

/**
 * Calls `breach` once the process holds more than `mostBytes`. V8's own limit does not count buffers, which is where bombs
 * unpack to; only Linux tells us, elsewhere V8's limit stands alone.
 * @returns ends the watch
 */
export function watchMemory(pid: number, mostBytes: number, breach: () => void): () => void {
  if (process.platform !== 'linux') return () => undefined;
  // When the machine itself runs short, the kernel takes the reader of foreign files first, never the server.
  writeFile(`/proc/${pid}/oom_score_adj`, '1000').catch(() => undefined);
  const timer = setInterval(() => {
    residentBytes(pid).then(
      (bytes) => bytes > mostBytes && breach(),
      () => undefined,
    );
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

async function residentBytes(pid: number): Promise<number> {
  const [, resident = '0'] = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ');
  return Number(resident) * PAGE_BYTES;
}
