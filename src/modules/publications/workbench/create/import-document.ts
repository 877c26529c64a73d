import type { Body } from '../../../../kernel/document-body.ts';
import { call } from '../../../../workbench/api/client.ts';
import type { Content } from '../../content/content.contract.ts';
import type { ImportAnswer } from '../../importing/importing.contract.ts';
import type { PublicationDetail } from '../../publications.contract.ts';
import { publicationPath } from '../content/use-publication.ts';

/** What the writer is to look at after an import, doubts first. */
export interface ImportedNotice {
  readonly fileName: string;
  readonly doubts: ImportAnswer['doubts'];
}

/** Reads a file into an entry that holds nothing yet. */
export async function importInto(
  id: string,
  edit: number,
  file: File,
  title: string | undefined,
): Promise<ImportedNotice> {
  const form = new FormData();
  form.append('file', file);
  const answer = await call<ImportAnswer>('POST', `${publicationPath(id)}/import`, form);
  const found = (title || answer.title || file.name.replace(/\.[^.]+$/, '')).slice(0, 300);
  const content: Content = {
    schema: 1,
    title: found,
    fields: {},
    body: answer.body as Body as Content['body'],
    attachments: [],
    relations: [],
  };
  await call<PublicationDetail>('PUT', `${publicationPath(id)}/content`, { edit, content });
  return { fileName: file.name, doubts: answer.doubts };
}
