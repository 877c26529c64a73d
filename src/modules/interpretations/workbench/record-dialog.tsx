import { Form } from 'antd';
import { call } from '../../../workbench/api/client.ts';
import { holds, unitsOf, useSession } from '../../../workbench/api/session.ts';
import { useAction } from '../../../workbench/api/use-api.ts';
import { EditDialog } from '../../../workbench/components/edit-dialog.tsx';
import type { FieldValues } from '../../../workbench/components/stale-merge.ts';
import { useRowSave } from '../../../workbench/components/use-row-save.ts';
import { UnitSelect } from '../../organisations/workbench/words/unit-select.tsx';
import { recordText } from '../registers/record-words.ts';
import type { RecordView } from '../registers/records.contract.ts';
import type { RecordValue, Register } from '../registers/register.contract.ts';
import { FieldInput, fieldRules } from './field-input.tsx';

const PATH = '/api/interpretation-records';
const REFRESHES = [PATH, '/api/interpretation-questions', '/api/interpretation-figures'];

type Values = Readonly<Record<string, unknown>>;

/** Files or edits a row of any register; the fields come from its definition. */
export function RecordDialog(props: {
  readonly register: Register;
  readonly record?: RecordView;
  /** Values that the page already knows. */
  readonly given?: Values;
  /** Code of a given field that is not shown. */
  readonly hidden?: string;
  readonly onClose: () => void;
}) {
  const { register, record, given, onClose } = props;
  const [form] = Form.useForm<Values & { unitId?: string }>();
  const session = useSession();
  const own = unitsOf(session, 'officer', 'handler');
  const isOffice = holds(session, 'supervisor');
  const fields = register.fields.filter((field) => !field.byAct);
  const parent = fields.find((field) => field.type === 'record')?.code ?? '';
  const initial: Values = {
    ...Object.fromEntries(fields.map((field) => [field.code, record?.values[field.code] ?? null])),
    ...given,
  };
  const filled = (values: Values): Record<string, unknown> =>
    Object.fromEntries(fields.map((field) => [field.code, values[field.code] ?? initial[field.code] ?? null]));
  const create = useAction(
    ({ unitId, ...values }: Values & { unitId?: string }) =>
      call<RecordView>('POST', PATH, { register: register.code, unitId, values: filled(values) }),
    { refreshes: REFRESHES, done: '已登记。', onDone: onClose },
  );
  const edit = useRowSave<RecordView>({
    base: { ...initial, version: record?.version ?? 0 },
    put: ({ version, ...values }) => call('PUT', `${PATH}/${record?.id}`, { version, values }),
    refreshes: REFRESHES,
    done: '已修改。',
    onDone: onClose,
  });
  const submit = (values: Values & { unitId?: string }): void => {
    if (record)
      edit.save(
        cleared(
          fields.map((field) => field.code),
          values,
        ) as FieldValues,
      );
    else create.mutate({ unitId: own[0]?.id, ...values } as Values & { unitId?: string });
  };
  // Both versions of a row are compared in words, not in numbers and codes.
  const names = {
    title: (number: number) => record?.titles[String(number)] ?? `编号 ${number}`,
    record: (id: string) => (id === record?.values[parent] ? (record?.texts[parent] ?? '') : '另一条记录'),
  };
  const askUnit = !record && (isOffice || own.length > 1);
  return (
    <EditDialog
      width={640}
      title={record ? `修改${register.name}` : `登记${register.name}`}
      isBusy={create.isPending}
      onOk={form.submit}
      onClose={onClose}
      row={edit}
      fields={fields.map((field) => ({
        name: field.code,
        label: field.label,
        show: (value: unknown) => recordText(field, value as RecordValue, names),
      }))}
    >
      <Form form={form} layout="vertical" initialValues={{ ...initial, unitId: own[0]?.id }} onFinish={submit}>
        {askUnit ? (
          <Form.Item name="unitId" label="单位" rules={[{ required: true, message: '请选择单位。' }]}>
            <UnitSelect {...(isOffice ? {} : { among: own.map((unit) => unit.id) })} />
          </Form.Item>
        ) : null}
        {fields
          .filter((field) => field.code !== props.hidden)
          .map((field) => (
            <Form.Item
              key={field.code}
              name={field.code}
              label={field.label}
              {...(field.help ? { extra: field.help } : {})}
              rules={fieldRules(field)}
            >
              <FieldInput field={field} known={record?.titles ?? {}} />
            </Form.Item>
          ))}
      </Form>
    </EditDialog>
  );

  /** What was emptied is sent as empty, and what is not shown as it was given. */
  function cleared(codes: readonly string[], values: Values): Values {
    return Object.fromEntries(
      codes.map((code) => [code, code === props.hidden ? (initial[code] ?? null) : (values[code] ?? null)]),
    );
  }
}
