import { Button, Form, Modal } from 'antd';
import type { RequestView } from '../../viewing/request-view.contract.ts';
import { useRequestAct } from '../words/use-request.ts';
import { OptionalWords } from './fields.tsx';

/** The head of the openness office agrees or not; nobody agrees to his own proposal. */
export function DecideExtensionDialog(props: {
  readonly view: RequestView;
  readonly extensionId: string;
  readonly onClose: () => void;
}) {
  const { view, extensionId, onClose } = props;
  const [form] = Form.useForm<{ remark?: string }>();
  const decide = useRequestAct<Record<string, unknown>>(view.case.id, '/extension-decisions', {
    done: (_view, { decision }) => (decision === 'approved' ? '已同意延期，答复期限已重算。' : '已退回，不同意延期。'),
    onDone: onClose,
  });
  const send = (decision: 'approved' | 'refused') =>
    decide.mutate({
      version: view.case.version,
      extensionId,
      decision,
      remark: (form.getFieldValue('remark') as string | undefined) ?? null,
    });
  return (
    <Modal
      open
      title="审批延期"
      onCancel={onClose}
      footer={
        <div className="mc-actions">
          <Button onClick={onClose}>取消</Button>
          <Button danger loading={decide.isPending} onClick={() => send('refused')}>
            不同意
          </Button>
          <Button type="primary" loading={decide.isPending} onClick={() => send('approved')}>
            同意延期
          </Button>
        </div>
      }
    >
      <p>同意后答复期限随即重算，申请人凭编号和查询码可以看到新的期限。</p>
      <Form form={form} name="extension-decision" layout="vertical">
        <OptionalWords name="remark" label="审批意见" most={500} />
      </Form>
    </Modal>
  );
}
