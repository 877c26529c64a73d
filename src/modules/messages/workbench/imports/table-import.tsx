import { Alert, Button } from 'antd';
import { useId, useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import type { CaseSource, TableResult } from '../../../cases/importing/importing.contract.ts';

const MOST_FAULTS = 20;

/** A table is tried first and writes nothing; what is right in it is then brought in, what is wrong comes back as a table. */
export function TableImport({ source }: { readonly source: CaseSource }) {
  const id = useId();
  const [file, setFile] = useState<File>();
  const [tried, setTried] = useState<TableResult>();
  const path = `/api/case-sources/${source.id}`;
  const send = (tail: string) => (given: File) => call<TableResult>('POST', `${path}/${tail}`, formOf(given));
  const tryIt = useAction<File, TableResult>(send('table-trial'), { onDone: setTried });
  const bring = useAction<File, TableResult>(send('table'), {
    refreshes: ['/api/cases'],
    done: (result) => `已导入 ${result.taken} 件。`,
    onDone: () => {
      setTried(undefined);
      setFile(undefined);
    },
  });
  const faults = useAction<File, string>((given) => call<string>('POST', `${path}/table-faults`, formOf(given)), {
    onDone: (text) => saveText(text, `${source.name}-有误的行.csv`),
  });
  return (
    <div>
      <h3>
        <label htmlFor={id}>导入表格（XLSX、CSV）</label>
      </h3>
      <p className="mc-muted mc-small">
        第一行是栏目名：来件编号、类型、内容、收到日期必须有；标题、办理期限、承办单位、姓名、联系电话、电子邮箱可以有。
      </p>
      <input
        id={id}
        key={file?.name ?? 'none'}
        type="file"
        accept=".xlsx,.csv"
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          setFile(chosen);
          setTried(undefined);
          if (chosen) tryIt.mutate(chosen);
        }}
      />
      {file && tried ? (
        <>
          <Alert
            className="mc-gap-below"
            type={tried.faults.length > 0 ? 'warning' : 'success'}
            showIcon
            title={`${file.name}：共 ${tried.rows} 行，可以导入 ${tried.taken} 件，已经导入过 ${tried.known} 件，有误 ${tried.faults.length} 行`}
            description={<Faults result={tried} />}
          />
          <div className="mc-actions">
            <Button
              type="primary"
              disabled={tried.taken === 0}
              loading={bring.isPending}
              onClick={() => bring.mutate(file)}
            >
              导入 {tried.taken} 件
            </Button>
            {tried.faults.length > 0 ? (
              <Button loading={faults.isPending} onClick={() => faults.mutate(file)}>
                下载有误的行
              </Button>
            ) : null}
          </div>
        </>
      ) : null}
    </div>
  );
}

function Faults({ result }: { readonly result: TableResult }) {
  if (result.faults.length === 0) return null;
  return (
    <ul className="mc-plain-list">
      {result.faults.slice(0, MOST_FAULTS).map((fault) => (
        <li key={fault.row}>
          第 {fault.row} 行{fault.number ? `（${fault.number}）` : ''}：{fault.messages.join('；')}
        </li>
      ))}
      {result.faults.length > MOST_FAULTS ? <li>其余见下载的表。</li> : null}
    </ul>
  );
}

function formOf(file: File): FormData {
  const form = new FormData();
  form.append('file', file);
  return form;
}

function saveText(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
