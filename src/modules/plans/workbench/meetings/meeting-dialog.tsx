import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import { useNavigate } from 'react-router';
import { call } from '../../../../workbench/api/client.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import { todayInShanghai } from '../../../../workbench/components/day.ts';
import { DayInput } from '../../../../workbench/components/day-input.tsx';
import { DraftNotice } from '../../../../workbench/components/draft-notice.tsx';
import { EditDialog } from '../../../../workbench/components/edit-dialog.tsx';
import { useDraft } from '../../../../workbench/components/use-draft.ts';
import { useRowSave } from '../../../../workbench/components/use-row-save.ts';
import { MEETING_KIND_WORDS, MEETING_KINDS } from '../../meetings/meeting-words.ts';
import type { Meeting, MeetingInput } from '../../meetings/meetings.contract.ts';
import { PlanField } from '../words/plan-field.tsx';
import { TaskSelect } from '../words/task-select.tsx';
import { UnitSelect, UnitsSelect } from '../words/unit-select.tsx';
import { currentPlan, usePlans } from '../words/use-plans.ts';
import { inputOfMeeting } from './meeting-input.ts';

const FIELDS = [
  { name: 'title', label: '会议名称' },
  { name: 'kind', label: '类型', show: (value: unknown) => MEETING_KIND_WORDS[value as MeetingInput['kind']] },
  { name: 'heldOn', label: '日期' },
  { name: 'place', label: '地点' },
  { name: 'chairedBy', label: '主持人' },
  { name: 'agenda', label: '议程' },
  { name: 'minutes', label: '纪要' },
  { name: 'unitIds', label: '参加单位', show: (value: unknown) => `${(value as string[]).length} 家` },
  {
    name: 'actionItems',
    label: '议定事项',
    show: (value: unknown) => (value as MeetingInput['actionItems']).map((item) => item.text).join('\n'),
  },
] as const;

/** Records a meeting or corrects its record. */
export function MeetingDialog({ meeting, onClose }: { readonly meeting?: Meeting; readonly onClose: () => void }) {
  const [form] = Form.useForm<MeetingInput>();
  const navigate = useNavigate();
  const plans = usePlans();
  const draft = useDraft<MeetingInput>(`meeting:${meeting?.id ?? 'new'}`);
  const planId = Form.useWatch('planId', form);
  const initial = meeting
    ? inputOfMeeting(meeting)
    : {
        kind: 'coordination',
        heldOn: todayInShanghai(),
        planId: currentPlan(plans.data?.items ?? [])?.id ?? null,
        agenda: '',
        minutes: '',
        unitIds: [],
        actionItems: [],
      };
  const create = useAction((input: MeetingInput) => call<Meeting>('POST', '/api/meetings', input), {
    refreshes: ['/api/meetings', '/api/my-day'],
    done: '会议已记录。',
    onDone: (made) => {
      draft.clear();
      void navigate(`/meetings/${made.id}`);
    },
  });
  const edit = useRowSave<Meeting>({
    base: { ...(meeting ? inputOfMeeting(meeting) : {}), version: meeting?.version ?? 0 },
    put: (body) => call<Meeting>('PUT', `/api/meetings/${meeting?.id}`, body),
    refreshes: ['/api/meetings', '/api/tasks', '/api/my-day'],
    done: '会议记录已修改。',
    onDone: () => {
      draft.clear();
      onClose();
    },
  });
  const submit = (values: MeetingInput): void => {
    const filled = { ...NOTHING, ...values, actionItems: (values.actionItems ?? []).filter((item) => item?.text) };
    if (meeting) edit.save({ ...filled });
    else create.mutate(filled);
  };
  return (
    <EditDialog
      width={820}
      title={meeting ? '修改会议记录' : '记录会议'}
      isBusy={create.isPending}
      onOk={form.submit}
      onClose={onClose}
      row={edit}
      fields={FIELDS}
    >
      <DraftNotice draft={draft} onTake={(value) => form.setFieldsValue(value)} />
      <Form<MeetingInput>
        form={form}
        layout="vertical"
        initialValues={initial}
        onFinish={submit}
        onValuesChange={(_one, all) => draft.save(all)}
      >
        <Form.Item name="title" label="会议名称" rules={[{ required: true, message: '请填写会议名称。' }]}>
          <Input maxLength={300} />
        </Form.Item>
        <div className="mc-form-row">
          <Form.Item name="kind" label="类型" className="mc-grow">
            <Select options={MEETING_KINDS.map((kind) => ({ value: kind, label: MEETING_KIND_WORDS[kind] }))} />
          </Form.Item>
          <Form.Item name="heldOn" label="日期" rules={[{ required: true, message: '请选择日期。' }]}>
            <DayInput />
          </Form.Item>
          <Form.Item name="chairedBy" label="主持人" className="mc-grow">
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="place" label="地点" className="mc-grow">
            <Input maxLength={200} />
          </Form.Item>
        </div>
        <Form.Item name="planId" label="工作要点">
          <PlanField />
        </Form.Item>
        <Form.Item name="unitIds" label="参加单位">
          <UnitsSelect label="参加单位" />
        </Form.Item>
        <Form.Item name="agenda" label="议程">
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={10000} />
        </Form.Item>
        <Form.Item name="minutes" label="纪要">
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 14 }} maxLength={50000} />
        </Form.Item>
        <ActionItemFields planId={planId ?? meeting?.planId} meeting={meeting} />
      </Form>
    </EditDialog>
  );
}

const NOTHING = { planId: null, place: null, chairedBy: null, agenda: '', minutes: '', unitIds: [], actionItems: [] };

function ActionItemFields({
  planId,
  meeting,
}: {
  readonly planId: string | null | undefined;
  readonly meeting: Meeting | undefined;
}) {
  return (
    <fieldset className="mc-field">
      <legend>议定事项</legend>
      <Form.List name="actionItems">
        {(fields, { add, remove }) => (
          <>
            {fields.map((field, index) => (
              <div key={field.key} className="mc-narrative-field">
                <Form.Item
                  name={[field.name, 'text']}
                  label={`第 ${index + 1} 项`}
                  rules={[{ required: true, message: '请写明议定事项。' }]}
                >
                  <Input.TextArea autoSize={{ minRows: 1, maxRows: 5 }} maxLength={1000} />
                </Form.Item>
                <div className="mc-form-row">
                  <Form.Item name={[field.name, 'unitId']} label="承办单位" className="mc-grow">
                    <UnitSelect label="承办单位" />
                  </Form.Item>
                  <Form.Item name={[field.name, 'dueOn']} label="期限">
                    <DayInput />
                  </Form.Item>
                  <Form.Item name={[field.name, 'taskId']} label="关联任务" className="mc-grow">
                    <TaskSelect
                      planId={planId}
                      label="关联任务"
                      currentLabel={meeting?.actionItems[index]?.taskLabel ?? null}
                    />
                  </Form.Item>
                </div>
                <Button size="small" icon={<DeleteOutlined />} onClick={() => remove(field.name)}>
                  去掉这一项
                </Button>
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({ text: '' })}>
              增加议定事项
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
