import { AppError } from '../../kernel/app-error.ts';

export function planNotFound(): AppError {
  return new AppError('plan-not-found', 404, '没有找到这份工作要点，它可能尚未公开或已被删除。');
}

export function taskNotFound(): AppError {
  return new AppError('task-not-found', 404, '没有找到这项任务，它可能已被删除。请返回台账查看。');
}

export function assignmentNotFound(): AppError {
  return new AppError('assignment-not-found', 404, '没有找到这项单位任务，责任单位可能已调整。请返回台账查看。');
}

export function notFound(what: string): AppError {
  return new AppError('not-found', 404, `没有找到这${what}，它可能已被删除。请刷新后查看。`);
}

/**
 * Two people edited one row; the second is told what changed and keeps what was typed.
 * @param changed names of the fields that differ from what the editor saw
 */
export function stale(more: {
  current: unknown;
  changed: readonly string[];
  labels?: readonly string[];
  by?: string | undefined;
  at?: Date | undefined;
}): AppError {
  const who = more.by ? `被${more.by}` : '被他人';
  const what = more.labels?.length ? `（${more.labels.join('、')}）` : '';
  return new AppError('stale', 409, `您填写期间，这一内容已${who}更新${what}。您填写的内容仍在，请核对后再保存。`, {
    details: { current: more.current, changed: more.changed, by: more.by ?? null, at: more.at?.toISOString() ?? null },
  });
}

export function invalid(message: string, reasons: readonly { field: string; message: string }[] = []): AppError {
  return new AppError('content-invalid', 422, message, { reasons });
}
