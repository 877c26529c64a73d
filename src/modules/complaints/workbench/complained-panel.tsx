import { Button, Form } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePermissions } from '../../../workbench/api/session.ts';
import { Section } from '../../../workbench/components/section.tsx';
import { UnitSelect } from '../../organisations/workbench/words/unit-select.tsx';
import { useUnits } from '../../organisations/workbench/words/use-units.ts';
import type { ComplainedInput, ComplaintView } from '../complaints.contract.ts';
import { useComplaintAct } from './use-complaint.ts';

/** Of whom it complains, and about which request. */
export function ComplainedPanel({ view }: { readonly view: ComplaintView }) {
  const { case: one, request } = view;
  const [isChanging, setIsChanging] = useState(false);
  const mayChange = usePermissions().could('route', 'case') && one.state !== 'replied' && one.state !== 'closed';
  return (
    <Section title="被投诉举报的单位">
      <p>
        <strong>{one.against ? one.against.name : '还没有确定'}</strong>
        {one.against ? '（该单位的人员看不到这件投诉举报）' : ''}
      </p>
      {request ? (
        <p>
          有关的公开申请：<Link to={`/disclosure-requests/${request.id}`}>{request.title}</Link>（
          {request.unit.shortName}
          办理）
        </p>
      ) : null}
      {mayChange && !isChanging ? (
        <Button onClick={() => setIsChanging(true)}>{one.against ? '改定单位' : '确定单位'}</Button>
      ) : null}
      {mayChange && isChanging ? <Change view={view} onDone={() => setIsChanging(false)} /> : null}
    </Section>
  );
}

function Change({ view, onDone }: { readonly view: ComplaintView; readonly onDone: () => void }) {
  const set = useComplaintAct<ComplainedInput>(view.case.id, '/complained', { done: '已确定。', onDone });
  const units = useUnits();
  const among = (units.data?.items ?? []).filter((unit) => !unit.isOffice).map((unit) => unit.id);
  return (
    <Form<{ unitId: string }>
      layout="vertical"
      className="mc-form"
      onFinish={({ unitId }) => set.mutate({ version: view.case.version, unitId })}
    >
      <Form.Item name="unitId" label="被投诉举报的单位" rules={[{ required: true, message: '请选择单位。' }]}>
        <UnitSelect label="被投诉举报的单位" among={among} />
      </Form.Item>
      <div className="mc-actions">
        <Button type="primary" htmlType="submit" loading={set.isPending}>
          确定
        </Button>
        <Button onClick={onDone}>取消</Button>
      </div>
    </Form>
  );
}
