import type { Message } from '../../../platform/isolated-process/frame.ts';
import type { Inspection } from '../inspection.contract.ts';
import { isImage, KINDS } from '../opening/file-kind.ts';
import { inspectFile } from '../opening/inspect-file.ts';
import { type JudgedFile, judgeKind } from '../opening/judge-kind.ts';
import { refusal } from '../opening/refusal.ts';
import { cleanImage } from './clean-image.ts';
import { cleanPackage } from './clean-package.ts';

/**
 * A copy without what people do not see, and an inspection of that copy: what could not be cleaned is still told there.
 * @throws AppError `file-refused`
 */
export async function cleanFile(bytes: Uint8Array, name: string): Promise<Message> {
  const file = judgeKind(bytes);
  const { clean, notes } = await cleaned(file);
  const inspection: Inspection = await inspectFile(clean, name);
  return { value: { ...inspection, problems: [...inspection.problems, ...notes] }, bytes: [clean] };
}

async function cleaned(file: JudgedFile): Promise<{ clean: Uint8Array; notes: Inspection['problems'] }> {
  if (isImage(file.kind)) return { clean: cleanImage(file), notes: [] };
  if (file.kind === 'pdf') {
    const { bytes, signatureRemoved } = await (await import('./clean-pdf.ts')).cleanPdf(file.bytes);
    const note = {
      code: 'signature-removed',
      message: '原文件的电子签名只对原文件有效，洁净副本中已去除。',
      refused: false,
    };
    return { clean: bytes, notes: signatureRemoved ? [note] : [] };
  }
  if (file.zip && file.kind !== 'ofd') return { clean: cleanPackage(file), notes: [] };
  throw refusal(
    'not-cleanable',
    `${KINDS[file.kind].typeName}没有可以自动清除的隐藏信息；如检查有提示，请在原软件中修改后重新上传。`,
  );
}
