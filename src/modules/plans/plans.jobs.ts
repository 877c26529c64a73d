import type { Job } from '../../platform/jobs/job.ts';
import { recomputeDueDates } from './due-dates/due-dates.service.ts';
import type { PlansContext } from './plans.context.ts';
import type { PlansServices } from './plans.services.ts';

export function planJobs(context: PlansContext, { reminders, duties, evidence }: PlansServices): readonly Job[] {
  return [
    {
      name: 'plans-reminders',
      every: '*/10 * * * *',
      run: async (signal) => {
        await reminders.makeDue(signal);
        await duties.makeDue(signal);
      },
    },
    {
      // People are told in office hours; a mail that failed is tried again with the next run.
      name: 'plans-reminder-mail',
      every: '*/10 8-18 * * *',
      run: async (signal) => {
        await reminders.mailDigests(signal);
      },
    },
    {
      name: 'plans-evidence-addresses',
      every: '* * * * *',
      run: async (signal) => {
        await evidence.checkDue(signal);
      },
    },
    {
      // The event does this at once; the job finds it again from state should the event have been lost.
      name: 'plans-due-dates',
      every: '30 3 * * *',
      run: async () => {
        await recomputeDueDates(context);
      },
    },
  ];
}
