import type { Job } from '../../platform/jobs/job.ts';
import type { IndexFollower } from './following/index-follower.ts';
import type { OfficeWordsService } from './office/office-words.service.ts';

export function searchJobs(follower: IndexFollower, office: OfficeWordsService): readonly Job[] {
  return [
    { name: 'search.follow', every: '* * * * *', run: async (signal) => void (await follower.catchUp(signal)) },
    {
      name: 'search.validities',
      every: '20 0 * * *',
      run: async () => {
        await follower.refreshValidities();
        await office.forgetOld();
      },
    },
  ];
}
