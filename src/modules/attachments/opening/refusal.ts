import { AppError } from '../../../kernel/app-error.ts';

/**
 * A file that cannot be taken, whoever asks for it and whatever for.
 * @param code stable, kebab-case, for example `encrypted`
 * @param message Chinese sentence that says what to do
 */
export function refusal(code: string, message: string, cause?: unknown): AppError {
  return new AppError('file-refused', 422, message, { details: { problem: code }, cause });
}

export const broken = (cause?: unknown): AppError =>
  refusal('broken', '文件已损坏或不完整，无法打开。请在原软件中重新保存，或重新下载后再上传。', cause);

export const tooBig = (): AppError =>
  refusal(
    'too-big',
    '文件展开后过大，已停止读取（可能是压缩炸弹）。请确认文件来源；正常文件请拆分或压缩图片后再上传。',
  );
