import { AppError } from '../../../kernel/app-error.ts';
import type { ReplyRow } from '../case-tables.store.ts';

export function noDraft(): AppError {
  return new AppError('no-draft', 409, '还没有答复草稿，请先起草并保存。');
}

/** Somebody else saved first: nothing is lost, the second gets the newer words. */
export function staleReply(current: ReplyRow | undefined): AppError {
  return new AppError('stale', 409, '答复草稿刚被他人保存。您填写的内容仍在，请对照最新内容后再保存。', {
    details: {
      current: current
        ? { edit: current.edit, text: current.text, findingsReason: current.findings_reason, by: current.drafter_name }
        : { edit: 0, text: '' },
      changed: ['text'],
    },
  });
}

export function replyEmpty(): AppError {
  return new AppError('reply-empty', 422, '答复没有内容，请填写后再提交。', {
    reasons: [{ field: 'text', message: '请填写答复' }],
  });
}

export function findingsUnanswered(): AppError {
  const message = '答复中有疑似他人的个人信息，请删去或遮盖；确需写明的，请说明理由';
  return new AppError('findings-open', 422, `${message}。`, { reasons: [{ field: 'findingsReason', message }] });
}

export function reviewRefused(why: string): AppError {
  return new AppError('review-refused', 403, why);
}
