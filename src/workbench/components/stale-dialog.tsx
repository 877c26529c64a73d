import { Modal, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ApiProblem } from '../api/problem.ts';
import { instantText } from './day.ts';
import { compareVersions, defaultChoice, type FieldValues, mergeChoices, type StaleField } from './stale-merge.ts';
import { ToneTag } from './tone-tag.tsx';

/** A save that another person's save overtook. */
export interface StaleConflict {
  readonly base: FieldValues;
  readonly mine: FieldValues;
  readonly current: FieldValues & { readonly version: number };
  readonly by: string | undefined;
  readonly at: string | undefined;
}

/** @returns undefined when the problem is another one */
export function staleConflict(problem: ApiProblem, base: FieldValues, mine: FieldValues): StaleConflict | undefined {
  const current = problem.details.current;
  if (problem.status !== 409 || problem.code !== 'stale' || !isRow(current)) return undefined;
  const { by, at } = problem.details;
  return {
    base,
    mine,
    // A field that the answer does not carry stands as it stood.
    current: { ...base, ...current },
    by: typeof by === 'string' ? by : undefined,
    at: typeof at === 'string' ? at : undefined,
  };
}

function isRow(value: unknown): value is FieldValues & { readonly version: number } {
  return value !== null && typeof value === 'object' && typeof (value as { version?: unknown }).version === 'number';
}

export interface StaleFieldLabel {
  readonly name: string;
  readonly label: string;
  readonly show?: (value: unknown) => ReactNode;
}

/** Shows both versions side by side, field by field; nothing of either is lost. */
export function StaleDialog(props: {
  readonly conflict: StaleConflict | undefined;
  readonly fields: readonly StaleFieldLabel[];
  readonly isSaving?: boolean;
  /** Saves the chosen values on top of the current version. */
  readonly onSave: (values: FieldValues, version: number) => void;
  /** Back to the form, with my text still in it. */
  readonly onBack: () => void;
}) {
  const [choices, setChoices] = useState<Record<string, 'theirs' | 'mine'>>({});
  const { conflict } = props;
  if (!conflict) return null;
  const names = props.fields.map((field) => field.name);
  const differences = compareVersions(names, conflict.base, conflict.current, conflict.mine);
  return (
    <Modal
      open
      width={880}
      title="您填写期间，这条内容已被他人更新"
      okText="按选择保存"
      cancelText="返回继续填写"
      confirmLoading={props.isSaving ?? false}
      onOk={() => props.onSave(mergeChoices(conflict.mine, differences, choices), conflict.current.version)}
      onCancel={props.onBack}
    >
      <p>
        {conflict.by ?? '另一位同事'}
        {conflict.at ? `于 ${instantText(conflict.at)}` : ''}先保存了。您的内容没有丢失，请逐项选择保留哪一份。
      </p>
      {differences.length === 0 ? <p>两边填写的内容相同，可以直接保存。</p> : null}
      {differences.map((difference) => (
        <Difference
          key={difference.field}
          difference={difference}
          field={props.fields.find((field) => field.name === difference.field)}
          choice={choices[difference.field] ?? defaultChoice(difference)}
          onChoose={(choice) => setChoices({ ...choices, [difference.field]: choice })}
        />
      ))}
    </Modal>
  );
}

function Difference(props: {
  readonly difference: StaleField;
  readonly field: StaleFieldLabel | undefined;
  readonly choice: 'theirs' | 'mine';
  readonly onChoose: (choice: 'theirs' | 'mine') => void;
}) {
  const { difference, field } = props;
  const label = field?.label ?? difference.field;
  const show = (value: unknown): ReactNode =>
    value === null || value === undefined || value === '' ? (
      <span className="mc-muted">（空）</span>
    ) : (
      (field?.show?.(value) ?? String(value))
    );
  return (
    <fieldset className="mc-stale">
      <legend>
        {label} {difference.change === 'both' ? <ToneTag tone="red">两边都改了</ToneTag> : null}
      </legend>
      <div className="mc-stale-base mc-muted">打开时：{show(difference.base)}</div>
      <Radio.Group
        aria-label={label}
        value={props.choice}
        onChange={(event) => props.onChoose(event.target.value as 'theirs' | 'mine')}
        className="mc-stale-sides"
      >
        <Radio value="theirs" className="mc-stale-side">
          <strong>对方改了什么</strong>
          <div className="mc-pre">{show(difference.theirs)}</div>
        </Radio>
        <Radio value="mine" className="mc-stale-side">
          <strong>我填的</strong>
          <div className="mc-pre">{show(difference.mine)}</div>
        </Radio>
      </Radio.Group>
    </fieldset>
  );
}
