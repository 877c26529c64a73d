import { Alert, Button, Upload } from 'antd';
import { useState } from 'react';
import { call } from '../../../workbench/api/client.ts';
import { useAction } from '../../../workbench/api/use-api.ts';
import type { UploadedFile } from '../registers/records.contract.ts';
import type { NamedFile } from '../registers/register.contract.ts';

/** Uploads at once, so that what the inspection found is told while the form is still open. */
export function FileInput(props: {
  readonly id?: string;
  readonly value: NamedFile | null;
  readonly onChange: (file: NamedFile) => void;
}) {
  const [warnings, setWarnings] = useState<readonly string[]>([]);
  const upload = useAction(
    (file: File) => {
      const body = new FormData();
      body.append('file', file);
      return call<UploadedFile>('POST', '/api/interpretation-records/files', body);
    },
    {
      onDone: ({ sha256, name, warnings: found }) => {
        setWarnings(found);
        props.onChange({ sha256, name });
      },
    },
  );
  return (
    <>
      <Upload
        {...(props.id ? { id: props.id } : {})}
        showUploadList={false}
        maxCount={1}
        beforeUpload={(file) => {
          upload.mutate(file);
          return false;
        }}
      >
        <Button loading={upload.isPending}>{props.value ? '换一个文件' : '选择文件'}</Button>
      </Upload>{' '}
      {props.value ? <span>{props.value.name}</span> : null}
      {warnings.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          title="文件里有看不见的内容，请确认可以给其他单位看"
          description={
            <ul>
              {warnings.slice(0, 10).map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          }
        />
      ) : null}
    </>
  );
}
