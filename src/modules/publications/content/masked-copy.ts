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
    demandAll(wanted, located);
    return maskPdf(
      await open(),
      located.flatMap((one) => one.boxes),
    );
  }
  if (!OFFICE.has(mediaType)) {
    throw new AppError('mask-refused', 422, '这种格式不能直接遮盖；请在原软件中遮盖后重新上传。');
  }
  const located = await findInOffice(await open());
  demandAll(wanted, located.filter(isWanted));
  const others = located.filter((one) => !isWanted(one)).map((one) => one.id);
  return maskOffice(await open(), others);
}

function demandAll(wanted: ReadonlySet<string>, located: readonly { readonly text: string }[]): void {
  const found = new Set(located.map((one) => compact(one.text)));
  const missing = [...wanted].filter((one) => !found.has(one)).length;
  if (missing === 0) return;
  throw new AppError('mask-refused', 422, `有 ${missing} 处没有在文件中找到，请在原软件中遮盖后重新上传。`);
}

function compact(text: string): string {
  return text.replaceAll(/\s+/g, '');
}
