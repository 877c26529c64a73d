// node bench/plan-read.ts <folder of plans> [rounds]: reads each plan.* below the folder as a whole process, from start to exit, as
// `mingchuang plan read FILE --json` does. Needs `npm run build`. Prints the least and the median seconds of the rounds.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const rounds = Number(process.argv[3] ?? 7);
if (!folder) throw new Error('Name the folder that holds the plans.');
const program = new URL('../dist/src/main.js', import.meta.url).pathname;

interface Run {
  readonly seconds: number;
  readonly tasks: number;
}

const plans = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const files = plans.flatMap(({ name }) =>
  readdirSync(join(folder, name))
    .filter((file) => file.startsWith('plan.'))
    .map((file) => join(name, file)),
);
console.log(`${'file'.padEnd(28)}tasks   least  median`);
for (const file of files) {
  const runs = Array.from({ length: rounds }, () => read(join(folder, file))).toSorted((a, b) => a.seconds - b.seconds);
  const [least, median] = [runs[0], runs[Math.floor(rounds / 2)]];
  if (!least || !median) continue;
  const figures = [least.seconds, median.seconds].map((value) => `${value.toFixed(2)} s`.padStart(8));
  console.log(`${file.padEnd(28)}${String(least.tasks).padStart(5)}${figures.join('')}`);
}

function read(file: string): Run {
  const begin = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'plan', 'read', file, '--json'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const seconds = (performance.now() - begin) / 1000;
  if (status !== 0) throw new Error(`${file}: ${stderr}`);
  return { seconds, tasks: (JSON.parse(stdout) as { tasks: unknown[] }).tasks.length };
}
