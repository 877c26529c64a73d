import { Alert, Button, Grid, Segmented } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { ImportDraft, Place } from '../../import/imports.contract.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { DocumentDoubts } from './document-doubts.tsx';
import { HeadForm } from './head-form.tsx';
import { OriginalPane } from './original-pane.tsx';
import { RowList } from './row-list.tsx';
import { UnitMapping } from './unit-mapping.tsx';
import { unmappedNames } from './unmapped-names.ts';
import { type ImportControl, useImport } from './use-import.ts';

/** The original beside the rows that were read from it: doubts first, everything editable, nothing in the ledger until confirmed. */
export function ImportPage() {
  const { importId = '' } = useParams();
  const control = useImport(importId);
  return (
    <div className="mc-page mc-import">
      <Loaded query={control.draft} rows={10}>
        {(draft) =>
          draft.state === 'open' ? <Workspace draft={draft} control={control} /> : <Finished draft={draft} />
        }
      </Loaded>
    </div>
  );
}

function Workspace({ draft, control }: { readonly draft: ImportDraft; readonly control: ImportControl }) {
  const wide = Grid.useBreakpoint().lg ?? true;
  const [pane, setPane] = useState<'rows' | 'original'>('rows');
  const [place, setPlace] = useState<Place | null>(null);
  const [openRow, setOpenRow] = useState<string>();
  const [isConfirming, setConfirming] = useState(false);
  const show = (next: Place | null): void => {
    setPlace(next);
    if (!wide && next) setPane('original');
  };
  const rows = draft.rows.filter((row) => !row.removed);
  return (
    <>
      <PageHeader
        title={draft.head.title ?? draft.fileName}
        lead={`${draft.fileName} · 读出 ${rows.length} 项任务。改动自动保存，可随时离开再回来。`}
        tags={<LeftToDo draft={draft} />}
        actions={
          <>
            <Link to="/imports" className="mc-button-link">
              稍后继续
            </Link>
            <Button type="primary" onClick={() => setConfirming(true)}>
              确认入账…
            </Button>
          </>
        }
      />
      <DocumentDoubts draft={draft} control={control} onShow={show} />
      <HeadForm draft={draft} control={control} />
      <UnitMapping draft={draft} control={control} />
      {wide ? null : (
        <Segmented
          block
          aria-label="显示"
          className="mc-gap-below"
          value={pane}
          onChange={setPane}
          options={[
            { value: 'rows', label: '读出的任务' },
            { value: 'original', label: '原文' },
          ]}
        />
      )}
      <div className="mc-import-panes">
        {wide || pane === 'original' ? <OriginalPane draft={draft} place={place} /> : null}
        {wide || pane === 'rows' ? (
          <RowList
            draft={draft}
            control={control}
            openRow={openRow}
            onOpen={setOpenRow}
            onPlace={wide ? setPlace : () => {}}
            onShow={show}
          />
        ) : null}
      </div>
      {isConfirming ? (
        <ConfirmDialog
          draft={draft}
          control={control}
          onClose={() => setConfirming(false)}
          onGo={(rowId) => {
            setConfirming(false);
            setPane('rows');
            setOpenRow(rowId);
          }}
        />
      ) : null}
    </>
  );
}

function LeftToDo({ draft }: { readonly draft: ImportDraft }) {
  const unmapped = unmappedNames(draft.rows).length;
  if (draft.openDoubts > 0) return <ToneTag tone="orange">{draft.openDoubts} 处疑问待核对</ToneTag>;
  if (unmapped > 0) return <ToneTag tone="orange">{unmapped} 个单位名称待对应</ToneTag>;
  return <ToneTag tone="green">没有待核对的疑问</ToneTag>;
}

function Finished({ draft }: { readonly draft: ImportDraft }) {
  return (
    <>
      <PageHeader title={draft.head.title ?? draft.fileName} />
      <Alert
        type="info"
        showIcon
        title={draft.state === 'confirmed' ? '这次导入已经入账。' : '这次导入已放弃。'}
        description={
          draft.planId ? (
            <Link to={`/plans/${draft.planId}`}>查看工作要点</Link>
          ) : (
            <Link to="/imports">重新上传文件</Link>
          )
        }
      />
    </>
  );
}
