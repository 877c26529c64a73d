import { type App, composeModules, createApp, migrateApp } from '../app.ts';
import { systemClock } from '../kernel/clock.ts';
import { readConfig } from '../platform/config.ts';
import { createLog } from '../platform/log/log.ts';
import { openPlatform } from '../platform/open-platform.ts';

/** Serves until it is told to stop: a first SIGTERM or SIGINT lets requests in flight finish, a second ends at once. */
export async function serve(options: { demo?: boolean }): Promise<void> {
  const config = readConfig(process.env);
  const platform = await openPlatform(config, systemClock, createLog(config.logLevel));
  const modules = composeModules(platform);
  await migrateApp(platform, modules);
  if (options.demo) await (await import('../../demo/load-demo.ts')).loadDemo(platform, modules);
  const app = await createApp(platform, modules);
  await app.server.listen({ port: config.port, host: config.host });
  announce(app, options.demo === true);
}

function announce(app: App, demo: boolean): void {
  const address = app.server.listeningOrigin;
  process.stdout.write(`门户：${address}/\n工作台：${address}/workbench/\n`);
  if (demo) process.stdout.write('');
}
