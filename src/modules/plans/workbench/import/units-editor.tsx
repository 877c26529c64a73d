import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, Popover, Radio } from 'antd';
import { useState } from 'react';
import type { ImportUnit } from '../../import/imports.contract.ts';
import { RoleRadio } from '../words/role-radio.tsx';
import { UnitSelect, UnitsSelect } from '../words/unit-select.tsx';
import { useUnits } from '../words/use-units.ts';
import { MatchText, toneOf } from './match-tag.tsx';
import type { UnitInput } from './row-input.ts';

/**
 * Units of a row as tags: green found, blue a group, orange to choose, red not in the register. A tag opens to choose the unit, its role, or to
 * take it out. `shown` is how the server matched what was saved last.
 */
export function UnitsEditor(props: {
  readonly shown: readonly ImportUnit[];
  readonly value: readonly UnitInput[];
  readonly onChange: (units: UnitInput[]) => void;
}) {
  const set = (index: number, next: UnitInput | undefined): void =>
    props.onChange(props.value.flatMap((unit, at) => (at === index ? (next ? [next] : []) : [unit])));
  return (
    <div className="mc-units">
      {props.value.map((unit, index) => (
        <UnitTag
          // biome-ignore lint/suspicious/noArrayIndexKey: a plan may name a unit twice
          key={index}
          unit={unit}
          matched={props.shown.find((one) => one.name === unit.name)}
          onChange={(next) => set(index, next)}
        />
      ))}
      <AddUnit onAdd={(unit) => props.onChange([...props.value, unit])} />
    </div>
  );
}

function UnitTag(props: {
  readonly unit: UnitInput;
  readonly matched: ImportUnit | undefined;
  readonly onChange: (next: UnitInput | undefined) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const { unit, matched } = props;
  const tone = matched ? toneOf(matched.match) : 'grey';
  return (
    <Popover
      trigger="click"
      open={isOpen}
      onOpenChange={setOpen}
      title={unit.name}
      destroyOnHidden
      content={<UnitChoice {...props} onDone={() => setOpen(false)} />}
    >
      <button type="button" className={`mc-unit mc-unit-button mc-tone-${tone}`} aria-expanded={isOpen}>
        {matched ? <MatchText unit={{ ...matched, role: unit.role }} /> : `${unit.name}（稍后核对）`}
      </button>
    </Popover>
  );
}

function UnitChoice(props: {
  readonly unit: UnitInput;
  readonly matched: ImportUnit | undefined;
  readonly onChange: (next: UnitInput | undefined) => void;
  readonly onDone: () => void;
}) {
  const { unit, onChange, onDone } = props;
  const match = props.matched?.match;
  const choose = (unitId: string | null): void => {
    if (!unitId) return;
    onChange({ name: unit.name, role: unit.role, unitId });
    onDone();
  };
  return (
    <div className="mc-unit-choice">
      {match?.candidates.length ? (
        <Radio.Group
          aria-label="可能是哪个单位"
          className="mc-stack-radios"
          value={unit.unitId ?? null}
          onChange={(event) => choose(event.target.value as string)}
          options={match.candidates.map((one) => ({
            value: one.unit.id,
            label: `${one.unit.name}（相近 ${Math.round(one.score * 100)}%）`,
          }))}
        />
      ) : null}
      {match?.kind === 'group' ? <GroupMembers unitIds={match.unitIds} /> : null}
      {match?.kind === 'openGroup' || match?.groupSize === 0 || unit.chosenUnitIds ? (
        <div>
          由哪些单位承担
          <UnitsSelect
            label="由哪些单位承担"
            value={unit.chosenUnitIds ?? []}
            onChange={(chosenUnitIds) => onChange({ ...unit, chosenUnitIds })}
          />
        </div>
      ) : (
        <UnitSelect
          label="对应登记的单位"
          placeholder="从登记的单位中选"
          value={unit.unitId ?? match?.unit?.id}
          onChange={choose}
        />
      )}
      <RoleRadio value={unit.role} onChange={(role) => onChange({ ...unit, role })} />
      <div className="mc-row-links">
        <Button
          danger
          size="small"
          onClick={() => {
            onChange(undefined);
            onDone();
          }}
        >
          去掉这个单位
        </Button>
        <Button size="small" onClick={onDone}>
          完成
        </Button>
      </div>
    </div>
  );
}

/** Whom a group stands for today. */
function GroupMembers({ unitIds }: { readonly unitIds: readonly string[] }) {
  const units = useUnits();
  const names = unitIds.map((id) => units.data?.items.find((unit) => unit.id === id)?.shortName).filter(Boolean);
  return (
    <details>
      <summary>代表 {unitIds.length} 家单位</summary>
      <p className="mc-small">{names.join('、')}</p>
    </details>
  );
}

function AddUnit({ onAdd }: { readonly onAdd: (unit: UnitInput) => void }) {
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const add = (): void => {
    if (!name.trim()) return;
    onAdd({ name: name.trim(), role: 'responsible' });
    setName('');
    setOpen(false);
  };
  return (
    <Popover
      trigger="click"
      open={isOpen}
      onOpenChange={setOpen}
      title="增加单位"
      content={
        <div className="mc-toolbar">
          <Input
            aria-label="单位名称"
            placeholder="名称、简称或单位组"
            value={name}
            onChange={(event) => setName(event.target.value)}
            onPressEnter={add}
          />
          <Button onClick={add}>增加</Button>
        </div>
      }
    >
      <Button size="small" icon={<PlusOutlined />}>
        增加单位
      </Button>
    </Popover>
  );
}
