import { call } from '../../../../workbench/api/client.ts';
import { ApiProblem } from '../../../../workbench/api/problem.ts';
import type { Content } from '../../content/content.contract.ts';
import type { ImportAnswer } from '../../importing/importing.contract.ts';
import type { PublicationDetail } from '../../publications.contract.ts';
import type { Created, KindView } from '../../register.contract.ts';
import { publicationPath } from '../content/use-publication.ts';
import { importedContent, type TakenElement } from './imported-content.ts';

/** What the writer is to look at after an import, doubts first. */
export interface ImportedNotice {
  readonly fileName: string;
  readonly doubts: ImportAnswer['doubts'];
  readonly taken: readonly TakenElement[];
}

/** Reads a file into an entry that holds nothing yet. */
export async function importInto(
  id: string,
  edit: number,
  kind: KindView,
  file: File,
  given: Pick<Content, 'fields' | 'relations'> & { readonly title: string | undefined },
): Promise<ImportedNotice> {
  const form = new FormData();
  form.append('file', file);
  const answer = await call<ImportAnswer>('POST', `${publicationPath(id)}/import`, form);
  const { content, taken } = importedContent(answer, kind, given.title ?? '');
  const title = content.title || file.name.replace(/\.[^.]+$/, '').slice(0, 300);
  const fields = { ...given.fields, ...content.fields };
  const named = { ...content, title, fields, relations: given.relations };
  await call<PublicationDetail>('PUT', `${publicationPath(id)}/content`, { edit, content: named });
  return { fileName: file.name, doubts: answer.doubts, taken };
}

/** The file is of no use, however often it is tried. */
export function isRefusedFile(error: unknown): boolean {
  return error instanceof ApiProblem && (error.code === 'file-refused' || error.status === 413);
}

/** Gives up an entry made for a file that cannot be read; false when it stays and is used for the next try. */
export async function discarded({ id, edit }: Pick<Created, 'id' | 'edit'>): Promise<boolean> {
  return call('POST', `${publicationPath(id)}/discard`, { edit }).then(
    () => true,
    () => false,
  );
}

/** What may be chosen at all; old Word files cannot be read. @returns Chinese sentence, null when it may be tried */
export function whyNotImport(fileName: string): string | null {
  if (/\.(docx|txt|html?)$/i.test(fileName)) return null;
  if (/\.(docm?|wps|rtf|dot)$/i.test(fileName)) return '这是旧版 Word 等格式，不能导入，请打开后另存为 .docx 再选。';
  return '不能导入这种文件，请选择 .docx、.html 或 .txt 文件。';
}
