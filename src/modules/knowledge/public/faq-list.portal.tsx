import { localDateAt } from '../../../kernel/local-date.ts';
import { longDay } from '../../../portal/index.ts';
import type { OpenItem } from '../../publications/index.ts';

/** An entry with its answer, folded as far as the reader wishes; without JavaScript as well. */
export function FaqList({
  entries,
  unitName,
  isOpen = false,
}: {
  entries: readonly OpenItem[];
  unitName: (unitId: string) => string;
  isOpen?: boolean;
}) {
  return (
    <ul class="faq-list">
      {entries.map((item) => (
        <li key={item.number}>
          <details open={isOpen}>
            <summary>{item.title}</summary>
            {/* biome-ignore lint/security/noDangerouslySetInnerHtml: rendered from the document model, safe by construction, frozen at publishing */}
            <div class="faq-answer text" dangerouslySetInnerHTML={{ __html: item.bodyHtml }} />
            <p class="document-meta">
              <span>{unitName(item.unitId)}</span>
              <span>更新于 {longDay(localDateAt(item.publishedAt))}</span>
              <span>
                <a href={`/documents/${item.number}`}>
                  依据和详情<span class="unseen">：{item.title}</span>
                </a>
              </span>
            </p>
          </details>
        </li>
      ))}
    </ul>
  );
}
