import { UploadOutlined } from '@ant-design/icons';
import { Button, Input, Upload } from 'antd';
import { type ReactNode, useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { AttachmentRef } from '../../content/content.contract.ts';
import type { Attachment } from '../../publications.contract.ts';
import { placeElementId } from '../words/places.ts';
import { sizeText } from '../words/size-text.ts';
import { publicationPath } from './use-publication.ts';

export interface AttachmentsEditorProps {
  readonly publicationId: string;
  readonly files: readonly AttachmentRef[];
  readonly inspected: readonly Attachment[];
  readonly most: number;
  readonly editable: boolean;
  readonly onChange: (files: AttachmentRef[]) => void;
  readonly onClean?: (sha256: string) => void;
  readonly notesAt: (place: string) => ReactNode;
}

/** Attachments with what the inspection found in them: hidden data has to go before anything becomes public. */
export function AttachmentsEditor(props: AttachmentsEditorProps) {
  const { publicationId, files, editable, onChange } = props;
  const [fresh, setFresh] = useState<readonly Attachment[]>([]);
  const upload = useAction((file: File) => uploadFile(publicationId, file), {
    done: (taken) => `“${taken.name}”已上传，保存后生效。`,
    onDone: (taken) => {
      setFresh((before) => [...before, taken]);
      const { sha256, name, mediaType, size } = taken;
      onChange([...files.filter((file) => file.sha256 !== sha256), { sha256, name, mediaType, size }]);
    },
  });
  const known = new Map([...props.inspected, ...fresh].map((file) => [file.sha256, file]));
  return (
    <>
      {files.length === 0 ? (
        <p className="mc-muted">没有附件。{editable ? '能写进正文的请写在正文里，方便查阅和检索。' : ''}</p>
      ) : (
        <ul className="mc-list" aria-label="附件">
          {files.map((file, index) => (
            <li key={file.sha256} id={placeElementId(`attachment:${file.sha256}`)}>
              <FileLine {...props} file={file} index={index} />
              <Inspected
                file={known.get(file.sha256)}
                {...(editable && props.onClean ? { onClean: props.onClean } : {})}
              />
              {props.notesAt(`attachment:${file.sha256}`)}
            </li>
          ))}
        </ul>
      )}
      {editable && files.length < props.most ? (
        <Upload
          multiple
          showUploadList={false}
          accept=".pdf,.docx,.xlsx,.pptx,.ofd,.png,.jpg,.jpeg,.txt,.csv"
          beforeUpload={(file) => {
            upload.mutate(file);
            return false;
          }}
        >
          <Button icon={<UploadOutlined />} loading={upload.isPending}>
            上传附件
          </Button>
        </Upload>
      ) : null}
    </>
  );
}

export function uploadFile(publicationId: string, file: File): Promise<Attachment> {
  const form = new FormData();
  form.append('file', file);
  return call('POST', `${publicationPath(publicationId)}/attachments`, form);
}

function FileLine(props: AttachmentsEditorProps & { readonly file: AttachmentRef; readonly index: number }) {
  const { file, index, files, editable, onChange } = props;
  const address = `${publicationPath(props.publicationId)}/attachments/${file.sha256}`;
  const put = (next: AttachmentRef[]): void => onChange(next);
  return (
    <div className="mc-list-line">
      <div className="mc-list-main">
        {editable ? (
          <Input
            aria-label={`第 ${index + 1} 个附件的名称`}
            value={file.name}
            maxLength={200}
            onChange={(event) => put(files.map((one) => (one === file ? { ...one, name: event.target.value } : one)))}
          />
        ) : (
          file.name
        )}
      </div>
      <span className="mc-muted mc-small">{sizeText(file.size)}</span>
      <a href={address} target="_blank" rel="noreferrer">
        打开
      </a>
      {editable ? (
        <>
          {index > 0 ? (
            <Button size="small" type="text" onClick={() => put(moved(files, index))}>
              上移
            </Button>
          ) : null}
          <Button size="small" type="text" danger onClick={() => put(files.filter((one) => one !== file))}>
            移除
          </Button>
        </>
      ) : null}
    </div>
  );
}

function moved(files: readonly AttachmentRef[], index: number): AttachmentRef[] {
  const next = [...files];
  const [file] = next.splice(index, 1);
  if (file) next.splice(index - 1, 0, file);
  return next;
}

function Inspected({
  file,
  onClean,
}: {
  readonly file: Attachment | undefined;
  readonly onClean?: (sha256: string) => void;
}) {
  if (!file) return null;
  if (!file.inspectedAt) return <p className="mc-muted mc-small">正在检查隐藏内容…</p>;
  if (file.hiddenData.length === 0 && file.problems.length === 0) {
    return (
      <p className="mc-small">
        <ToneTag tone="green">未发现隐藏内容</ToneTag>
      </p>
    );
  }
  return (
    <div className="mc-inspected">
      {file.problems.map((problem) => (
        <p key={problem}>
          <ToneTag tone="red">不能使用</ToneTag> {problem}
        </p>
      ))}
      {file.hiddenData.length > 0 ? (
        <details open>
          <summary>发现 {file.hiddenData.length} 处隐藏内容，公开前须去除</summary>
          <ul>
            {file.hiddenData.map((one) => (
              <li key={`${one.kind} ${one.where} ${one.message}`}>{one.message}</li>
            ))}
          </ul>
          {onClean && file.hiddenData.some((one) => one.removable) ? (
            <Button size="small" onClick={() => onClean(file.sha256)}>
              去除隐藏内容
            </Button>
          ) : null}
        </details>
      ) : null}
    </div>
  );
}
