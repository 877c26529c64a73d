import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { dayText } from '../../../../workbench/components/day.ts';
import { DayInput } from '../../../../workbench/components/day-input.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { StaleDialog } from '../../../../workbench/components/stale-dialog.tsx';
import { useRowSave } from '../../../../workbench/components/use-row-save.ts';
import type { ImportDraft, ImportHead } from '../../import/imports.contract.ts';
import { PLAN_LEVEL_WORDS, PLAN_LEVELS } from '../../plan-words.ts';
import { PlanField } from '../words/plan-field.tsx';
import { UnitSelect } from '../words/unit-select.tsx';
import type { ImportControl } from './use-import.ts';

const FIELDS = [
  { name: 'title', label: '标题' },
  { name: 'year', label: '年度' },
  { name: 'level', label: '层级' },
  { name: 'unitId', label: '所属单位' },
  { name: 'documentNumber', label: '发文字号' },
  { name: 'issuer', label: '发文机关' },
  { name: 'issuedOn', label: '成文日期' },
  { name: 'parentPlanId', label: '上级工作要点' },
] as const;

/** Title, number, issuer and date of the document; relative deadlines count from its date. */
export function HeadForm({ draft, control }: { readonly draft: ImportDraft; readonly control: ImportControl }) {
  const { head } = draft;
  const isIncomplete = !head.title || !head.year || !head.level;
  const [isOpen, setOpen] = useState(isIncomplete);
  const facts = [
    head.year ? `${head.year}年度` : '年度未填',
    head.level ? PLAN_LEVEL_WORDS[head.level] : '层级未填',
    head.documentNumber ?? '文号未读出',
    head.issuer ?? '发文机关未读出',
    head.issuedOn ? `${dayText(head.issuedOn)}成文` : '成文日期未读出',
  ];
  return (
    <Section
      title="文件信息"
      extra={
        <Button type="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? '收起' : '修改'}
        </Button>
      }
    >
      {isOpen ? (
        <HeadFields draft={draft} control={control} onSaved={() => setOpen(false)} />
      ) : (
        <p className="mc-head-facts">{facts.join(' · ')}</p>
      )}
    </Section>
  );
}

function HeadFields(props: {
  readonly draft: ImportDraft;
  readonly control: ImportControl;
  readonly onSaved: () => void;
}) {
  const { draft, control } = props;
  const [form] = Form.useForm<ImportHead>();
  const level = Form.useWatch('level', form) ?? draft.head.level;
  const save = useRowSave<ImportDraft>({
    base: { ...draft.head, version: draft.version },
    put: ({ version, ...head }) => call<ImportDraft>('PUT', control.path, { version, head }),
    refreshes: [],
    done: '文件信息已保存，期限已重新计算。',
    onDone: (next) => {
      control.keep(next);
      props.onSaved();
    },
  });
  return (
    <Form<ImportHead>
      form={form}
      layout="vertical"
      initialValues={draft.head}
      onFinish={(values) => save.save({ ...draft.head, ...values })}
    >
      <Form.Item name="title" label="标题" rules={[{ required: true, message: '请填写标题。' }]}>
        <Input maxLength={300} />
      </Form.Item>
      <div className="mc-form-row">
        <Form.Item name="year" label="年度" rules={[{ required: true, message: '请填写年度。' }]}>
          <InputNumber min={2000} max={2100} precision={0} />
        </Form.Item>
        <Form.Item name="level" label="层级" rules={[{ required: true, message: '请选择层级。' }]}>
          <Select options={PLAN_LEVELS.map((one) => ({ value: one, label: PLAN_LEVEL_WORDS[one] }))} />
        </Form.Item>
        {level === 'city' ? null : (
          <Form.Item name="unitId" label="所属单位" className="mc-grow">
            <UnitSelect />
          </Form.Item>
        )}
      </div>
      <div className="mc-form-row">
        <Form.Item name="documentNumber" label="发文字号" className="mc-grow">
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="issuer" label="发文机关" className="mc-grow">
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="issuedOn" label="成文日期" extra="“印发后30日内”等期限从这一天起算。">
          <DayInput />
        </Form.Item>
      </div>
      {level === 'city' ? null : (
        <Form.Item name="parentPlanId" label="上级工作要点" extra="填写后自动核对是否在上级印发后规定时间内完成。">
          <PlanField label="上级工作要点" />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" loading={save.isSaving}>
        保存文件信息
      </Button>
      <StaleDialog
        conflict={save.conflict}
        fields={FIELDS}
        isSaving={save.isSaving}
        onSave={save.saveChosen}
        onBack={save.backToForm}
      />
    </Form>
  );
}
