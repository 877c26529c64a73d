import { verifyAudit } from '../platform/audit/verify-audit.ts';
import { withPlatform } from './with-platform.ts';

/** Prints whether the audit chain holds; exit code 1 when it does not. */
export async function auditVerify(): Promise<void> {
  const verdict = await withPlatform((platform) => verifyAudit(platform.database.kysely));
  if (verdict.broken) {
    process.stdout.write(
      `审计日志有误：第 ${verdict.broken.seq} 条，${verdict.broken.reason}。此前 ${verdict.entries} 条完好。\n`,
    );
    process.exitCode = 1;
    return;
  }
  process.stdout.write(`审计日志完好：共 ${verdict.entries} 条，链头 ${verdict.head}\n`);
}
