import { z } from 'zod';
import type { HttpServer } from '../http/http-server.ts';
import type { JobRun } from './runs.store.ts';

const JobList = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      startedAt: z.iso.datetime(),
      succeededAt: z.iso.datetime().nullable(),
      failedAt: z.iso.datetime().nullable(),
      failures: z.number().int().meta({ description: '自上次成功以来连续失败的次数' }),
      failure: z.string().nullable(),
    }),
  ),
});

/** How each job fared, for whoever answers for the installation. */
export function jobRoutes(app: HttpServer, listRuns: () => Promise<readonly JobRun[]>): void {
  app.get(
    '/api/jobs',
    {
      config: { access: { kind: 'job', action: 'read' } },
      schema: { summary: '后台任务的运行情况', tags: ['运行'], response: { 200: JobList } },
    },
    async () => {
      const runs = await listRuns();
      const text = (at: Date | null) => at?.toISOString() ?? null;
      return {
        items: runs.map((run) => ({
          ...run,
          startedAt: run.startedAt.toISOString(),
          succeededAt: text(run.succeededAt),
          failedAt: text(run.failedAt),
        })),
      };
    },
  );
}
