#!/usr/bin/env node
import { Command } from 'commander';
import { AppError } from './kernel/app-error.ts';

// Each command loads its own code, so that reading a plan does not wait for the web server's libraries.
const program = new Command('mingchuang')
  .enablePositionalOptions()
  .description('明窗：政务公开工作软件')
  .helpOption('-h, --help', '显示帮助')
  .configureOutput({ writeErr: (text) => process.stderr.write(text.replace(/^error: /, '参数有误：')) });

program
  .command('serve')
  .description('启动网站、工作台和接口')
  .option('--demo', '首次启动时装入示范区')
  .action(async (options: { demo?: boolean }) => (await import('./commands/serve.ts')).serve(options));

program
  .command('worker')
  .description('只运行后台任务（需要 PostgreSQL）')
  .action(async () => (await import('./commands/worker.ts')).worker());

program
  .command('migrate')
  .description('把数据库升级到当前版本')
  .action(async () => (await import('./commands/migrate.ts')).migrateDatabase());

program
  .command('demo')
  .description('装入示范区')
  .action(async () => (await import('./commands/demo.ts')).demo());

program
  .command('set-up <unit> <account> <name>')
  .description('初始化：登记主管部门和第一个系统管理员，打印一次性初始口令')
  .action(async (unit: string, account: string, name: string) =>
    (await import('./commands/set-up.ts')).setUp(unit, account, name),
  );

const plan = program.command('plan').description('工作要点');
plan
  .command('read <file>')
  .description('读取工作要点及其任务分解表（docx、pdf、xlsx、html、csv、txt、ofd）')
  .option('--json', '输出 JSON')
  .action(async (file: string, options: { json?: boolean }) =>
    (await import('./commands/plan-read.ts')).planRead(file, options),
  );

const audit = program.command('audit').description('审计日志');
audit
  .command('verify')
  .description('逐条核验审计日志的哈希链')
  .action(async () => (await import('./commands/audit-verify.ts')).auditVerify());

const log = program.command('log').description('公开存证日志').enablePositionalOptions();
log
  .command('verify')
  .description('核验数据库中的全部存证、哈希、检查点和签名')
  .action(async () => (await import('./commands/log.ts')).logVerify());
log
  .command('audit')
  .argument('<args...>', '网站地址，或 receipt 凭证文件')
  .description('从外部核验一个网站的公开存证日志和公开信息（同 /log/audit.mjs）')
  .allowUnknownOption()
  .passThroughOptions()
  .action(async (args: string[]) => (await import('./commands/log.ts')).logAudit(args));
log
  .command('recover')
  .description('恢复旧备份后，从数据库之外的副本补回已签名的存证')
  .action(async () => (await import('./commands/log.ts')).logRecover());
log
  .command('adopt')
  .description('数据库之外的检查点遗失后，以数据库中的为准')
  .action(async () => (await import('./commands/log.ts')).logAdopt());

program
  .command('backup <file>')
  .description('把数据库和文件备份为一个归档')
  .action(async (file: string) => (await import('./commands/backup.ts')).backupTo(file));

program
  .command('restore <file>')
  .description('把归档恢复到空的数据库和文件库')
  .action(async (file: string) => (await import('./commands/backup.ts')).restoreFrom(file));

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
