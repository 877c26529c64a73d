import { AppError, type Reason } from '../../kernel/app-error.ts';
import type { BlockingReason } from './publications.contract.ts';

export { publicationNotFound } from './publication-subject.ts';

export function invalidContent(reasons: readonly Reason[]): AppError {
  return new AppError('content-invalid', 422, '填写的内容有误，请按提示修改；您填写的内容仍在。', { reasons });
}

/** All reasons at once, each with its place. */
export function blocked(what: string, reasons: readonly BlockingReason[]): AppError {
  return new AppError('blocked', 422, `还不能${what}，请先处理下列 ${reasons.length} 项。`, {
    reasons: reasons.map(({ place, message }) => ({ field: place, message })),
    details: { reasons },
  });
}

/**
 * Somebody else saved first: nothing is overwritten and nothing is lost; the second gets what stands there now.
 * @param current the newer content with its `edit`
 */
export function staleEdit(
  current: Readonly<Record<string, unknown>>,
  changed: readonly string[],
  by: string | undefined,
): AppError {
  const who = by ? `被${by}` : '被他人';
  return new AppError('stale', 409, `您编辑期间，这一内容已${who}保存。您填写的内容仍在，请对照最新内容后再保存。`, {
    details: { current, changed, by: by ?? null },
  });
}

export function contentChanged(): AppError {
  return new AppError('stale', 409, '内容在您查看之后又有改动，请刷新，看过最新内容后再办理。', {
    details: { changed: ['content'] },
  });
}

export function alreadyOpen(): AppError {
  return new AppError('already-open', 409, '已经有一个起草中的版本，请在该版本上修改。');
}

export function noOpenVersion(): AppError {
  return new AppError('no-open-version', 409, '没有起草中的版本，可能已经发布或作废。请刷新后查看。');
}

export function fileNotUploaded(reasons: readonly Reason[]): AppError {
  return new AppError('file-not-uploaded', 422, '有附件或图片不是在这份信息中上传的，请重新上传后再保存。', {
    reasons,
  });
}
