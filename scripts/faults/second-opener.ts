import { command, type Environment, serve } from './program.ts';
import type { Finding } from './report.ts';

/** PGlite itself would let a second process in, and both would lose commits. */
export async function openTwice(env: Environment): Promise<Finding[]> {
  const program = await serve(env);
  try {
    const second = await serve(env).then(
      async (opened) => {
        await opened.kill();
        return 'a second server started';
      },
      (error: Error) => error.message,
    );
    const backup = command(env, 'backup', '/dev/null/never');
    return [
      {
        what: 'embedded: second server on one folder',
        result: /正被另一个明窗进程（进程号 \d+）使用/.exec(second)?.[0] ?? second.slice(0, 60),
        good: second.includes('正被另一个明窗进程'),
      },
      {
        what: 'embedded: another command on one folder',
        result: `exit code ${backup.status}`,
        good: backup.status === 2 && backup.output.includes('正被另一个明窗进程'),
      },
    ];
  } finally {
    await program.stop();
  }
}
