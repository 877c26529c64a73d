import { AppError } from '../../kernel/app-error.ts';

const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

export function tooLarge(maxBytes: number): AppError {
  const limit = maxBytes >= 1_048_576 ? `${Math.floor(maxBytes / 1_048_576)} MB` : `${Math.floor(maxBytes / 1024)} KB`;
  return new AppError('too-large', 413, `文件超过 ${limit} 的上限，请压缩或拆分后再上传。`);
}

export function missing(): AppError {
  return new AppError('file-missing', 404, '没有找到这个文件，它可能已被移走。请返回上一页重新选择。');
}

/** A full disk is the operator's matter and passes; every other fault of the machine stays a defect. */
export function storageError(error: unknown): unknown {
  if (!NO_ROOM.has((error as NodeJS.ErrnoException).code ?? '')) return error;
  return new AppError('storage-full', 503, '服务器存储空间已满，文件没有保存。请通知管理员清理空间后再上传。', {
    cause: error,
  });
}

/** A hash comes from outside and becomes a path: only 64 hex digits pass. */
export function checkHash(hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw missing();
  return hash;
}
