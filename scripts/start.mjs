// `npm start`: installs, builds, and serves the demonstration district on the embedded database.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root } from './toolchain.mjs';

const node = prepare();
const child = spawn(node, [join(root, 'dist', 'src', 'main.js'), 'serve', '--demo'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production' },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 130 : 1)));
