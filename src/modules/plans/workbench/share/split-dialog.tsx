import { Form, Select } from 'antd';
import { call } from '../../../../workbench/api/client.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { dayText } from '../../../../workbench/components/day.ts';
import { DayInput } from '../../../../workbench/components/day-input.tsx';
import { EditDialog } from '../../../../workbench/components/edit-dialog.tsx';
import { useRowSave } from '../../../../workbench/components/use-row-save.ts';
import type { AssignmentDetail } from '../../assignments/assignments.contract.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

interface Split {
  readonly sectionId?: string | null;
  readonly personId?: string | null;
  readonly ownDueOn?: string | null;
}

/** PLAN-3: the unit gives its share to a section and a person, with an earlier date of its own. */
export function SplitDialog({ share, onClose }: { readonly share: AssignmentDetail; readonly onClose: () => void }) {
  const [form] = Form.useForm<Split>();
  const sections = useApi<{ items: readonly Named[] }>(`/api/units/${share.unit.id}/sections`);
  const people = useApi<{ items: readonly Named[] }>('/api/people', { unitId: share.unit.id, pageSize: 200 });
  const base = valuesOf(share);
  const save = useRowSave<AssignmentDetail>({
    base,
    fresh: async () => valuesOf(await call<AssignmentDetail>('GET', `/api/assignments/${share.id}`)),
    put: (body) => call<AssignmentDetail>('PUT', `/api/assignments/${share.id}/split`, body),
    refreshes: ['/api/assignments', '/api/tasks', '/api/my-day'],
    done: '已分解。',
    onDone: onClose,
  });
  const nameIn = (list: readonly Named[] | undefined) => (value: unknown) =>
    list?.find((one) => one.id === value)?.name ?? String(value);
  return (
    <EditDialog
      title="分解到科室和人员"
      onOk={form.submit}
      onClose={onClose}
      row={save}
      fields={[
        { name: 'sectionId', label: '责任科室', show: nameIn(sections.data?.items) },
        { name: 'personId', label: '责任人', show: nameIn(people.data?.items) },
        { name: 'ownDueOn', label: '内部期限' },
      ]}
    >
      <Form<Split>
        form={form}
        layout="vertical"
        initialValues={{ ...base, sectionId: base.sectionId ?? undefined, personId: base.personId ?? undefined }}
        onFinish={(values) =>
          save.save({
            sectionId: values.sectionId ?? null,
            personId: values.personId ?? null,
            ownDueOn: values.ownDueOn ?? null,
          })
        }
      >
        <Form.Item
          name="sectionId"
          label="责任科室"
          extra={sections.data?.items.length === 0 ? '还没有登记科室，请在“单位”中添加。' : null}
        >
          <NamedSelect items={sections.data?.items} />
        </Form.Item>
        <Form.Item name="personId" label="责任人">
          <NamedSelect items={people.data?.items} />
        </Form.Item>
        <Form.Item
          name="ownDueOn"
          label="本单位内部期限"
          extra={share.dueOn ? `不晚于任务期限 ${dayText(share.dueOn)}，提醒按较早的一天。` : '提醒按这一天。'}
        >
          <DayInput {...(share.dueOn && !share.ownDueOn ? { max: share.dueOn } : {})} />
        </Form.Item>
      </Form>
    </EditDialog>
  );
}

function valuesOf(share: AssignmentDetail) {
  return {
    sectionId: share.section?.id ?? null,
    personId: share.person?.id ?? null,
    ownDueOn: share.ownDueOn,
    version: share.version,
  };
}

function NamedSelect(props: {
  readonly items: readonly Named[] | undefined;
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (id: string | undefined) => void;
}) {
  return (
    <Select<string>
      {...(props.id ? { id: props.id } : {})}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      loading={props.items === undefined}
      placeholder="请选择"
      {...(props.value ? { value: props.value } : {})}
      onChange={(value?: string) => props.onChange?.(value)}
      options={(props.items ?? []).map((one) => ({ value: one.id, label: one.name }))}
    />
  );
}
