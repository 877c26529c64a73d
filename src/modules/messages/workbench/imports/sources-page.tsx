import { Alert, Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { instantText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { CASE_CHANNEL_LABELS } from '../../../cases/case-words.ts';
import type { CaseSource, CaseSourceInput, NewCaseKey } from '../../../cases/importing/importing.contract.ts';
import { TableImport } from './table-import.tsx';

const SOURCES = '/api/case-sources';
/** Ways by which other systems hand over; the others are people. */
const CHANNELS = ['hotline12345', 'govCn', 'board'] as const;

/** 来件导入 (MSG-12, MSG-13): systems that hand over by key, and tables brought in by hand; both keep their numbers and days. */
export function SourcesPage() {
  const [shown, setShown] = useState<NewCaseKey>();
  const [isAdding, setAdding] = useState(false);
  const mayManage = usePermissions().could('manage', 'caseSource');
  const sources = useApi<readonly CaseSource[]>(SOURCES);
  return (
    <div className="mc-page">
      <PageHeader
        title="来件导入"
        lead="12345热线、中国政府网、其他留言平台转来的来件：系统对接用密钥，人工导入用表格，都保留原编号和办理期限。"
        actions={
          mayManage ? (
            <Button type="primary" onClick={() => setAdding(true)}>
              登记来件系统
            </Button>
          ) : null
        }
      />
      {shown ? <KeyNotice shown={shown} onClose={() => setShown(undefined)} /> : null}
      <Loaded query={sources}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState what="还没有来件系统。" next="登记以后可以用密钥对接，也可以导入表格。" />
          ) : (
            all.map((source) => (
              <SourceSection key={source.id} source={source} mayManage={mayManage} onKey={setShown} />
            ))
          )
        }
      </Loaded>
      {isAdding ? (
        <SourceDialog
          onMade={(made) => {
            setShown(made);
            setAdding(false);
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </div>
  );
}

function KeyNotice({ shown, onClose }: { readonly shown: NewCaseKey; readonly onClose: () => void }) {
  return (
    <Alert
      className="mc-gap-below"
      type="success"
      showIcon
      closable={{ onClose }}
      title={`“${shown.source.name}”的密钥，只显示这一次，请交给对方系统的管理员`}
      description={
        <>
          <p>
            <code>{shown.key}</code>
          </p>
          <p>
            对方系统向 <code>POST /cases/v1/cases</code> 提交，请求头 <code>Authorization: Bearer 密钥</code>。
          </p>
        </>
      }
    />
  );
}

function SourceSection(props: {
  readonly source: CaseSource;
  readonly mayManage: boolean;
  readonly onKey: (made: NewCaseKey) => void;
}) {
  const { source, mayManage, onKey } = props;
  const issue = useAction<object, NewCaseKey>(() => call('POST', `${SOURCES}/${source.id}/keys`), {
    refreshes: [SOURCES],
    onDone: onKey,
  });
  const revoke = useAction<string, unknown>((id) => call('POST', `/api/case-source-keys/${id}/revoke`), {
    refreshes: [SOURCES],
    done: '已停用密钥。',
  });
  return (
    <Section title={source.name} extra={CASE_CHANNEL_LABELS[source.channel]}>
      <ul className="mc-list">
        {source.keys.map((key) => (
          <li key={key.id}>
            <div className="mc-list-line">
              <span className="mc-list-main">
                密钥 …{key.ending}{' '}
                <ToneTag tone={key.revokedAt ? 'grey' : 'green'}>{key.revokedAt ? '已停用' : '在用'}</ToneTag>
              </span>
              {mayManage && !key.revokedAt ? (
                <Button danger size="small" loading={revoke.isPending} onClick={() => revoke.mutate(key.id)}>
                  停用
                </Button>
              ) : null}
            </div>
            <div className="mc-muted mc-small">
              {key.createdBy} · {instantText(key.createdAt)} 生成
              {key.lastUsedAt ? ` · ${instantText(key.lastUsedAt)} 最近使用` : ' · 还没有使用'}
            </div>
          </li>
        ))}
      </ul>
      {mayManage ? (
        <>
          <Button loading={issue.isPending} onClick={() => issue.mutate({})}>
            再生成一个密钥
          </Button>
          <TableImport source={source} />
        </>
      ) : null}
    </Section>
  );
}

function SourceDialog(props: { readonly onMade: (made: NewCaseKey) => void; readonly onClose: () => void }) {
  const [form] = Form.useForm<CaseSourceInput>();
  const create = useAction<CaseSourceInput, NewCaseKey>((input) => call('POST', SOURCES, input), {
    refreshes: [SOURCES],
    done: '已登记来件系统。',
    onDone: props.onMade,
  });
  return (
    <Modal
      open
      title="登记来件系统"
      okText="登记"
      cancelText="取消"
      confirmLoading={create.isPending}
      onOk={form.submit}
      onCancel={props.onClose}
    >
      <Form form={form} layout="vertical" onFinish={(values) => create.mutate(values)}>
        <Form.Item
          name="name"
          label="名称"
          rules={[{ required: true, whitespace: true, min: 2, message: '请填写名称，至少 2 个字。' }]}
        >
          <Input maxLength={60} placeholder="例如：市12345热线平台" />
        </Form.Item>
        <Form.Item name="channel" label="来源" rules={[{ required: true, message: '请选择来源。' }]}>
          <Select options={CHANNELS.map((channel) => ({ value: channel, label: CASE_CHANNEL_LABELS[channel] }))} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
