import { AppError } from '../../kernel/app-error.ts';

/** One sentence for an unknown account and a wrong password: nobody learns which accounts exist. */
export function wrongCredentials(): AppError {
  return new AppError('sign-in-failed', 401, '账号或密码不正确。请核对后重试；连续输错 5 次将锁定 15 分钟。');
}

export function lockedOut(): AppError {
  return new AppError(
    'sign-in-locked',
    423,
    '连续输错次数过多，已锁定 15 分钟。请稍后再试，或联系系统管理员重置密码。',
  );
}

export function passwordChangeRequired(): AppError {
  return new AppError('password-change-required', 403, '请先在“我的账号”中修改密码，再继续使用。');
}

export function sessionMissing(): AppError {
  return new AppError('session-missing', 404, '没有找到这个登录，它可能已经退出。请刷新后查看。');
}
