import type { DecisionContent } from '../../results/decision-content.contract.ts';
import { supplies } from '../../results/supplies.ts';
import type { RequestView } from '../../viewing/request-view.contract.ts';
import { SuppliedFileLine } from './supplied-file-line.tsx';

/** What a decision hands over as files, for whoever reviews it and for whoever looks it up later. */
export function SuppliedFiles({ view, content }: { readonly view: RequestView; readonly content: DecisionContent }) {
  const items = supplies(content) ? content.items.filter(({ files = [] }) => files.length > 0) : [];
  if (items.length === 0) return null;
  return (
    <>
      <h3>提供的文件</h3>
      <ul className="mc-list">
        {items.map((item) => (
          <li key={item.name}>
            {item.name}
            {(item.files ?? []).map((file) => (
              <SuppliedFileLine
                key={file.id}
                requestId={view.case.id}
                file={file}
                warnings={view.suppliedFiles.find(({ id }) => id === file.id)?.warnings ?? []}
              />
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
