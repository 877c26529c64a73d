import { AppError } from '../../../kernel/app-error.ts';
import { holdFiles } from '../../../platform/files/file-holder.ts';
import type { CasesContext } from '../cases.context.ts';
import type { HeldCase } from '../handling/held-case.ts';
import { fileWarnings } from './file-warnings.ts';
import { fileReasons, type ReceivedFile } from './received-file.ts';
import { filesOf, insertFiles, markInspected, uninspected } from './received-files.store.ts';

const AT_ONCE = 20;

/** Files that the sender adds later. @throws AppError `case-invalid` (422) */
export async function takeFiles(
  { platform, kinds }: CasesContext,
  { change, row }: HeldCase,
  files: readonly ReceivedFile[],
): Promise<void> {
  if (files.length === 0) return;
  const before = await filesOf(change.tx, row.id);
  const reasons = fileReasons(kinds.get(row.kind).form.maxFiles * 2 - before.length, files);
  if (reasons.length > 0) throw new AppError('case-invalid', 422, '附件不能接收，请按提示更换。', { reasons });
  await holdFiles(
    change.tx,
    platform.files,
    files.map((file) => file.hash),
  );
  await insertFiles(change.tx, row.id, files, { broughtBy: 'sender', at: change.at });
}

/**
 * Job: opens what senders brought in a process of its own and keeps what is wrong with it. Until then, and when something is wrong, nobody
 * gets the file.
 */
export async function inspectReceived({ platform, attachments }: CasesContext, signal: AbortSignal): Promise<number> {
  const { kysely } = platform.database;
  const files = await uninspected(kysely, AT_ONCE);
  let done = 0;
  for (const file of files) {
    if (signal.aborted) break;
    try {
      const { problems, hiddenData } = await attachments.inspect({
        hash: file.sha256,
        size: file.size,
        name: file.name,
      });
      const found = {
        problems: problems.filter((problem) => problem.refused).map((problem) => problem.message),
        warnings: fileWarnings(hiddenData),
      };
      await markInspected(kysely, file.id, found, platform.clock.now());
      done += 1;
    } catch (error) {
      // Busy or broken machines are asked again; the file stays closed meanwhile.
      platform.log.warn({ err: error, attachmentId: file.id }, 'file of a case not inspected');
    }
  }
  return done;
}
