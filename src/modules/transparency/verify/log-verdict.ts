import type { LogVerdict } from './verify-log.ts';

/** What `mingchuang log verify` prints. */
export function verdictText({ size, root, checkpoints, signedSize, findings }: LogVerdict): string {
  if (findings.length > 0) {
    return `公开存证日志有误：\n${findings.map((sentence) => `  ${sentence}\n`).join('')}`;
  }
  const rest = size > signedSize ? `，其中 ${size - signedSize} 条待签名` : '';
  return `公开存证日志完好：共 ${size} 条${rest}，检查点 ${checkpoints} 个，根哈希 ${Buffer.from(root).toString('base64')}\n`;
}
