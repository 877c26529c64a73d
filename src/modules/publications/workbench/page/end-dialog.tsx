import { Form, Input, InputNumber, Modal } from 'antd';
import type { EndInput, MergeInput, PublicationDetail } from '../../publications.contract.ts';
import { usePublicationAction } from '../content/use-publication.ts';
import { EndingEffects } from './ending-effects.tsx';

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
    what: '内容彻底删除，不能恢复；公开存证日志只留下“依法删除”这一条记录，仍可核验。',
  },
];

/** Ends after which readers no longer find it where others point to it. */
const TOUCHING: Readonly<Partial<Record<EndAction, string>>> = { withdraw: '撤回', remove: '移除', merge: '合并' };

/** Four ends that mean different things to readers; each with a reason that stands in public. */
export function EndDialog(props: {
  readonly detail: PublicationDetail;
  readonly action: EndAction;
  readonly onClose: () => void;
}) {
  const { detail, action } = props;
  const [form] = Form.useForm<{ reason: string; intoNumber?: number }>();
  const word = TOUCHING[action];
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
      {word ? <EndingEffects id={detail.id} word={word} /> : null}
      <Form form={form} layout="vertical" onFinish={(values) => end.mutate({ version: detail.version, ...values })}>
        {action === 'merge' ? (
          <Form.Item
            name="intoNumber"
            label="合并到哪一份（公开页面地址末尾的数字）"
            extra="打开要合并到的那份信息的公开页面，填写网址最后的数字，例如 …/documents/26 填 26。"
            rules={[{ required: true, message: '请填写公开页面地址末尾的数字。' }]}
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
