// node bench/cases.ts [submit] [list] [recompute]: the door in, on PostgreSQL with fsync; without words all three. Needs `npm run build` and
// PostgreSQL's programs. MINGCHUANG_BENCH_CASES: cases of the large register (1,000,000); MINGCHUANG_BENCH_OPEN: open cases that are
// reckoned anew (100,000); MINGCHUANG_BENCH_ROUNDS: how often each list is asked for (40); MINGCHUANG_BENCH_SECONDS: of submitting (10).
import { loadavg } from 'node:os';
import { measureList } from './cases/list.ts';
import { measureRecompute } from './cases/recompute.ts';
import { measureSubmitting } from './cases/submit.ts';

const given = (name: string, usual: number) => Number(process.env[`MINGCHUANG_BENCH_${name}`] ?? usual);
const parts = {
  submit: () => measureSubmitting({ clients: 8, seconds: given('SECONDS', 10) }),
  list: () => measureList({ large: given('CASES', 1_000_000), small: 10_000, rounds: given('ROUNDS', 40) }),
  recompute: () => measureRecompute(given('OPEN', 100_000)),
};

const wanted = process.argv.slice(2);
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`${name}, load of the machine ${loadavg()[0]?.toFixed(1)}`);
  await measure();
}
