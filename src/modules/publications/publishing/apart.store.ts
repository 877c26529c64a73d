import { sql } from 'kysely';
import { AppError } from '../../../kernel/app-error.ts';
import type { Change } from '../../../platform/change/change.ts';

/**
 * Does a part of a change; when it is refused, that part alone is undone, with what it would have recorded and told.
 * @returns the refusal as a value; anything else that is thrown undoes the whole change
 */
export async function apart<T>(change: Change, act: (own: Change) => Promise<T>): Promise<T | AppError> {
  const entries: Parameters<Change['record']>[0][] = [];
  const news: Parameters<Change['emit']>[] = [];
  await sql`savepoint part`.execute(change.tx);
  try {
    const result = await act({
      ...change,
      record: (entry) => entries.push(entry),
      emit: async (...one) => {
        news.push(one);
      },
    });
    await sql`release savepoint part`.execute(change.tx);
    for (const entry of entries) change.record(entry);
    for (const one of news) await change.emit(...one);
    return result;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await sql`rollback to savepoint part`.execute(change.tx);
    return error;
  }
}
