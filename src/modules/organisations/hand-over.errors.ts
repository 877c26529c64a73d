import { AppError } from '../../kernel/app-error.ts';

export function handOverMissing(): AppError {
  return new AppError('hand-over-missing', 404, '没有找到这份交接，请返回交接列表查看。');
}

export function handOverClosed(): AppError {
  return new AppError('hand-over-closed', 409, '这份交接已经备案或撤销，不能再修改。如有遗漏请另行办理。');
}

export function handOverUnderWay(): AppError {
  return new AppError('hand-over-under-way', 409, '该人员已有一份正在办理的交接，请在原有交接中继续。');
}

export function successorUnfit(message: string): AppError {
  return new AppError('successor-unfit', 422, `${message}。`, { reasons: [{ field: 'successorId', message }] });
}

export function handOverIncomplete(titles: readonly string[]): AppError {
  return new AppError('hand-over-incomplete', 422, `还有 ${titles.length} 项没有确认交接，请逐项确认后再备案。`, {
    reasons: titles.map((title) => ({ field: 'items', message: `未确认：${title}` })),
  });
}

export function newWorkAppeared(titles: readonly string[]): AppError {
  return new AppError('hand-over-changed', 409, '办理期间又有新的事项，已补入清单，请确认后再备案。', {
    reasons: titles.map((title) => ({ field: 'items', message: `新增：${title}` })),
  });
}
