import { Alert, Button, Segmented, Skeleton } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import type { ImportDraft, ImportSource, Place } from '../../import/imports.contract.ts';
import { placeText } from './place-text.ts';
import { SourceView } from './source-view.tsx';

const PdfPages = lazy(async () => ({ default: (await import('./pdf-pages.tsx')).PdfPages }));

/** The document as it was uploaded: PDF pages as printed, everything else as its text and tables. */
export function OriginalPane({ draft, place }: { readonly draft: ImportDraft; readonly place: Place | null }) {
  const isPdf = draft.mediaType === 'application/pdf';
  const [view, setView] = useState<'pages' | 'text'>(isPdf ? 'pages' : 'text');
  return (
    <section className="mc-import-original" aria-label="原文">
      <div className="mc-toolbar">
        <strong className="mc-grow">
          原文{place ? <span className="mc-muted mc-small"> · {placeText(place)}</span> : null}
        </strong>
        {isPdf ? (
          <Segmented
            aria-label="原文显示方式"
            size="small"
            value={view}
            onChange={setView}
            options={[
              { value: 'pages', label: '版面' },
              { value: 'text', label: '文字' },
            ]}
          />
        ) : null}
        <Button size="small" href={`/api/plan-imports/${draft.id}/original`} download={draft.fileName}>
          下载
        </Button>
      </div>
      {view === 'pages' ? (
        <Suspense fallback={<Skeleton active />}>
          <PdfPages importId={draft.id} place={place} />
        </Suspense>
      ) : (
        <SourceText importId={draft.id} place={place} />
      )}
    </section>
  );
}

function SourceText({ importId, place }: { readonly importId: string; readonly place: Place | null }) {
  const source = useApi<ImportSource>(`/api/plan-imports/${importId}/source`);
  return (
    <Loaded query={source} rows={10}>
      {(data) =>
        data.blocks.length === 0 ? (
          <Alert type="info" title="原文没有可显示的文字，请下载查看。" />
        ) : (
          <SourceView source={data} place={place} />
        )
      }
    </Loaded>
  );
}
