import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { instantText } from '../../../../workbench/components/day.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import { PersonSelect } from '../../../organisations/workbench/words/person-select.tsx';
import type { CaseView } from '../../cases.contract.ts';
import type { LiftRecusalInput, RecuseInput } from '../../seeing/recusals.contract.ts';
import { useCaseAct } from './use-case.ts';

type Recusal = CaseView['recusals'][number];

/** 回避: who must not see or handle this letter; the office alone reads and decides it. */
export function RecusalsPanel({ view }: { readonly view: CaseView }) {
  const [isAdding, setAdding] = useState(false);
  const [lifted, setLifted] = useState<Recusal>();
  if (!view.mayRecuse) return null;
  return (
    <Section
      title="回避"
      extra={
        <Button size="small" onClick={() => setAdding(true)}>
          登记回避
        </Button>
      }
    >
      {view.recusals.length === 0 ? (
        <p className="mc-muted mc-small">没有人回避。来件反映的人、与来件人有利害关系的人，不能看到和办理。</p>
      ) : (
        <ul className="mc-list">
          {view.recusals.map((one) => (
            <li key={one.id}>
              <div className="mc-list-line">
                <strong className="mc-list-main">{one.person.name}</strong>
                <Button size="small" type="link" onClick={() => setLifted(one)}>
                  解除<span className="mc-visually-hidden">{one.person.name}的回避</span>
                </Button>
              </div>
              <div className="mc-small">{one.reason}</div>
              <div className="mc-muted mc-small">
                {one.by} · {instantText(one.at)}
              </div>
            </li>
          ))}
        </ul>
      )}
      {isAdding ? <RecuseDialog view={view} onClose={() => setAdding(false)} /> : null}
      {lifted ? <LiftDialog view={view} recusal={lifted} onClose={() => setLifted(undefined)} /> : null}
    </Section>
  );
}

function RecuseDialog({ view, onClose }: { readonly view: CaseView; readonly onClose: () => void }) {
  const [form] = Form.useForm<RecuseInput>();
  const recuse = useCaseAct<RecuseInput>(view.id, 'POST', '/recusals', { done: '已登记回避。', onDone: onClose });
  return (
    <Modal
      open
      title="登记回避"
      okText="登记回避"
      cancelText="取消"
      confirmLoading={recuse.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p>此人从现在起看不到这一来件，不能办理、审核和发送；起草、审核过未发出的答复作废。</p>
      <Form form={form} name="recusal" layout="vertical" onFinish={(values) => recuse.mutate(values)}>
        <Form.Item name="personId" label="回避的人员" rules={[{ required: true, message: '请选择人员。' }]}>
          <PersonSelect label="回避的人员" />
        </Form.Item>
        <ReasonField label="理由" />
      </Form>
    </Modal>
  );
}

function LiftDialog(props: { readonly view: CaseView; readonly recusal: Recusal; readonly onClose: () => void }) {
  const { view, recusal, onClose } = props;
  const [form] = Form.useForm<LiftRecusalInput>();
  const lift = useCaseAct<LiftRecusalInput>(view.id, 'POST', `/recusals/${recusal.id}/lifting`, {
    done: '已解除回避。',
    onDone: onClose,
  });
  return (
    <Modal
      open
      title={`解除${recusal.person.name}的回避`}
      okText="解除回避"
      cancelText="取消"
      confirmLoading={lift.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} name="recusal" layout="vertical" onFinish={(values) => lift.mutate(values)}>
        <ReasonField label="解除的理由" />
      </Form>
    </Modal>
  );
}

function ReasonField({ label }: { readonly label: string }) {
  const message = '请填写，至少 4 个字。';
  return (
    <Form.Item name="reason" label={label} rules={[{ required: true, whitespace: true, min: 4, message }]}>
      <Input.TextArea rows={3} maxLength={500} showCount />
    </Form.Item>
  );
}
