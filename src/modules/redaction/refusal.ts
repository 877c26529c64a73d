import { AppError } from '../../kernel/app-error.ts';

/** @param code stable, kebab-case */
export function maskRefusal(code: string, message: string, cause?: unknown): AppError {
  return new AppError('mask-refused', 422, message, { details: { problem: code }, cause });
}

export const pdfLocked = (cause?: unknown) =>
  maskRefusal('encrypted', '这个 PDF 设有打开密码，无法遮盖。请取消密码后再上传。', cause);

export const pdfBroken = (cause?: unknown) =>
  maskRefusal('broken', '这个 PDF 已损坏或不完整，无法遮盖。请在原软件中重新导出后再上传。', cause);
