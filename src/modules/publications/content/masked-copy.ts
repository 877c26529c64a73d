import { AppError } from '../../../kernel/app-error.ts';
import type { IsolatedInput } from '../../../platform/isolated-process/isolated-process.ts';
import { findInOffice, findInPdf, maskOffice, maskPdf } from '../../redaction/index.ts';

const PDF = 'application/pdf';
const OFFICE = new Set([
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]);

/**
 * The file with every occurrence of the words masked and nothing left underneath.
 *
 * @param open gives the file anew: it is read twice
 * @throws AppError `mask-refused` (422) when the kind of file cannot be masked or some of the words cannot be located in it
 */
export async function maskedCopy(
  mediaType: string,
  open: () => Promise<IsolatedInput>,
  words: readonly string[],
): Promise<Uint8Array> {
  const wanted = new Set(words.map(compact));
  const isWanted = (one: { readonly text: string }) => wanted.has(compact(one.text));
  if (mediaType === PDF) {
    const located = (await findInPdf(await open())).flatMap((page) => page.findings).filter(isWanted);
    const missing = notAmong(located, wanted).length;
    if (missing > 0)
      throw new AppError('mask-refused', 422, `有 ${missing} 处没有在文件中找到，请在原软件中遮盖后重新上传。`);
    return maskPdf(
      await open(),
      located.flatMap((one) => one.boxes),
    );
  }
  if (!OFFICE.has(mediaType)) {
    throw new AppError('mask-refused', 422, '这种格式不能直接遮盖；请在原软件中遮盖后重新上传。');
  }
  const located = await findInOffice(await open());
  const others = located.filter((one) => !isWanted(one)).map((one) => one.id);
  // What nobody sees, such as comments and hidden rows, is dropped from the copy as a whole.
  return maskOffice(await open(), others, notAmong(located, wanted));
}

function notAmong(located: readonly { readonly text: string }[], wanted: ReadonlySet<string>): string[] {
  const found = new Set(located.map((one) => compact(one.text)));
  return [...wanted].filter((one) => !found.has(one));
}

function compact(text: string): string {
  return text.replaceAll(/\s+/g, '');
}
