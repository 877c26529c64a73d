import { Alert, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import { todayInShanghai } from '../../../../workbench/components/day.ts';
import { DayInput } from '../../../../workbench/components/day-input.tsx';
import type { ArchiveEntry, TransferInput, TransferResult } from '../../archiving/archiving.contract.ts';

interface Values {
  readonly what: 'mark' | 'takeBack';
  readonly archivedOn?: TransferInput['archivedOn'];
  readonly note?: string;
}

/** Day and note for one document or for all that are ticked. */
export function TransferDialog(props: {
  readonly entries: readonly ArchiveEntry[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { entries } = props;
  const [form] = Form.useForm<Values>();
  const what = Form.useWatch('what', form) ?? 'mark';
  const [left, setLeft] = useState<TransferResult['left']>([]);
  const transfer = useAction((input: TransferInput) => call<TransferResult>('POST', '/api/archive-transfers', input), {
    refreshes: ['/api/archive-transfers', '/api/publications'],
    done: (result) => `已登记 ${result.done} 份。`,
    onDone: (result) => (result.left.length > 0 ? setLeft(result.left) : props.onDone()),
  });
  const send = ({ what: chosen, archivedOn, note }: Values) =>
    transfer.mutate({
      items: entries.map(({ id, version }) => ({ id, version })),
      archivedOn: chosen === 'mark' ? (archivedOn ?? null) : null,
      note: note || null,
    });
  const isShown = left.length > 0;
  return (
    <Modal
      open
      title={entries.length === 1 ? `登记移交：${entries[0]?.title ?? ''}` : `登记移交：所选 ${entries.length} 份`}
      okText={isShown ? '知道了' : '登记'}
      cancelText="取消"
      confirmLoading={transfer.isPending}
      onOk={isShown ? props.onDone : form.submit}
      onCancel={isShown ? props.onDone : props.onClose}
    >
      {isShown ? (
        <Alert
          type="warning"
          showIcon
          title={`有 ${left.length} 份没有登记`}
          description={
            <ul>
              {left.map((one) => (
                <li key={one.id}>
                  {one.title}：{one.reason}
                </li>
              ))}
            </ul>
          }
        />
      ) : (
        <Form<Values>
          form={form}
          layout="vertical"
          initialValues={{ what: 'mark', archivedOn: entries.length === 1 ? entries[0]?.archivedOn : null }}
          onFinish={send}
        >
          <Form.Item name="what" label="登记内容">
            <Radio.Group
              options={[
                { value: 'mark', label: '已移交国家档案馆' },
                { value: 'takeBack', label: '取消移交登记' },
              ]}
            />
          </Form.Item>
          {what === 'mark' ? (
            <Form.Item name="archivedOn" label="移交日期" rules={[{ required: true, message: '请选择移交日期。' }]}>
              <DayInput label="移交日期" max={todayInShanghai()} />
            </Form.Item>
          ) : null}
          <Form.Item name="note" label="说明（可不填）" extra="例如批次、目录号；写入每份文件的办理历史。">
            <Input maxLength={200} />
          </Form.Item>
        </Form>
      )}
    </Modal>
  );
}
