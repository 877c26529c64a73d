import { DeleteOutlined, UploadOutlined } from '@ant-design/icons';
import { App, Button, Input, Select, Upload } from 'antd';
import { useRef, useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { sentenceOf } from '../../../../workbench/api/problem.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { Upload as Uploaded } from '../../assignments/assignments.contract.ts';
import { EVIDENCE_ENDINGS, EVIDENCE_FILES_TEXT } from '../../assignments/evidence-words.ts';
import type { Meeting } from '../../meetings/meetings.contract.ts';
import { EVIDENCE_KIND_WORDS } from '../../plan-words.ts';
import { addressOf, type EvidenceEntry } from './report-form.ts';
import { sizeText } from './size-text.ts';

/** A file, an address or a record of this platform that proves the progress. */
export function EvidenceEditor(props: {
  readonly entries: readonly EvidenceEntry[];
  readonly onChange: (entries: readonly EvidenceEntry[]) => void;
}) {
  // Uploads of several files end one by one; each must see what the others added.
  const latest = useRef(props.entries);
  latest.current = props.entries;
  const add = (entry: EvidenceEntry): void => {
    latest.current = [...latest.current, entry];
    props.onChange(latest.current);
  };
  return (
    <>
      <ul className="mc-evidence">
        {props.entries.map((entry) => (
          <li key={entry.key}>
            <ToneTag>{EVIDENCE_KIND_WORDS[entry.input.kind]}</ToneTag> {entry.label}
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={`去掉佐证${entry.label}`}
              onClick={() => props.onChange(props.entries.filter((other) => other.key !== entry.key))}
            />
          </li>
        ))}
      </ul>
      <div className="mc-toolbar">
        <FileButton onAdd={add} />
        <AddressField onAdd={add} />
        <RecordSelect onAdd={add} />
      </div>
    </>
  );
}

type Add = { readonly onAdd: (entry: EvidenceEntry) => void };

function FileButton({ onAdd }: Add) {
  const { message } = App.useApp();
  const [running, setRunning] = useState(0);
  const send = async (file: File): Promise<void> => {
    setRunning((count) => count + 1);
    const form = new FormData();
    form.append('file', file);
    try {
      const upload = await call<Uploaded>('POST', '/api/evidence-files', form);
      onAdd({
        key: upload.id,
        label: `${upload.name}（${sizeText(upload.size)}）`,
        input: { kind: 'file', title: upload.name, uploadId: upload.id },
      });
    } catch (error) {
      void message.error({ content: `${file.name}：${sentenceOf(error)}`, duration: 8 });
    } finally {
      setRunning((count) => count - 1);
    }
  };
  return (
    <Upload
      multiple
      accept={EVIDENCE_ENDINGS.map((ending) => `.${ending}`).join(',')}
      showUploadList={false}
      beforeUpload={(file) => {
        void send(file);
        return false;
      }}
    >
      <Button icon={<UploadOutlined />} loading={running > 0} title={`可以上传：${EVIDENCE_FILES_TEXT}`}>
        上传附件
      </Button>
    </Upload>
  );
}

function AddressField({ onAdd }: Add) {
  const [text, setText] = useState('');
  const address = addressOf(text);
  const add = (): void => {
    if (!address) return;
    onAdd({ key: crypto.randomUUID(), label: address, input: { kind: 'address', title: '', address } });
    setText('');
  };
  return (
    <span className="mc-address mc-grow">
      <Input
        type="url"
        aria-label="佐证网址"
        placeholder="粘贴公开页面的网址"
        value={text}
        onChange={(event) => setText(event.target.value)}
        // A pasted address counts even when the button beside it was overlooked.
        onBlur={add}
        onPressEnter={(event) => {
          event.preventDefault();
          add();
        }}
      />
      <Button onClick={add} disabled={!address}>
        添加网址
      </Button>
    </span>
  );
}

function RecordSelect({ onAdd }: Add) {
  const meetings = useApi<{ items: readonly Meeting[] }>('/api/meetings', { pageSize: 100 });
  const items = meetings.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Select<string | null>
      aria-label="平台记录"
      placeholder="选择平台记录"
      value={null}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: 'label' }}
      options={items.map((meeting) => ({ value: meeting.id, label: `会议：${meeting.title}（${meeting.heldOn}）` }))}
      onChange={(id) => {
        const meeting = items.find((one) => one.id === id);
        if (!meeting) return;
        onAdd({
          key: `meeting:${meeting.id}`,
          label: meeting.title,
          input: { kind: 'record', title: meeting.title, recordRef: `meeting:${meeting.id}` },
        });
      }}
    />
  );
}
