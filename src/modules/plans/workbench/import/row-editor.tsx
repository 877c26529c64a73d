import { Alert, Button, Input, InputNumber } from 'antd';
import { useId } from 'react';
import { dayText } from '../../../../workbench/components/day.ts';
import { StaleDialog, type StaleFieldLabel } from '../../../../workbench/components/stale-dialog.tsx';
import type { ImportDraft, ImportRow, ImportRowInput, Place } from '../../import/imports.contract.ts';
import type { Deadline } from '../../tasks/tasks.contract.ts';
import { DeadlineEditor } from '../words/deadline-editor.tsx';
import { deadlineText } from '../words/deadline-text.ts';
import { Provisional } from '../words/due-text.tsx';
import { DoubtList } from './doubt-list.tsx';
import { RowActions } from './row-actions.tsx';
import { SaveNote } from './save-note.tsx';
import { UnitsEditor } from './units-editor.tsx';
import type { ImportControl } from './use-import.ts';
import { useRowEditor } from './use-row-editor.ts';

const STALE_FIELDS: readonly StaleFieldLabel[] = [
  { name: 'number', label: '编号' },
  { name: 'category', label: '类别' },
  { name: 'name', label: '任务名称' },
  { name: 'content', label: '任务内容' },
  { name: 'unitsText', label: '责任单位（原文）' },
  {
    name: 'units',
    label: '责任单位',
    show: (value) => (value as { name: string }[]).map((unit) => unit.name).join('、'),
  },
  { name: 'deadlineText', label: '完成时限（原文）' },
  { name: 'deadline', label: '期限', show: (value) => deadlineText(value as Deadline) },
  { name: 'contentDueOn', label: '内容中更早的日期' },
];

/** Every field of one row, saved a moment after the last change. */
export function RowEditor(props: {
  readonly row: ImportRow;
  readonly draft: ImportDraft;
  readonly control: ImportControl;
  readonly onClose: () => void;
  readonly onOpen: (rowId: string | undefined) => void;
  readonly onShow: (place: Place) => void;
}) {
  const { row, draft, control } = props;
  const editor = useRowEditor(row, (edit) => control.saveRow(row.id, edit));
  const { value, change } = editor;
  const id = useId();
  return (
    <article className="mc-row mc-row-open" aria-label={`核对第${row.number ?? '？'}项`}>
      <div className="mc-list-line">
        <strong className="mc-list-main">第 {value.number ?? '？'} 项</strong>
        <SaveNote state={editor.state} />
        <Button size="small" onClick={props.onClose}>
          收起
        </Button>
      </div>
      {editor.problem ? (
        <Alert
          className="mc-gap-below"
          type="error"
          showIcon
          title={editor.problem}
          action={
            <Button size="small" onClick={editor.retry}>
              再存一次
            </Button>
          }
        />
      ) : null}
      <DoubtList row={row} control={control} onShow={props.onShow} />
      <div className="mc-field-row">
        <Field id={`${id}number`} label="编号">
          <InputNumber
            id={`${id}number`}
            min={1}
            max={9999}
            precision={0}
            value={value.number}
            onChange={(number) => change({ number })}
          />
        </Field>
        <Field id={`${id}category`} label="类别" grow>
          <Input
            id={`${id}category`}
            maxLength={200}
            value={value.category ?? ''}
            onChange={(event) => change({ category: event.target.value || null })}
          />
        </Field>
      </div>
      <Field id={`${id}name`} label="任务名称">
        <Input
          id={`${id}name`}
          maxLength={300}
          value={value.name ?? ''}
          onChange={(event) => change({ name: event.target.value || null })}
        />
      </Field>
      <Field id={`${id}content`} label="任务内容">
        <Input.TextArea
          id={`${id}content`}
          autoSize={{ minRows: 2, maxRows: 12 }}
          maxLength={8000}
          value={value.content}
          onChange={(event) => change({ content: event.target.value })}
        />
      </Field>
      <Field id={`${id}units`} label="责任单位" group>
        <p className="mc-muted mc-small">原文：{value.unitsText || '没有'}</p>
        <UnitsEditor shown={row.units} value={value.units} onChange={(units) => change({ units })} />
      </Field>
      <Field id={`${id}deadlineText`} label="完成时限（原文）">
        <Input
          id={`${id}deadlineText`}
          maxLength={200}
          value={value.deadlineText}
          onChange={(event) => change({ deadlineText: event.target.value })}
        />
      </Field>
      <Field id={`${id}deadline`} label="期限怎样理解" group>
        <DeadlineEditor
          year={draft.head.year ?? new Date().getFullYear()}
          value={value.deadline}
          onChange={(deadline) => change({ deadline })}
        />
        <p className="mc-small">
          {row.dueOn ? `到期日：${dayText(row.dueOn)}` : '没有固定到期日'} {row.dueProvisional ? <Provisional /> : null}
          {value.deadline.note ? ` · ${value.deadline.note}` : ''}
        </p>
        <ContentDay row={row} value={value} onChange={change} />
      </Field>
      <RowActions row={row} draft={draft} control={control} value={value} onChange={change} onOpen={props.onOpen} />
      <StaleDialog
        conflict={editor.conflict}
        fields={STALE_FIELDS}
        onSave={(values, version) => editor.resolve(values as Partial<ImportRowInput>, version)}
        onBack={editor.backToForm}
      />
    </article>
  );
}

function Field(props: {
  readonly id: string;
  readonly label: string;
  readonly grow?: boolean;
  readonly group?: boolean;
  readonly children: React.ReactNode;
}) {
  if (props.group) {
    return (
      <fieldset className="mc-field">
        <legend>{props.label}</legend>
        {props.children}
      </fieldset>
    );
  }
  return (
    <div className={`mc-field${props.grow ? ' mc-grow' : ''}`}>
      <label htmlFor={props.id}>{props.label}</label>
      {props.children}
    </div>
  );
}

/** A stricter day that the content seems to name: taken only when a person takes it. */
function ContentDay(props: {
  readonly row: ImportRow;
  readonly value: ImportRowInput;
  readonly onChange: (part: Partial<ImportRowInput>) => void;
}) {
  const suggestion = props.row.contentDueOnSuggestion;
  const taken = props.value.contentDueOn;
  if (!suggestion && !taken) return null;
  return (
    <p className="mc-small">
      任务内容里似乎写了更早的日期：{dayText(taken ?? suggestion)}。
      {taken ? (
        <Button size="small" type="link" onClick={() => props.onChange({ contentDueOn: null })}>
          不采用
        </Button>
      ) : (
        <Button size="small" type="link" onClick={() => props.onChange({ contentDueOn: suggestion })}>
          按这一天提醒
        </Button>
      )}
    </p>
  );
}
