import { Alert } from 'antd';
import { useLocation } from 'react-router';
import type { ImportedNotice } from './import-document.ts';

/** After an import: what the reader of the file was not sure of, before anything else. */
export function ImportedAlert({ onGo }: { readonly onGo: (place: string) => void }) {
  const imported = (useLocation().state as { imported?: ImportedNotice } | null)?.imported;
  if (!imported) return null;
  const { fileName, doubts, taken } = imported;
  return (
    <Alert
      className="mc-gap-below"
      type={doubts.length > 0 ? 'warning' : 'info'}
      showIcon
      closable
      title={
        doubts.length > 0 ? `已导入“${fileName}”，有 ${doubts.length} 处请先核对` : `已导入“${fileName}”，没有疑问`
      }
      description={
        <>
          {doubts.length > 0 ? (
            <ul className="mc-reasons">
              {doubts.map((doubt) => (
                <li key={`${doubt.place} ${doubt.message}`}>
                  {doubt.place ? `${doubt.place}：` : ''}
                  {doubt.message} {doubt.blockId ? <Go place={`block:${doubt.blockId}`} onGo={onGo} /> : null}
                </li>
              ))}
            </ul>
          ) : null}
          {taken.length > 0 ? (
            <p>
              从文件读出并填入了
              {taken.map((one) => (
                <span key={one.code}>
                  {one.label}“{one.value}” <Go place={`field:${one.code}`} onGo={onGo} />；
                </span>
              ))}
              请核对。
            </p>
          ) : (
            <p>请补充要素后提交审核。</p>
          )}
        </>
      }
    />
  );
}

function Go({ place, onGo }: { readonly place: string; readonly onGo: (place: string) => void }) {
  return (
    <button type="button" className="mc-link-button" onClick={() => onGo(place)}>
      去看
    </button>
  );
}
