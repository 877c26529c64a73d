import { call } from '../../../../workbench/api/client.ts';
import type { Content } from '../../content/content.contract.ts';
import type { ImportAnswer } from '../../importing/importing.contract.ts';
import type { PublicationDetail } from '../../publications.contract.ts';
import type { KindView } from '../../register.contract.ts';
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
  given: { readonly title: string | undefined; readonly relations: Content['relations'] },
): Promise<ImportedNotice> {
  const form = new FormData();
  form.append('file', file);
  const answer = await call<ImportAnswer>('POST', `${publicationPath(id)}/import`, form);
  const { content, taken } = importedContent(answer, kind, given.title ?? '');
  const title = content.title || file.name.replace(/\.[^.]+$/, '').slice(0, 300);
  const named = { ...content, title, relations: given.relations };
  await call<PublicationDetail>('PUT', `${publicationPath(id)}/content`, { edit, content: named });
  return { fileName: file.name, doubts: answer.doubts, taken };
}
