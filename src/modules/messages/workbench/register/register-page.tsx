import { Alert, Button, Checkbox, Form, Input, Select, Upload } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { call } from '../../../../workbench/api/client.ts';
import { unitsOf, useSession } from '../../../../workbench/api/session.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import { dayText } from '../../../../workbench/components/day.ts';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { APPLICANT_FIELD_LABELS, CASE_CHANNEL_LABELS } from '../../../cases/case-words.ts';
import type { CaseKindView } from '../../../cases/cases.contract.ts';
import { hasOwnForm } from '../../../cases/workbench/words/case-address.ts';
import { ReceivingUnitSelect } from '../../../cases/workbench/words/receiving-unit-select.tsx';
import { useCaseKinds } from '../../../cases/workbench/words/use-case-kinds.ts';
import { UnitSelect } from '../../../organisations/workbench/words/unit-select.tsx';
import type { Registered, RegisterInput } from '../../registering/registering.contract.ts';

/** 登记来件: what came by counter, telephone, letter; its sender gets number and secret like anybody else. */
export function RegisterPage() {
  const kinds = useCaseKinds();
  return (
    <div className="mc-page">
      <PageHeader
        title="登记来件"
        lead="窗口、电话、来信、电子邮件收到的来件，登记后与网上提交的一样计时、办理、查询。"
      />
      <Loaded query={kinds}>{(all) => <RegisterForm kinds={all} />}</Loaded>
    </div>
  );
}

function RegisterForm({ kinds }: { readonly kinds: readonly CaseKindView[] }) {
  const [form] = Form.useForm<RegisterInput>();
  const [receipt, setReceipt] = useState<Registered>();
  const code = Form.useWatch('kind', form);
  const kind = kinds.find((one) => one.code === code);
  const isOffice = useSession().grants.some((grant) => grant.role === 'supervisor');
  const [own] = unitsOf(useSession(), 'officer', 'handler');
  const [files, setFiles] = useState<readonly File[]>([]);
  const register = useAction<RegisterInput, Registered>((input) => send(input, files), {
    refreshes: ['/api/cases'],
    onDone: (given) => {
      setReceipt(given);
      form.resetFields();
      setFiles([]);
    },
  });
  if (receipt) return <Receipt receipt={receipt} onNext={() => setReceipt(undefined)} />;
  return (
    <Section title="来件">
      <Form<RegisterInput>
        form={form}
        layout="vertical"
        className="mc-form"
        initialValues={{ unitId: isOffice ? undefined : own?.id }}
        onFinish={(values) => register.mutate(values)}
      >
        <Form.Item name="kind" label="类型" rules={[{ required: true, message: '请选择类型。' }]}>
          <Select
            options={kinds
              .filter(
                (one) => offlineChannels(one).length > 0 && !hasOwnForm(one.code) && (isOffice || !one.isAgainstUnit),
              )
              .map((one) => ({ value: one.code, label: one.label }))}
          />
        </Form.Item>
        {kind ? <KindFields kind={kind} isOffice={isOffice} /> : null}
        {kind && kind.maxFiles > 0 ? <FilesField most={kind.maxFiles} files={files} onChange={setFiles} /> : null}
        <Button type="primary" htmlType="submit" disabled={!kind} loading={register.isPending}>
          登记
        </Button>
      </Form>
    </Section>
  );
}

/** With files as one form, so that none is left behind without its letter. */
function send(input: RegisterInput, files: readonly File[]): Promise<Registered> {
  if (files.length === 0) return call('POST', '/api/messages', input);
  const body = new FormData();
  body.append('input', JSON.stringify(input));
  for (const file of files) body.append('files', file);
  return call('POST', '/api/messages/with-files', body);
}

