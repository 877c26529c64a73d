// `npm run -s cli -- …`: the command line of the program, built first when it is not.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root } from './toolchain.mjs';

const node = prepare();
const child = spawn(node, [join(root, 'dist', 'src', 'main.js'), ...process.argv.slice(2)], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 130 : 1)));
