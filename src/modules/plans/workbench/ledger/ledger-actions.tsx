import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { withQuery } from '../../../../workbench/api/client.ts';
import { usePermissions } from '../../../../workbench/api/session.ts';
import type { Filters } from '../../../../workbench/components/use-filters.ts';
import { ledgerFilter } from './ledger-query.ts';
import { ProgressImportDialog } from './progress-import-dialog.tsx';

/** Export in the shape offices know, with the filters in force; progress back from the same sheet. */
export function LedgerActions({ planId, filters }: { readonly planId: string; readonly filters: Filters }) {
  const allowed = usePermissions();
  const [isImporting, setImporting] = useState(false);
  const address = (kind: string): string => withQuery(`/api/plans/${planId}/ledger.${kind}`, ledgerFilter(filters));
  return (
    <>
      <Dropdown
        menu={{
          items: [
            {
              key: 'xlsx',
              label: (
                <a href={address('xlsx')} download>
                  电子表格（XLSX，可填进展后导回）
                </a>
              ),
            },
            {
              key: 'docx',
              label: (
                <a href={address('docx')} download>
                  任务分解表（DOCX）
                </a>
              ),
            },
          ],
        }}
      >
        <Button icon={<DownloadOutlined />}>导出台账</Button>
      </Dropdown>
      {allowed.could('report', 'assignment') ? (
        <Button icon={<UploadOutlined />} onClick={() => setImporting(true)}>
          导入进展
        </Button>
      ) : null}
      {isImporting ? <ProgressImportDialog planId={planId} onClose={() => setImporting(false)} /> : null}
    </>
  );
}
