import { resolve } from 'node:path';
import { composeModules, modulesInOrder } from '../app.ts';
import { backup } from '../platform/backup/backup.ts';
import { restore } from '../platform/backup/restore.ts';
import { platformMigrations } from '../platform/migrations.ts';
import { withPlatform } from './with-platform.ts';

/** Writes database and files into one archive. */
export async function backupTo(file: string): Promise<void> {
  const path = resolve(file);
  const { tables, rows, files } = await withPlatform((platform) => backup(platform, path));
  process.stdout.write(
    `已备份 ${tables} 张表、${rows} 行、${files} 个文件：${path}\n归档不含安装密钥，请另行妥善保管。\n`,
  );
}

/** Puts an archive into an empty database. */
export async function restoreFrom(file: string): Promise<void> {
  await withPlatform(async (platform) => {
    const steps = modulesInOrder(composeModules(platform)).flatMap((module) => module.migrations);
    const { tables, rows, files } = await restore(platform, [...platformMigrations, ...steps], resolve(file));
    process.stdout.write(`已恢复 ${tables} 张表、${rows} 行、${files} 个文件。\n`);
  });
}
