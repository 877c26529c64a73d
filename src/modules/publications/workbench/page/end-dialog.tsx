import { Form, Input, InputNumber, Modal } from 'antd';
import type { EndInput, MergeInput, PublicationDetail } from '../../publications.contract.ts';
import type { KindView } from '../../register.contract.ts';
import { usePublicationAction } from '../content/use-publication.ts';
import { useKind } from '../words/use-kinds.ts';

export type EndAction = 'withdraw' | 'remove' | 'restore' | 'merge' | 'erase';

export const END_ACTIONS: readonly {
  readonly action: EndAction;
  readonly label: string;
  readonly done: string;
  readonly what: string;
}[] = [
  {
    action: 'withdraw',
    label: '撤回',
    done: '已撤回。',
    what: '原文仍可查看，页面上方标明已撤回和理由，不再出现在栏目和检索结果中。',
  },
  {
    action: 'remove',
    label: '移除（错误发布）',
    done: '已移除。',
    what: '标题、正文和附件都不再显示，地址只说明理由。仅用于不该公开而公开了的信息。',
  },
  { action: 'restore', label: '恢复公开', done: '已恢复公开。', what: '恢复到撤回或移除之前公开的版本。' },
  {
    action: 'merge',
    label: '合并到另一份信息',
    done: '已合并。',
    what: '打开这份信息的地址时，自动转到您填写的那一份。',
  },
  {
    action: 'erase',
    label: '依法删除',
    done: '已删除。',
    what: '内容和校验用的随机数彻底删除，不能恢复；公开日志只留下“依法删除”的记录，仍然完整可验。',
  },
];

/** Four ends that mean different things to readers; each with a reason that stands in public. */
export function EndDialog(props: {
  readonly detail: PublicationDetail;
  readonly kind: KindView | undefined;
  readonly action: EndAction;
  readonly onClose: () => void;
}) {
  const { detail, action } = props;
  const [form] = Form.useForm<{ reason: string; intoNumber?: number }>();
  const partner = useKind(props.kind?.together?.kind ?? '');
  const words = END_ACTIONS.find((one) => one.action === action);
  const end = usePublicationAction<EndInput | MergeInput>(detail.id, 'POST', `/${action}`, {
    done: words?.done ?? '',
    onDone: props.onClose,
  });
  return (
    <Modal
      open
      title={words?.label}
      okText={words?.label}
      okButtonProps={{ danger: action !== 'restore' }}
      cancelText="取消"
      confirmLoading={end.isPending}
      onOk={form.submit}
      onCancel={props.onClose}
    >
      <p>{words?.what}</p>
      {partner && (action === 'withdraw' || action === 'remove') ? (
        <p>
          已经公开的{partner.name}不会随之{action === 'withdraw' ? '撤回' : '移除'}，仍然公开；有{partner.name}
          的，请一并处理。
        </p>
      ) : null}
      <Form form={form} layout="vertical" onFinish={(values) => end.mutate({ version: detail.version, ...values })}>
        {action === 'merge' ? (
          <Form.Item
            name="intoNumber"
            label="合并到的信息编号"
            extra="公开页面地址 /documents/ 后面的数字。"
            rules={[{ required: true, message: '请填写编号。' }]}
          >
            <InputNumber min={1} precision={0} />
          </Form.Item>
        ) : null}
        <Form.Item
          name="reason"
          label="理由（公众可见）"
          rules={[{ required: true, whitespace: true, min: 4, message: '请说明理由，至少 4 个字。' }]}
        >
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
}
