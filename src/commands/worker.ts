import { composeModules, migrateApp, modulesInOrder } from '../app.ts';
import { AppError } from '../kernel/app-error.ts';
import { systemClock } from '../kernel/clock.ts';
import { readConfig } from '../platform/config.ts';
import { startWorker } from '../platform/jobs/worker.ts';
import { createLog } from '../platform/log/log.ts';
import { openPlatform } from '../platform/open-platform.ts';
import { stopOnSignal } from '../platform/stop.ts';

/** Does the jobs without serving; any number of workers may run on one PostgreSQL. @throws AppError `worker-needs-postgresql` */
export async function worker(): Promise<void> {
  const config = readConfig(process.env);
  if (!config.databaseUrl) {
    throw new AppError(
      'worker-needs-postgresql',
      500,
      '内嵌数据库只能由一个进程使用，后台任务已由 serve 一并运行；要单独运行 worker，请用 DATABASE_URL 接入 PostgreSQL。',
    );
  }
  const platform = await openPlatform(config, systemClock, createLog(config.logLevel));
  const modules = composeModules(platform);
  await migrateApp(platform, modules);
  const running = await startWorker(platform, modulesInOrder(modules));
  stopOnSignal(async () => {
    await running.stop();
    await platform.close();
  }, platform.log);
}
