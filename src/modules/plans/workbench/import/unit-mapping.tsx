import { Button, Popconfirm, Radio } from 'antd';
import { useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import type { ImportDraft, ImportRow } from '../../import/imports.contract.ts';
import { UnitsSelect } from '../words/unit-select.tsx';
import { MATCH_WORDS } from './match-tag.tsx';
import { type Mapping, type UnmappedName, unmappedNames, withMapping } from './unmapped-names.ts';
import type { ImportControl } from './use-import.ts';

/** Names not found in the register, each mapped once for all the rows in which it stands. */
export function UnitMapping({ draft, control }: { readonly draft: ImportDraft; readonly control: ImportControl }) {
  const names = unmappedNames(draft.rows);
  const [isOpen, setOpen] = useState(false);
  if (names.length === 0) return null;
  return (
    <Section
      title={`${names.length} 个单位名称没有对应到登记的单位`}
      extra={
        <Button type="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? '收起' : '逐个对应'}
        </Button>
      }
    >
      {isOpen ? (
        <ul className="mc-list">
          {names.map((one) => (
            <li key={one.name}>
              <NameRow unmapped={one} control={control} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="mc-clamp">{names.map((one) => `${one.name}（${one.rows.length}）`).join('、')}</p>
      )}
    </Section>
  );
}

function NameRow({ unmapped, control }: { readonly unmapped: UnmappedName; readonly control: ImportControl }) {
  const { name, match, rows } = unmapped;
  // A single likely unit is filled in; the person still decides by applying it.
  const [only, ...others] = match.candidates;
  const [unitIds, setUnitIds] = useState<readonly string[]>(only && others.length === 0 ? [only.unit.id] : []);
  const apply = useAction((mapping: Mapping) => saveAll(control, rows, name, mapping), {
    done: `“${name}”已在 ${rows.length} 处对应。`,
    onDone: () => void control.refresh(),
  });
  const [first] = unitIds;
  return (
    <div className="mc-name-row">
      <div>
        <strong>{name}</strong>{' '}
        <span className="mc-muted mc-small">
          {MATCH_WORDS[match.kind].word}，{rows.length} 处
        </span>
      </div>
      {match.candidates.length > 0 ? (
        <Radio.Group
          aria-label={`${name}可能是`}
          value={unitIds.length === 1 ? first : undefined}
          onChange={(event) => setUnitIds([event.target.value as string])}
          options={match.candidates.map((one) => ({ value: one.unit.id, label: one.unit.shortName }))}
        />
      ) : null}
      <div className="mc-toolbar">
        <span className="mc-grow">
          <UnitsSelect
            label={`${name}对应的单位`}
            placeholder={match.kind === 'openGroup' ? '选定承担的单位，可多选' : '从登记的单位中选，可多选'}
            value={unitIds}
            onChange={setUnitIds}
          />
        </span>
        <Button
          type="primary"
          disabled={first === undefined}
          loading={apply.isPending}
          onClick={() =>
            first !== undefined &&
            apply.mutate(
              unitIds.length === 1 && match.kind !== 'openGroup'
                ? { kind: 'unit', unitId: first }
                : { kind: 'units', unitIds },
            )
          }
        >
          应用到 {rows.length} 处
        </Button>
        <Popconfirm
          title={`从 ${rows.length} 项任务中去掉“${name}”？`}
          okText="去掉"
          cancelText="取消"
          onConfirm={() => apply.mutate({ kind: 'drop' })}
        >
          <Button>不分派</Button>
        </Popconfirm>
      </div>
    </div>
  );
}

/** One after the other: each row has its own version, and a row that a colleague changed meanwhile stops the rest. */
async function saveAll(
  control: ImportControl,
  rows: readonly ImportRow[],
  name: string,
  mapping: Mapping,
): Promise<void> {
  for (const row of rows) {
    await call('PUT', `${control.path}/rows/${row.id}`, { version: row.version, row: withMapping(row, name, mapping) });
  }
}
