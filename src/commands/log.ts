import { composeModules } from '../app.ts';
import { audit, verdictText } from '../modules/transparency/index.ts';
import { withPlatform } from './with-platform.ts';

/** Prints whether everything stored of the public log holds; exit code 1 when it does not. */
export async function logVerify(): Promise<void> {
  const verdict = await withPlatform((platform) => composeModules(platform).transparency.keeper.verify());
  process.stdout.write(verdictText(verdict));
  if (verdict.findings.length > 0) process.exitCode = 1;
}

/** Checks a site from outside, as anybody can with `log-audit.mjs` alone. */
export async function logAudit(args: readonly string[]): Promise<void> {
  process.exitCode = await audit(args);
}

/** Brings back from the copy outside what an old backup lacks. */
export async function logRecover(): Promise<void> {
  const count = await withPlatform((platform) => composeModules(platform).transparency.keeper.recover());
  process.stdout.write(`已补回 ${count} 条存证。请执行 mingchuang log verify 核验。\n`);
}

/** Takes the database's newest checkpoint where the one outside was lost. */
export async function logAdopt(): Promise<void> {
  const size = await withPlatform((platform) => composeModules(platform).transparency.keeper.adopt());
  process.stdout.write(`已以数据库中的检查点（${size} 条）为准。请执行 mingchuang log verify 核验。\n`);
}
