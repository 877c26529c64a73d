import { composeModules, createApp, migrateApp, modulesInOrder } from '../app.ts';
import { systemClock } from '../kernel/clock.ts';
import { readConfig } from '../platform/config.ts';
import { startWorker } from '../platform/jobs/worker.ts';
import { createLog } from '../platform/log/log.ts';
import { openPlatform } from '../platform/open-platform.ts';
import { stopOnSignal } from '../platform/stop.ts';

/**
 * Serves portal, workbench and API. On the embedded database, which one process alone may hold, it does the worker's jobs too.
 * @throws AppError `data-folder-in-use`, `config-invalid`
 */
export async function serve(options: { demo?: boolean }): Promise<void> {
  const config = readConfig(process.env);
  const platform = await openPlatform(config, systemClock, createLog(config.logLevel));
  const modules = composeModules(platform);
  await migrateApp(platform, modules);
  const demo = options.demo ? await import('../../demo/load-demo.ts') : undefined;
  await demo?.loadDemo(platform, composeModules);
  const { server } = await createApp(platform, modules);
  await server.listen({ port: config.port, host: config.host });
  const worker =
    platform.database.kind === 'embedded' ? await startWorker(platform, modulesInOrder(modules)) : undefined;
  process.stdout.write(`门户：${server.listeningOrigin}/\n工作台：${server.listeningOrigin}/workbench/\n`);
  if (demo) process.stdout.write(`${demo.demoAccounts()}\n`);
  stopOnSignal(async () => {
    await server.close();
    await worker?.stop();
    await platform.close();
  }, platform.log);
}
