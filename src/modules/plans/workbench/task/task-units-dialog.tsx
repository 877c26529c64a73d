import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { EditDialog } from '../../../../workbench/components/edit-dialog.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { useRowSave } from '../../../../workbench/components/use-row-save.ts';
import { UNIT_ROLE_WORDS, type UnitRole } from '../../plan-words.ts';
import type { TaskDetail, TaskUnitInput } from '../../tasks/tasks.contract.ts';
import { RoleRadio } from '../words/role-radio.tsx';
import { UnitSelect } from '../words/unit-select.tsx';
import { useUnits } from '../words/use-units.ts';

interface Row {
  readonly key: string;
  readonly name: string;
  readonly role: UnitRole;
  readonly unitId: string | null;
  readonly groupId: string | null;
}

/** Who has the task: units and groups with their roles; a name not yet resolved is mapped to the register here. */
export function TaskUnitsDialog({ task, onClose }: { readonly task: TaskDetail; readonly onClose: () => void }) {
  const units = useUnits();
  const [rows, setRows] = useState<readonly Row[]>(() => task.units.map(rowOf));
  const save = useRowSave<TaskDetail>({
    base: valuesOf(task),
    fresh: async () => valuesOf(await call<TaskDetail>('GET', `/api/tasks/${task.id}`)),
    put: (body) => call<TaskDetail>('PUT', `/api/tasks/${task.id}`, body),
    refreshes: ['/api/tasks', '/api/assignments', '/api/plans'],
    done: '责任单位已调整。',
    onDone: onClose,
  });
  const set = (key: string, part: Partial<Row>): void =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const nameOf = (unitId: string): string => units.data?.items.find((unit) => unit.id === unitId)?.name ?? unitId;
  return (
    <EditDialog
      width={760}
      title="调整责任单位"
      okDisabled={rows.some((row) => !row.name)}
      onOk={() => save.save({ units: rows.map(inputOf) })}
      onClose={onClose}
      row={save}
      fields={[{ name: 'units', label: '责任单位', show: (value) => unitsText(value as TaskUnitInput[]) }]}
    >
      <p className="mc-muted">原文：{task.unitsText || '未写明'}。已经报送进展的单位去掉后，其记录仍保留。</p>
      <ul className="mc-list">
        {rows.map((row) => (
          <li key={row.key} className="mc-toolbar">
            <span className="mc-grow">
              {row.name || <span className="mc-muted">请选择单位</span>}{' '}
              {row.groupId ? <ToneTag tone="blue">单位组</ToneTag> : null}
              {!row.unitId && !row.groupId && row.name ? <ToneTag tone="orange">未对应</ToneTag> : null}
            </span>
            {row.groupId ? null : (
              <UnitSelect
                label={`${row.name || '新单位'}对应的单位`}
                value={row.unitId}
                onChange={(unitId) => set(row.key, { unitId, name: unitId ? nameOf(unitId) : row.name })}
              />
            )}
            <RoleRadio value={row.role} onChange={(role) => set(row.key, { role })} />
            <Button
              icon={<DeleteOutlined />}
              aria-label={`去掉${row.name || '这一行'}`}
              onClick={() => setRows(rows.filter((other) => other.key !== row.key))}
            />
          </li>
        ))}
      </ul>
      <Button
        icon={<PlusOutlined />}
        onClick={() =>
          setRows([...rows, { key: crypto.randomUUID(), name: '', role: 'responsible', unitId: null, groupId: null }])
        }
      >
        增加单位
      </Button>
    </EditDialog>
  );
}

function valuesOf(task: TaskDetail) {
  return { units: task.units.map(rowOf).map(inputOf), version: task.version };
}

function rowOf(unit: TaskDetail['units'][number], index: number): Row {
  return {
    key: `${index}${unit.name}`,
    name: unit.name,
    role: unit.role,
    unitId: unit.unit?.id ?? null,
    groupId: unit.groupId,
  };
}

function inputOf(row: Row): TaskUnitInput {
  return { name: row.name, role: row.role, unitId: row.unitId, groupId: row.groupId };
}

function unitsText(units: readonly TaskUnitInput[]): string {
  return units.map((unit) => `${unit.name}（${UNIT_ROLE_WORDS[unit.role]}）`).join('、');
}
