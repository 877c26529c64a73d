import { unzipSync } from 'fflate';
import { AppError } from '../../../kernel/app-error.ts';

const MOST_BYTES = 80_000_000;
const decoder = new TextDecoder('utf-8');

/**
 * Parts of a zipped office document as texts, by name. Sizes are taken from the directory and are also the most that is
 * ever inflated, so that a zip bomb costs no memory.
 * @throws AppError `plan-unreadable` for a damaged, locked or oversized archive
 */
export function zipTexts(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, string> {
  let total = 0;
  let tooLarge = false;
  try {
    const files = unzipSync(bytes, {
      filter: (file) => {
        if (tooLarge || !wanted(file.name)) return false;
        total += file.originalSize;
        tooLarge = total > MOST_BYTES;
        return !tooLarge;
      },
    });
    if (tooLarge) throw unreadable('文件解压后过大，已停止读取，请确认文件是否正常，或删去图片后另存再试。');
    return new Map(
      Object.entries(files).map(([name, content]) => [name.replaceAll('\\', '/'), decoder.decode(content)]),
    );
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw unreadable('文件已损坏，无法打开，请重新保存或重新下载后再试。', error);
  }
}

/** Names in the archive's directory, without inflating anything; empty when there is no directory. */
export function zipNames(bytes: Uint8Array): string[] {
  const names: string[] = [];
  try {
    unzipSync(bytes, {
      filter: (file) => {
        names.push(file.name.replaceAll('\\', '/'));
        return false;
      },
    });
  } catch {
    return [];
  }
  return names;
}

export function unreadable(message: string, cause?: unknown): AppError {
  return new AppError('plan-unreadable', 422, message, { cause });
}
