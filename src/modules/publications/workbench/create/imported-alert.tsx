import { Alert } from 'antd';
import { useLocation } from 'react-router';
import type { ImportedNotice } from './import-document.ts';

/** After an import: what the reader of the file was not sure of, before anything else. */
export function ImportedAlert({ onGo }: { readonly onGo: (place: string) => void }) {
  const imported = (useLocation().state as { imported?: ImportedNotice } | null)?.imported;
  if (!imported) return null;
  const { fileName, doubts } = imported;
  if (doubts.length === 0) {
    return (
      <Alert
        className="mc-gap-below"
        type="success"
        showIcon
        closable
        title={`已导入“${fileName}”，没有疑问。请补充要素后提交。`}
      />
    );
  }
  return (
    <Alert
      className="mc-gap-below"
      type="warning"
      showIcon
      closable
      title={`已导入“${fileName}”，有 ${doubts.length} 处请先核对`}
      description={
        <ul className="mc-reasons">
          {doubts.map((doubt) => (
            <li key={`${doubt.place} ${doubt.message}`}>
              {doubt.place ? `${doubt.place}：` : ''}
              {doubt.message}{' '}
              {doubt.blockId ? (
                <button type="button" className="mc-link-button" onClick={() => onGo(`block:${doubt.blockId}`)}>
                  去看
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      }
    />
  );
}