function FilesField(props: {
  readonly most: number;
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
}) {
  const { most, files, onChange } = props;
  return (
    <Form.Item
      label="附件"
      extra={`原件扫描件、证明材料，最多 ${most} 个，每个不超过 10 MB；图片、PDF、OFD、Word、Excel、文本文件。`}
      {...(files.length > most ? { validateStatus: 'error' as const, help: `最多 ${most} 个，请移除多余的。` } : {})}
    >
      <Upload
        multiple
        accept=".jpg,.jpeg,.png,.pdf,.ofd,.docx,.xlsx,.txt"
        fileList={files.map((file, place) => ({ uid: String(place), name: file.name, size: file.size }))}
        beforeUpload={(_file, chosen) => {
          // Called for each of those chosen together; taken at the first.
          if (_file === chosen[0]) onChange([...files, ...chosen]);
          return false;
        }}
        onRemove={({ uid }) => onChange(files.filter((_, place) => String(place) !== uid))}
      >
        <Button>选择文件</Button>
      </Upload>
    </Form.Item>
  );
}

/** What the portal brings comes by the portal. */
function offlineChannels({ channels }: CaseKindView) {
  return channels.filter((channel) => channel !== 'portal');
}

function KindFields({ kind, isOffice }: { readonly kind: CaseKindView; readonly isOffice: boolean }) {
  return (
    <>
      <Form.Item name="channel" label="来源" rules={[{ required: true, message: '请选择来源。' }]}>
        <Select
          options={offlineChannels(kind).map((channel) => ({ value: channel, label: CASE_CHANNEL_LABELS[channel] }))}
        />
      </Form.Item>
      {kind.isAgainstUnit ? (
        <Form.Item
          name="againstUnitId"
          label="被投诉举报的单位"
          extra="该单位的人员看不到这件来件。不清楚的先不选，核实后确定。"
        >
          <UnitSelect label="被投诉举报的单位" />
        </Form.Item>
      ) : isOffice ? (
        <Form.Item name="unitId" label="办理单位" extra="不选的，先由主管部门受理再分派。">
          <ReceivingUnitSelect label="办理单位" />
        </Form.Item>
      ) : (
        <Form.Item name="unitId" hidden>
          <Input />
        </Form.Item>
      )}
      {kind.title === 'none' ? null : (
        <Form.Item
          name="title"
          label="标题"
          rules={[{ required: kind.title === 'required', whitespace: true, message: '请填写标题。' }]}
        >
          <Input maxLength={100} />
        </Form.Item>
      )}
      {kind.fields.map((field) => (
        <Form.Item
          key={field.code}
          name={['fields', field.code]}
          label={field.label}
          {...(field.help ? { extra: field.help } : {})}
          rules={[{ required: field.required, message: `请填写${field.label}。` }]}
        >
          {field.choices.length > 0 ? <Select options={[...field.choices]} /> : <Input maxLength={field.maxLength} />}
        </Form.Item>
      ))}
      <Form.Item
        name="text"
        label="内容"
        rules={[{ required: true, whitespace: true, min: 4, message: '请填写内容，至少 4 个字。' }]}
      >
        <Input.TextArea rows={6} maxLength={10_000} showCount />
      </Form.Item>
      {kind.applicant.map(({ field, required }) => (
        <Form.Item
          key={field}
          name={['applicant', field]}
          label={APPLICANT_FIELD_LABELS[field]}
          rules={[{ required, whitespace: true, message: `请填写${APPLICANT_FIELD_LABELS[field]}。` }]}
        >
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
      ))}
      {kind.isSelectable ? (
        <Form.Item name="mayPublish" valuePropName="checked">
          <Checkbox>来信人同意隐去姓名和联系方式后公开</Checkbox>
        </Form.Item>
      ) : null}
    </>
  );
}

function Receipt({ receipt, onNext }: { readonly receipt: Registered; readonly onNext: () => void }) {
  return (
    <Alert
      type="success"
      showIcon
      title="已登记。请把编号和查询码告诉来信人，查询码只显示这一次。"
      description={
        <>
          <p>
            编号 <strong>{receipt.number}</strong>，查询码 <strong>{receipt.secret}</strong>
            {receipt.dueOn ? `，${dayText(receipt.dueOn)}前答复` : ''}
          </p>
          <div className="mc-actions">
            <Link to={`/cases/${receipt.id}`}>打开这件来件</Link>
            <Button onClick={onNext}>再登记一件</Button>
          </div>
        </>
      }
    />
  );
}
