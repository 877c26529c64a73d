import { Button, Upload } from 'antd';
import { useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import type { DecidedFile } from '../../results/decision-content.contract.ts';
import type { SuppliedFileView } from '../../supplied/supplied-file.contract.ts';
import { requestPath } from '../words/use-request.ts';
import { SuppliedFileLine } from './supplied-file-line.tsx';

const MOST = 20;

/** The files of one piece of information. Each is looked into as it comes, so that what is found is told while the form is open. */
export function ItemFiles(props: {
  /** 第 1 条. */
  readonly nth: string;
  readonly requestId: string;
  readonly known: readonly SuppliedFileView[];
  readonly files: readonly DecidedFile[];
  readonly onChange: (files: DecidedFile[]) => void;
}) {
  const { nth, requestId, files, onChange } = props;
  const [brought, setBrought] = useState<readonly SuppliedFileView[]>([]);
  const upload = useAction<File, SuppliedFileView>(
    (file) => {
      const body = new FormData();
      body.append('file', file);
      return call('POST', `${requestPath(requestId)}/files`, body);
    },
    {
      onDone: (file) => {
        setBrought((before) => [...before, file]);
        onChange([...files, { id: file.id, name: file.name, size: file.size }]);
      },
    },
  );
  const warningsOf = (id: string) => [...props.known, ...brought].find((one) => one.id === id)?.warnings ?? [];
  return (
    <div>
      {files.map((file) => (
        <SuppliedFileLine key={file.id} requestId={requestId} file={file} warnings={warningsOf(file.id)}>
          <button
            type="button"
            className="mc-link-button"
            aria-label={`${nth}不提供 ${file.name}`}
            onClick={() => onChange(files.filter(({ id }) => id !== file.id))}
          >
            移除
          </button>
        </SuppliedFileLine>
      ))}
      {files.length < MOST ? (
        <Upload
          showUploadList={false}
          beforeUpload={(file) => {
            upload.mutate(file);
            return false;
          }}
        >
          <Button size="small" loading={upload.isPending} aria-label={`${nth}上传文件`}>
            上传文件
          </Button>
        </Upload>
      ) : null}
    </div>
  );
}
