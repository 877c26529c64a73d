import { AppError } from '../../kernel/app-error.ts';
import type { IsolatedInput } from '../../platform/isolated-process/isolated-process.ts';
import { Inspection } from './inspection.contract.ts';
import { openFile } from './opening/open-file.ts';

/**
 * Looks at a file in a process of its own: what it is, what it says, what it hides, why it may not be taken.
 * A file that cannot be taken gives a result with a refusing problem.
 *
 * @param name as people see it; only its ending is looked at
 * @throws AppError `files-waiting` (503) when too many wait
 */
export async function inspect(input: IsolatedInput, name: string): Promise<Inspection> {
  try {
    return Inspection.parse((await openFile('inspect', input, name)).value);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'file-refused') throw error;
    const problem = { code: String(error.details.problem), message: error.message, refused: true };
    return {
      mediaType: 'application/octet-stream',
      typeName: '未知格式',
      accepted: false,
      text: '',
      textCut: false,
      hiddenData: [],
      problems: [problem],
    };
  }
}
