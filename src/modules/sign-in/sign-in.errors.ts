import { AppError } from '../../kernel/app-error.ts';

/** One sentence for an unknown account and a wrong password: nobody learns which accounts exist. */
export function wrongCredentials(): AppError {
  return new AppError(
    'sign-in-failed',
    401,
    '账号或密码不正确。请核对后重试；在同一处连续输错 5 次，此处将暂停登录 15 分钟。',
  );
}

/** @param waitMs for how long this place stays refused */
export function lockedOut(waitMs: number): AppError {
  return new AppError(
    'sign-in-locked',
    423,
    `此处连续输错次数过多，请在${waitText(waitMs)}后再试。在平时登录的电脑上登录不受影响；忘记密码请联系系统管理员重置。`,
    { details: { retryAfterSeconds: Math.ceil(waitMs / 1000) } },
  );
}

function waitText(ms: number): string {
  const minutes = Math.ceil(ms / 60_000);
  return minutes < 120 ? ` ${minutes} 分钟` : ` ${Math.ceil(minutes / 60)} 小时`;
}

export function passwordChangeRequired(): AppError {
  return new AppError('password-change-required', 403, '请先在“我的账号”中修改密码，再继续使用。');
}

export function sessionMissing(): AppError {
  return new AppError('session-missing', 404, '没有找到这个登录，它可能已经退出。请刷新后查看。');
}
