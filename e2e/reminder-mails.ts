import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

const DIST = join(import.meta.dirname, '..', 'dist', 'src');

export interface Letter {
  readonly to: readonly string[];
  readonly mail: Email;
}

/**
 * Does at once what the worker does every ten minutes in office hours: finds due reminders and mails them, to a real SMTP server that
 * listens here. The built program's own jobs on its own database; on the embedded one the server must have stopped.
 * @param env as the program was started with
 */
export async function remindByMail(env: Readonly<Record<string, string>>): Promise<Letter[]> {
  const letters: Letter[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      buffer(stream)
        .then((bytes) => PostalMime.parse(bytes))
        .then((mail) => {
          letters.push({ to, mail });
          done();
        }, done);
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const { port } = smtp.server.address() as { port: number };
  try {
    await runJobs({ ...env, MINGCHUANG_SMTP: `smtp://127.0.0.1:${port}` });
  } finally {
    await new Promise<void>((resolve) => smtp.close(() => resolve()));
  }
  return letters;
}

async function runJobs(env: Readonly<Record<string, string>>): Promise<void> {
  const { readConfig } = await built<typeof import('../src/platform/config.ts')>('platform/config.js');
  const { openPlatform } = await built<typeof import('../src/platform/open-platform.ts')>('platform/open-platform.js');
  const { createLog } = await built<typeof import('../src/platform/log/log.ts')>('platform/log/log.js');
  const { systemClock } = await built<typeof import('../src/kernel/clock.ts')>('kernel/clock.js');
  const { composeModules } = await built<typeof import('../src/app.ts')>('app.js');
  const platform = await openPlatform(readConfig(env), systemClock, createLog('warn'));
  try {
    for (const job of composeModules(platform).plans.jobs ?? [])
      if (job.name.startsWith('plans-reminder')) await job.run(new AbortController().signal);
  } finally {
    await platform.close();
  }
}

function built<T>(path: string): Promise<T> {
  return import(join(DIST, path)) as Promise<T>;
}
