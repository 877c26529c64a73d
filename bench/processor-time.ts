import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

/** Seconds of processor that a process and its children have used: unlike requests a second, hardly touched by what else runs. */
export function processorSeconds(pid: number): number {
  return family(pid).reduce((sum, member) => sum + ticks(member), 0) / TICKS_PER_SECOND;
}

function family(pid: number): number[] {
  const children = readdirSync('/proc')
    .map(Number)
    .filter((other) => other > 0 && fields(other)?.[1] === String(pid));
  return [pid, ...children.flatMap(family)];
}

function ticks(pid: number): number {
  const all = fields(pid);
  return all ? Number(all[11]) + Number(all[12]) : 0;
}

/** Fields of /proc/pid/stat from the state on; undefined when the process is gone. */
function fields(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
