import { Form, Input, List, Modal } from 'antd';
import { call } from '../../../workbench/api/client.ts';
import { useAction, useApi } from '../../../workbench/api/use-api.ts';
import { Loaded } from '../../../workbench/components/loaded.tsx';
import type { PatrolInput, Topic, TopicGap } from '../topics/topics.contract.ts';

/** The lead department looks through what is missing and files what it found (TOP-6). */
export function PatrolDialog({ topic, onClose }: { readonly topic: Topic; readonly onClose: () => void }) {
  const [form] = Form.useForm<PatrolInput>();
  const gaps = useApi<{ items: readonly TopicGap[] }>(`/api/library/topics/${topic.id}/gaps`);
  const file = useAction((input: PatrolInput) => call('POST', `/api/library/topics/${topic.id}/patrols`, input), {
    refreshes: ['/api/library/topics'],
    done: '已登记巡查。',
    onDone: onClose,
  });
  return (
    <Modal
      open
      width={720}
      title={`巡查“${topic.name}”`}
      okText="登记巡查"
      cancelText="取消"
      confirmLoading={file.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Loaded query={gaps}>
        {({ items }) => (
          <>
            <p>
              共 {topic.documents} 件文件，{items.length} 件需要核对：
            </p>
            <List
              size="small"
              bordered
              className="mc-patrol-gaps"
              locale={{ emptyText: '没有发现缺漏。' }}
              pagination={items.length > 8 ? { pageSize: 8 } : false}
              dataSource={[...items]}
              renderItem={(gap) => (
                <List.Item>
                  <span>
                    <a href={`/documents/${gap.number}`}>{gap.title}</a>
                    <br />
                    <span className="mc-muted">{gap.gaps.join('；')}</span>
                  </span>
                </List.Item>
              )}
            />
          </>
        )}
      </Loaded>
      <Form<PatrolInput> form={form} layout="vertical" onFinish={(input) => file.mutate(input)}>
        <Form.Item name="findings" label="巡查情况" rules={[{ required: true, min: 2, message: '请写明巡查情况。' }]}>
          <Input.TextArea maxLength={1000} autoSize={{ minRows: 3 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
