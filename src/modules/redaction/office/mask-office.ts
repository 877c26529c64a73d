import { extname } from 'node:path';
import { AppError } from '../../../kernel/app-error.ts';
import {
  type IsolatedInput,
  IsolationBreach,
  type IsolationLimits,
  type Message,
  runIsolated,
} from '../../../platform/isolated-process/isolated-process.ts';
import { maskRefusal } from '../refusal.ts';
import type { OfficeTask } from './office.task.ts';
import type { OfficeFinding } from './office-finding.ts';

const LIMITS: IsolationLimits = { milliseconds: 60_000, megabytes: 1400, outputBytes: 256 * 1_048_576 };
// The compiled program runs .js, development and tests run .ts.
const TASK = new URL(`./office.task${extname(import.meta.url)}`, import.meta.url);

/**
 * Personal data in a DOCX or XLSX as its readers see it (REV-8).
 * @throws AppError `mask-refused` (422) when the file cannot be opened; `files-waiting` (503)
 */
export async function findInOffice(file: IsolatedInput): Promise<OfficeFinding[]> {
  return (await open({ task: 'find' }, file)).value as OfficeFinding[];
}

/**
 * A copy with every finding masked but those decided otherwise (REV-8). Of a DOCX, changes are accepted and comments, hidden
 * text, properties and embedded files dropped; an XLSX is written anew from what is seen. The copy was opened again and
 * searched in every part.
 *
 * @param except ids of findings that may stay
 * @throws AppError `mask-refused` (422) when the file cannot be opened or the copy is not proved; `files-waiting` (503)
 */
export async function maskOffice(file: IsolatedInput, except: readonly string[] = []): Promise<Uint8Array> {
  const [bytes] = (await open({ task: 'mask', except }, file)).bytes;
  if (!bytes) throw maskRefusal('unproved', '没有得到遮盖后的文件，请重试。');
  return bytes;
}

async function open(value: OfficeTask, file: IsolatedInput): Promise<Message> {
  try {
    return await runIsolated(TASK, value, [file], LIMITS);
  } catch (error) {
    if (!(error instanceof IsolationBreach)) throw error;
    if (error.kind === 'busy')
      throw new AppError('files-waiting', 503, '等待处理的文件过多，请稍后再试。', { cause: error });
    throw maskRefusal(error.kind, '文件过大或过于复杂，没有处理完，已停止。请拆分文件后再试。', error);
  }
}
