import { loadDemo } from '../../demo/load-demo.ts';
import { composeModules, migrateApp } from '../app.ts';
import { withPlatform } from './with-platform.ts';

/** Loads the demonstration district into an installation that has none yet. */
export async function demo(): Promise<void> {
  await withPlatform(async (platform) => {
    const modules = composeModules(platform);
    await migrateApp(platform, modules);
    await loadDemo(platform, composeModules);
  });
}
