import { InboxOutlined } from '@ant-design/icons';
import { Alert, Upload } from 'antd';
import { useState } from 'react';
import { whyNotImport } from './import-document.ts';

/** An old Word file may be chosen, so that it can be said at once what to do about it. */
export function ImportBox(props: {
  readonly file: File | undefined;
  readonly onFile: (file: File | undefined) => void;
}) {
  const [refused, setRefused] = useState<string | null>(null);
  return (
    <div className="mc-gap-below">
      <Upload.Dragger
        accept=".docx,.doc,.txt,.html,.htm"
        maxCount={1}
        showUploadList={false}
        beforeUpload={(file) => {
          const why = whyNotImport(file.name);
          setRefused(why && `“${file.name}”：${why}`);
          props.onFile(why ? undefined : file);
          return false;
        }}
      >
        <p className="ant-upload-drag-icon">
          <InboxOutlined />
        </p>
        <p className="mc-upload-main">
          {props.file ? `已选：${props.file.name}（点此另选）` : '点此选择文件，或把文件拖到这里'}
        </p>
        <p className="mc-muted">
          可用 Word（.docx）、网页（.html）和文本（.txt）。标题、列表、表格和图片会带进来，批注和修订痕迹不会。
        </p>
      </Upload.Dragger>
      {refused ? <Alert type="error" showIcon title={refused} /> : null}
    </div>
  );
}
