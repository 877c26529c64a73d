import { addDays, localDateAt } from '../../kernel/local-date.ts';
import type { Job } from '../../platform/jobs/job.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Reminders } from './expiry/reminders.service.ts';
import type { ImportsService } from './import/imports.service.ts';
import { countDay } from './shelf/daily-figures.store.ts';
import type { Shelf } from './shelf/shelf.service.ts';

export function libraryJobs(
  platform: Platform,
  { shelf, reminders, imports }: { shelf: Shelf; reminders: Reminders; imports: ImportsService },
): readonly Job[] {
  return [
    {
      // Pages catch up by themselves; this keeps the shelf warm when nobody looks, and finds what an event has missed.
      name: 'library-shelf',
      every: '*/5 * * * *',
      run: () => shelf.catchUp(),
    },
    {
      // Yesterday is counted soon after midnight; a day on which no worker ran stays missing and is told.
      name: 'library-daily-figures',
      every: '5 0 * * *',
      run: async () => {
        await shelf.catchUp();
        const now = platform.clock.now();
        await countDay(platform.database.kysely, addDays(localDateAt(now), -1), now);
      },
    },
    {
      // Goes on with an import whose process died.
      name: 'library-imports',
      every: '* * * * *',
      run: (signal) => imports.workAll(signal),
    },
    {
      name: 'library-expiry-reminders',
      every: '20 9 * * *',
      run: async (signal) => {
        await reminders.sendDue(signal);
      },
    },
  ];
}
