import { InboxOutlined } from '@ant-design/icons';
import { Upload } from 'antd';

export function ImportBox(props: { readonly file: File | undefined; readonly onFile: (file: File) => void }) {
  return (
    <div className="mc-gap-below">
      <Upload.Dragger
        accept=".docx,.txt,.html,.htm"
        maxCount={1}
        showUploadList={false}
        beforeUpload={(file) => {
          props.onFile(file);
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
    </div>
  );
}
