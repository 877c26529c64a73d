import { AppError } from './app-error.ts';

/**
 * Two people edited one row and the other was first: nothing is overwritten, and the second learns what stands there now.
 * @param current the row as it is, carrying its new version
 * @param submitted what the second person wanted to write
 * @returns AppError `stale` (409) with `details.current` and `details.changed`, the fields in which the two differ
 */
export function staleError(current: object, submitted: object): AppError {
  const now = current as Readonly<Record<string, unknown>>;
  const changed = Object.entries(submitted)
    .filter(([field, value]) => field !== 'version' && field in now && text(now[field]) !== text(value))
    .map(([field]) => field);
  return new AppError('stale', 409, '这条记录刚被他人修改。您填写的内容仍在，请对照最新内容确认后再提交。', {
    details: { current, changed },
  });
}

function text(value: unknown): string {
  return JSON.stringify(value ?? null);
}
