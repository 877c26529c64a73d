import { readFile, writeFile } from 'node:fs/promises';

const EVERY_MS = 50;
const PAGE_BYTES = 4096;
/** The kernel tells processor time in hundredths of a second on every architecture that Node runs on. */
const TICK_MS = 10;

/** What a process may use; processor time counts its own work alone, however busy the machine is. */
export interface Usage {
  readonly bytes: number;
  readonly processorMs: number;
}

/**
 * Calls `breach` once the process holds more memory or has used more processor time than it may. V8's own limit does not count
 * buffers, which is where bombs unpack to; only Linux tells us, elsewhere V8's limit and the clock stand alone.
 * @returns ends the watch
 */
export function watchProcess(pid: number, most: Usage, breach: (kind: 'memory' | 'time') => void): () => void {
  if (process.platform !== 'linux' || pid === 0) return () => undefined;
  // When the machine itself runs short, the kernel takes the reader of foreign files first, never the server.
  writeFile(`/proc/${pid}/oom_score_adj`, '1000').catch(() => undefined);
  const timer = setInterval(() => {
    usageOf(pid).then(
      ({ bytes, processorMs }) => {
        if (bytes > most.bytes) breach('memory');
        else if (processorMs > most.processorMs) breach('time');
      },
      () => undefined,
    );
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

async function usageOf(pid: number): Promise<Usage> {
  const [memory, stat] = await Promise.all([
    readFile(`/proc/${pid}/statm`, 'utf8'),
    readFile(`/proc/${pid}/stat`, 'utf8'),
  ]);
  const [, resident = '0'] = memory.split(' ');
  // The program's name stands in brackets and may hold blanks: fields are counted behind it (proc(5): utime 14, stime 15).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  return { bytes: Number(resident) * PAGE_BYTES, processorMs: ticks * TICK_MS };
}
