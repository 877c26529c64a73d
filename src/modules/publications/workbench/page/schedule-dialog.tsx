import { DatePicker, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { BlockingReason, PublicationDetail, ScheduleInput } from '../../publications.contract.ts';
import { usePublicationAction } from '../content/use-publication.ts';
import { beijingInstant } from '../words/beijing-instant.ts';
import { togetherText } from '../words/together-text.ts';
import { reasonsIn } from './blocked-dialog.tsx';

/** The time is Beijing's, whatever the clock of the computer says. */
export function ScheduleDialog(props: {
  readonly detail: PublicationDetail;
  readonly onBlocked: (reasons: readonly BlockingReason[]) => void;
  readonly onClose: () => void;
}) {
  const { detail, onClose } = props;
  const together = togetherText(detail);
  const [form] = Form.useForm<{ at: Dayjs; releaseNote?: string }>();
  const schedule = usePublicationAction<ScheduleInput>(detail.id, 'POST', '/schedule', {
    done: '已定时。',
    onDone: onClose,
    onProblem: (problem) => {
      const found = reasonsIn(problem);
      if (found) {
        onClose();
        props.onBlocked(found);
      }
      return found !== undefined;
    },
  });
  return (
    <Modal
      open
      title="定时公开"
      okText="定时"
      cancelText="取消"
      confirmLoading={schedule.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p>到时公开的就是审核通过的这一份。到时若有新的阻碍，不会公开，并立即提醒本单位和主管部门。</p>
      {together ? <p>{together}</p> : null}
      <Form
        form={form}
        layout="vertical"
        initialValues={{ releaseNote: detail.draft?.releaseNote ?? '' }}
        onFinish={({ at, releaseNote }) =>
          schedule.mutate({
            contentHash: detail.draft?.contentHash ?? '',
            at: beijingInstant(at.format('YYYY-MM-DD HH:mm')),
            releaseNote: releaseNote?.trim() || null,
          })
        }
      >
        <Form.Item name="at" label="公开时间（北京时间）" rules={[{ required: true, message: '请选择公开时间。' }]}>
          <DatePicker
            format="YYYY-MM-DD HH:mm"
            showTime={{ format: 'HH:mm', defaultValue: dayjs('09:00', 'HH:mm') }}
            placeholder="年-月-日 时:分"
            needConfirm={false}
          />
        </Form.Item>
        <Form.Item name="releaseNote" label="预期管理说明" extra="可写明可能的社会反应和应对准备，不公开。">
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
