// `npm run test:faults`: kills, freezes and starves the real server, and counts what was lost. Built first when it is not.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { environment, prepare, root } from './toolchain.mjs';

const node = prepare();
const { status } = spawnSync(node, [join(root, 'scripts', 'faults', 'main.ts'), ...process.argv.slice(2)], {
  cwd: root,
  env: environment(node),
  stdio: 'inherit',
});
process.exit(status ?? 1);
