import type { DocumentBody } from '../../kernel/document-body.ts';
import type { IsolatedInput } from '../../platform/isolated-process/isolated-process.ts';
import { ImportAnswer, type ImportDoubt, type Proposal } from './imported-document.contract.ts';
import { openFile } from './opening/open-file.ts';
import { refusal } from './opening/refusal.ts';

export interface ImportedDocument {
  readonly body: DocumentBody;
  readonly proposals: readonly Proposal[];
  readonly headBlockIds: readonly string[];
  readonly doubts: readonly ImportDoubt[];
  /** Named in the body by their hash, without their properties; the caller stores them. */
  readonly images: readonly { readonly sha256: string; readonly mediaType: string; readonly bytes: Uint8Array }[];
}

/**
 * A DOCX, web page or text as a document's body, read in a process of its own.
 * @throws AppError `file-refused` (422) with one sentence; `files-waiting` (503)
 */
export async function importDocument(input: IsolatedInput, name: string): Promise<ImportedDocument> {
  const { value, bytes } = await openFile('import', input, name);
  const answer = ImportAnswer.safeParse(value);
  if (!answer.success) {
    const [issue] = answer.error.issues;
    throw refusal(
      'no-body',
      issue?.code === 'custom' ? issue.message : '正文无法导入，请精简格式后再试。',
      answer.error,
    );
  }
  const { images, ...document } = answer.data;
  return {
    ...document,
    images: images.map((image, index) => ({ ...image, bytes: bytes[index] ?? new Uint8Array() })),
  };
}
