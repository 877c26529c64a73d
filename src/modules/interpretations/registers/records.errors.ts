import { AppError, type Reason } from '../../../kernel/app-error.ts';

export function recordNotFound(): AppError {
  return new AppError('not-found', 404, '没有找到这条记录，它可能已经删除，请刷新页面。');
}

export function recordInvalid(reasons: readonly Reason[]): AppError {
  return new AppError('invalid', 422, '有几处需要改正，改好后再保存。', { reasons });
}
