import { composeModules, migrateApp } from '../app.ts';
import { withPlatform } from './with-platform.ts';

/** Brings the database up to date and says which steps were taken. */
export async function migrateDatabase(): Promise<void> {
  await withPlatform(async (platform) => {
    const taken = await migrateApp(platform, composeModules(platform));
    process.stdout.write(taken.length === 0 ? '数据库已是最新。\n' : `已升级：\n${taken.join('\n')}\n`);
  });
}
