import type { Job } from '../../platform/jobs/job.ts';
import type { CasesServices } from './cases.services.ts';
import { closeAnswered } from './closing/closing.service.ts';
import { forgetOldTries } from './look-up/look-up.store.ts';
import { QUIET_MS } from './look-up/look-up-wait.ts';
import { forgetFlood } from './receiving/flood.store.ts';
import { inspectReceived } from './receiving/take-files.service.ts';

const TWO_DAYS_MS = 2 * 86_400_000;

/** Work found from state. */
export function casesJobs({ context, warnings, recompute, mail, handling }: CasesServices): readonly Job[] {
  const { database, clock } = context.platform;
  return [
    { name: 'cases-files', every: '* * * * *', run: async (signal) => void (await inspectReceived(context, signal)) },
    // Calendar and rules change a few times a year; looking whether they did is one question.
    { name: 'cases-clocks', every: '*/2 * * * *', run: async (signal) => void (await recompute.run(signal)) },
    {
      name: 'cases-warnings',
      every: '*/10 * * * *',
      run: async (signal) => void (await warnings.raise(signal)),
    },
    { name: 'cases-warning-mail', every: '40 8 * * *', run: async (signal) => void (await warnings.mail(signal)) },
    { name: 'cases-reply-mail', every: '*/5 * * * *', run: async (signal) => void (await mail.tellReplies(signal)) },
    {
      name: 'cases-closing',
      every: '20 2 * * *',
      run: async (signal) => void (await closeAnswered(context, handling, signal)),
    },
    {
      name: 'cases-sweep',
      every: '15 4 * * *',
      run: async () => {
        const now = clock.now().getTime();
        await forgetFlood(database.kysely, new Date(now - TWO_DAYS_MS));
        await forgetOldTries(database.kysely, new Date(now - QUIET_MS));
      },
    },
  ];
}
