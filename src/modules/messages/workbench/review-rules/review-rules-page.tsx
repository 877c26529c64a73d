import { App, Button, Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { ROLE_NAMES } from '../../../../workbench/api/session.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { instantText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import type { CaseReviewRule, ReviewRuleInput } from '../../../cases/replies/review-rules.contract.ts';
import { ReceivingUnitSelect } from '../../../cases/workbench/words/receiving-unit-select.tsx';
import { useCaseKinds } from '../../../cases/workbench/words/use-case-kinds.ts';

const RULES = '/api/case-review-rules';
type Step = ReviewRuleInput['steps'][number];
interface Values {
  readonly kind: string;
  readonly unitId: string;
  readonly steps: readonly Step[];
}

/** 答复审核环节: a unit whose replies are read by others than usual; the office sets it. */
export function ReviewRulesPage() {
  const rules = useApi<readonly CaseReviewRule[]>(RULES);
  const [edited, setEdited] = useState<CaseReviewRule | 'new'>();
  if (rules.error) throw rules.error;
  const columns: readonly DataColumn<CaseReviewRule>[] = [
    { key: 'unit', title: '单位', card: 'title', render: (row) => row.unit.shortName },
    { key: 'kind', title: '来件类型', width: 140, render: (row) => row.kindLabel },
    {
      key: 'steps',
      title: '审核环节',
      render: (row) => row.steps.map(stepText).join(' → ') || '不审核，起草人直接发送',
    },
    { key: 'by', title: '设定', width: 200, render: (row) => `${row.by} · ${instantText(row.updatedAt)}` },
    {
      key: 'acts',
      title: '操作',
      width: 160,
      render: (row) => (
        <>
          <Button size="small" type="link" onClick={() => setEdited(row)}>
            修改
          </Button>
          <DropButton rule={row} />
        </>
      ),
    },
  ];
  return (
    <div className="mc-page">
      <PageHeader
        title="答复审核环节"
        lead="每类来件有通常的审核环节。个别单位要多一道或少一道的，在这里单独设定；没有列出的单位按通常的环节审核。"
        actions={
          <Button type="primary" onClick={() => setEdited('new')}>
            为单位设定
          </Button>
        }
      />
      <DataTable<CaseReviewRule>
        label="单独设定的审核环节"
        columns={columns}
        rows={rules.data}
        rowKey={(row) => `${row.kind} ${row.unit.id}`}
        empty={<EmptyState what="没有单独设定的单位。" next="所有单位按各类来件通常的环节审核。" />}
        loading={rules.isFetching}
      />
      {edited ? (
        <RuleDialog
          rule={edited === 'new' ? undefined : edited}
          rules={rules.data ?? []}
          onClose={() => setEdited(undefined)}
        />
      ) : null}
    </div>
  );
}

function stepText({ name, unit, roles }: Step): string {
  return `${name}（${unit === 'office' ? '主管部门' : '本单位'}${roles.map((role) => ROLE_NAMES[role]).join('、')}）`;
}

function DropButton({ rule }: { readonly rule: CaseReviewRule }) {
  const { modal } = App.useApp();
  const drop = useAction<CaseReviewRule>((one) => call('DELETE', `${RULES}/${one.kind}/${one.unit.id}`), {
    refreshes: [RULES],
    done: '已恢复通常的环节。',
  });
  const run = async (): Promise<void> => {
    const content = `${rule.unit.shortName}的${rule.kindLabel}恢复按通常的环节审核。`;
    if (await modal.confirm({ title: '恢复通常的环节', content, okText: '恢复', cancelText: '取消' }))
      drop.mutate(rule);
  };
  return (
    <Button size="small" type="link" loading={drop.isPending} onClick={() => void run()}>
      恢复通常
    </Button>
  );
}

function RuleDialog(props: {
  readonly rule: CaseReviewRule | undefined;
  readonly rules: readonly CaseReviewRule[];
  readonly onClose: () => void;
}) {
  const { rule, rules, onClose } = props;
  const kinds = useCaseKinds();
  const [form] = Form.useForm<Values>();
  const save = useAction<Values>(
    ({ kind, unitId, steps }) => {
      const before = rules.find((one) => one.kind === kind && one.unit.id === unitId);
      return call('PUT', `${RULES}/${kind}/${unitId}`, { steps: steps ?? [], version: before?.version ?? 0 });
    },
    { refreshes: [RULES], done: '已设定，审核中的答复也按新的环节办理。', onDone: onClose },
  );
  return (
    <Modal
      open
      title="设定审核环节"
      okText="保存"
      cancelText="取消"
      width={720}
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={
          rule
            ? { kind: rule.kind, unitId: rule.unit.id, steps: rule.steps }
            : { steps: [{ name: '答复审核', unit: 'holder' }] }
        }
        onFinish={(values) => save.mutate(values)}
      >
        <Form.Item name="kind" label="来件类型" rules={[{ required: true, message: '请选择类型。' }]}>
          <Select
            disabled={rule !== undefined}
            options={(kinds.data ?? []).map((kind) => ({ value: kind.code, label: kind.label }))}
          />
        </Form.Item>
        {rule ? <p>单位：{rule.unit.name}</p> : null}
        <Form.Item
          name="unitId"
          label="单位"
          hidden={rule !== undefined}
          rules={[{ required: true, message: '请选择单位。' }]}
        >
          <ReceivingUnitSelect label="单位" />
        </Form.Item>
        <StepsField />
      </Form>
    </Modal>
  );
}

const HOLDER_ROLES = ['reviewer', 'deputyHead', 'head'] as const;

function StepsField() {
  return (
    <Form.List name="steps">
      {(fields, { add, remove }) => (
        <>
          <p>审核环节，按先后次序；起草人不能审核自己的答复，一人不能办理两个环节。</p>
          {fields.map((field, place) => (
            <fieldset key={field.key} className="mc-stale">
              <legend>第 {place + 1} 个环节</legend>
              <Form.Item
                name={[field.name, 'name']}
                label="名称"
                rules={[{ required: true, min: 2, message: '请填写名称。' }]}
              >
                <Input maxLength={20} />
              </Form.Item>
              <Form.Item
                name={[field.name, 'unit']}
                label="在哪里审核"
                rules={[{ required: true, message: '请选择。' }]}
              >
                <Radio.Group
                  options={[
                    { value: 'holder', label: '办理单位' },
                    { value: 'office', label: '主管部门' },
                  ]}
                />
              </Form.Item>
              <Form.Item
                name={[field.name, 'roles']}
                label="由谁审核"
                rules={[{ required: true, message: '请选择。' }]}
              >
                <Select
                  mode="multiple"
                  options={[...HOLDER_ROLES, 'supervisor' as const].map((role) => ({
                    value: role,
                    label: ROLE_NAMES[role],
                  }))}
                />
              </Form.Item>
              <Button size="small" onClick={() => remove(field.name)}>
                去掉这个环节
              </Button>
            </fieldset>
          ))}
          <Button disabled={fields.length >= 4} onClick={() => add({ name: '', unit: 'holder' })}>
            增加一个环节
          </Button>
        </>
      )}
    </Form.List>
  );
}
