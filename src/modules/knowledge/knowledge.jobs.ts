import type { Job } from '../../platform/jobs/job.ts';
import type { KnowledgeServices } from './knowledge.services.ts';

export function knowledgeJobs({ clusters, gaps, notices, asked, treatments }: KnowledgeServices): readonly Job[] {
  return [
    { name: 'knowledge-gaps', every: '*/10 * * * *', run: () => gaps.followAll() },
    {
      name: 'knowledge-clusters',
      every: '50 3 * * *',
      run: async () => {
        await asked.forgetOld();
        await clusters.refresh();
        await treatments.follow();
      },
    },
    { name: 'knowledge-care', every: '40 8 * * *', run: async (signal) => void (await notices.mailDue(signal)) },
  ];
}
