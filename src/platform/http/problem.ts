import { AppError, type Reason } from '../../kernel/app-error.ts';
import { databaseFault } from '../db/database-fault.ts';

/** RFC 9457; `title` and `detail` are Chinese. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly reasons: readonly Reason[];
  readonly details: Readonly<Record<string, unknown>>;
  readonly instance: string;
}

const TITLES: Readonly<Record<number, string>> = {
  400: '填写的内容有误',
  401: '需要登录',
  403: '没有权限',
  404: '没有找到',
  409: '现在不能这样办理',
  410: '已经移除',
  413: '文件过大',
  415: '不支持的文件类型',
  422: '内容不符合要求',
  423: '暂时锁定',
  429: '操作过于频繁',
  503: '服务暂时不可用',
};

/** @param instance id of the request, so that the office can find it in the log */
export function problemOf(error: AppError, instance: string): Problem {
  return {
    type: `urn:mingchuang:problem:${error.code}`,
    title: titleOf(error),
    status: error.status,
    detail: error.message,
    code: error.code,
    reasons: error.reasons,
    details: error.details,
    instance,
  };
}

function titleOf({ code, status }: AppError): string {
  // Of all that may stand in the way, this alone comes from somebody else's work.
  if (code === 'stale') return '内容已被他人更新';
  return TITLES[status] ?? (status >= 500 ? '系统出错' : '请求有误');
}

/** Turns whatever was thrown into an error that may be shown; what is not expected tells nothing of its inside. */
export function expected(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const thrown = error as { statusCode?: number };
  const fault = databaseFault(error);
  if (fault) return fault;
  const known = BY_STATUS[thrown.statusCode ?? 0];
  if (known) return new AppError(known[0], thrown.statusCode ?? 400, known[1], { cause: error });
  if (thrown.statusCode && thrown.statusCode >= 400 && thrown.statusCode < 500) {
    return new AppError('request-invalid', thrown.statusCode, '请求的格式不正确，请刷新页面后重试。', { cause: error });
  }
  return new AppError(
    'unexpected',
    500,
    '系统出现意外，您填写的内容未保存。请稍后重试；若仍不行，请把页面上的编号告诉管理员。',
    { cause: error },
  );
}

const BY_STATUS: Readonly<Record<number, readonly [string, string]>> = {
  404: ['not-found', '没有找到这个页面或记录，它可能已被移走。请检查地址，或从首页重新进入。'],
  413: ['too-large', '上传的内容超过大小限制，请压缩或拆分后再传。'],
  415: ['media-type-unsupported', '不支持这种内容格式，请换一种文件或方式提交。'],
  429: ['too-many-requests', '操作过于频繁，请稍候一分钟再试。'],
  503: ['unavailable', '服务暂时不可用，请稍后重试。'],
};
