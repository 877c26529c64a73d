// `npm run test:faults`: kills, freezes and starves the real server, and counts what was lost. `npm run test:faults filing`: two
// installations, of which one is killed while the other files with it. Built first when it is not.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { environment, prepare, root } from './toolchain.mjs';

const node = prepare();
const [first, ...rest] = process.argv.slice(2);
const [script, args] = first === 'filing' ? ['filing.ts', rest] : ['main.ts', process.argv.slice(2)];
const { status } = spawnSync(node, [join(root, 'scripts', 'faults', script), ...args], {
  cwd: root,
  env: environment(node),
  stdio: 'inherit',
});
process.exit(status ?? 1);
