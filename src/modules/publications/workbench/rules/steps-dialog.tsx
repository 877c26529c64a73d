import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { Alert, Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { Role } from '../../../../kernel/roles.ts';
import { ROLE_NAMES } from '../../../../workbench/api/session.ts';
import type { ReviewGroup } from '../../publication-words.ts';
import type { KindView } from '../../register.contract.ts';
import { GROUP_LABELS } from '../words/labels.ts';
import { conditionText } from './condition-text.ts';
import { faultsOf, moved, newStep } from './edit-steps.ts';
import type { Step } from './steps-table.tsx';

const REVIEWING: readonly Role[] = ['officer', 'reviewer', 'deputyHead', 'head', 'supervisor'];

/** Steps of a rule, added, removed and put in order. */
export function StepsDialog(props: {
  readonly kind: KindView;
  readonly steps: readonly Step[];
  readonly isSaving: boolean;
  readonly onSave: (steps: Step[]) => void;
  readonly onClose: () => void;
}) {
  const [steps, setSteps] = useState<readonly Step[]>(props.steps);
  const faults = faultsOf(steps);
  const change = (at: number, to: Partial<Step>) =>
    setSteps(steps.map((step, index) => (index === at ? { ...step, ...to } : step)));
  return (
    <Modal
      open
      width={860}
      title={`${props.kind.name}的审查环节`}
      okText="保存"
      cancelText="取消"
      okButtonProps={{ disabled: faults.length > 0 }}
      confirmLoading={props.isSaving}
      mask={{ closable: false }}
      onOk={() => props.onSave([...steps])}
      onCancel={props.onClose}
    >
      <p className="mc-muted">
        同一类别的环节按先后办理，每个环节须由不同的人办理；不同类别可以同时办理，也可以由同一人办理。参与起草的人不能审查。保存后立即适用于还没有公开的信息。
      </p>
      {steps.some((step) => step.group === 'secrecy') ? null : (
        <Alert
          type="warning"
          showIcon
          title="没有保密审查环节。依照条例，信息公开前应当审查是否涉及国家秘密，请核对。"
        />
      )}
      <ol className="mc-steps-edit">
        {steps.map((step, at) => (
          <li key={step.code}>
            <StepForm kind={props.kind} step={step} position={at + 1} onChange={(to) => change(at, to)} />
            <div className="mc-row-links">
              <Button
                icon={<ArrowUpOutlined />}
                aria-label={`上移“${step.name}”`}
                disabled={at === 0}
                onClick={() => setSteps(moved(steps, at, -1))}
              />
              <Button
                icon={<ArrowDownOutlined />}
                aria-label={`下移“${step.name}”`}
                disabled={at === steps.length - 1}
                onClick={() => setSteps(moved(steps, at, 1))}
              />
              <Button
                icon={<DeleteOutlined />}
                aria-label={`删除“${step.name}”`}
                disabled={steps.length === 1}
                onClick={() => setSteps(steps.filter((_, index) => index !== at))}
              />
            </div>
          </li>
        ))}
      </ol>
      <Button onClick={() => setSteps([...steps, newStep(steps)])} disabled={steps.length >= 20}>
        增加环节
      </Button>
      {faults.length > 0 ? <Alert type="error" showIcon title={faults.join(' ')} className="mc-steps-faults" /> : null}
    </Modal>
  );
}

function StepForm(props: {
  readonly kind: KindView;
  readonly step: Step;
  readonly position: number;
  readonly onChange: (to: Partial<Step>) => void;
}) {
  const { kind, step, position, onChange } = props;
  const conditions = [
    ...new Map([...kind.reviewSteps, step].map((one) => [JSON.stringify(one.when ?? null), one.when])).values(),
  ];
  const known = conditions.some((when) => when === undefined) ? conditions : [undefined, ...conditions];
  return (
    <div className="mc-step-form">
      <div>
        <span className="mc-muted">名称</span>
        <Input
          aria-label={`第${position}个环节的名称`}
          placeholder="环节名称"
          maxLength={40}
          value={step.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </div>
      <div>
        <span className="mc-muted">类别</span>
        <Select<ReviewGroup>
          aria-label={`第${position}个环节的类别`}
          value={step.group}
          onChange={(group) => onChange({ group })}
          options={(Object.keys(GROUP_LABELS) as ReviewGroup[]).map((value) => ({ value, label: GROUP_LABELS[value] }))}
        />
      </div>
      <div>
        <span className="mc-muted">办理单位</span>
        <Select<'owner' | 'office'>
          aria-label={`第${position}个环节的办理单位`}
          value={step.unit}
          onChange={(unit) => onChange({ unit })}
          options={[
            { value: 'owner', label: '本单位' },
            { value: 'office', label: '主管部门' },
          ]}
        />
      </div>
      <div>
        <span className="mc-muted">何时需要</span>
        <Select<string>
          aria-label={`第${position}个环节何时需要`}
          value={JSON.stringify(step.when ?? null)}
          popupMatchSelectWidth={false}
          onChange={(value) => onChange({ when: JSON.parse(value) ?? undefined })}
          options={known.map((when) => ({ value: JSON.stringify(when ?? null), label: conditionText(when, kind) }))}
        />
      </div>
      <div className="mc-step-roles">
        <span className="mc-muted">可以办理的人</span>
        <Select<Role[]>
          mode="multiple"
          aria-label={`第${position}个环节可以办理的人`}
          placeholder="可以办理的人"
          value={[...step.roles]}
          onChange={(roles) => onChange({ roles })}
          options={REVIEWING.map((value) => ({ value, label: ROLE_NAMES[value] }))}
        />
      </div>
    </div>
  );
}
