import { Section } from '../../../portal/index.ts';
import { DocumentList } from './document-list.portal.tsx';
import type { ListedDocument } from './open-library.ts';

/** The newest documents on the home page. */
export function HomeDocuments({ documents }: { documents: readonly ListedDocument[] }) {
  if (documents.length === 0) return null;
  return (
    <Section id="documents" title="最新政策文件" more={<a href="/library?sort=published">全部政策文件</a>}>
      <DocumentList documents={documents} />
    </Section>
  );
}
