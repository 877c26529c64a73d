import { Button, Input, Switch } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import { call } from '../../../../workbench/api/client.ts';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import type { SectionView } from '../../units.contract.ts';

type SectionRow = z.infer<typeof SectionView>;

/** Sections of a unit; those no longer used are switched off, for old tasks still name them. */
export function SectionsEditor({ unitId }: { readonly unitId: string }) {
  const path = `/api/units/${unitId}/sections`;
  const sections = useApi<{ items: SectionRow[] }>(path);
  const canEdit = usePermissions().may('editSections', { kind: 'unit', unitIds: [unitId] });
  const [name, setName] = useState('');
  const add = useAction((text: string) => call('POST', path, { name: text }), {
    refreshes: ['/api/units'],
    done: '科室已增加。',
    onDone: () => setName(''),
  });
  const edit = useAction(
    (row: SectionRow) => call('PUT', `/api/sections/${row.id}`, { name: row.name, active: row.active }),
    { refreshes: ['/api/units'], done: '科室已修改。' },
  );
  return (
    <section aria-label="科室">
      <h3>科室</h3>
      <Loaded query={sections} rows={2}>
        {({ items }) => (
          <ul className="mc-list">
            {items.map((row) => (
              <li key={row.id} className="mc-list-line">
                <span className="mc-list-main">{row.name}</span>
                <Switch
                  aria-label={`${row.name}在用`}
                  size="small"
                  checked={row.active}
                  disabled={!canEdit}
                  checkedChildren="在用"
                  unCheckedChildren="停用"
                  onChange={(active) => edit.mutate({ ...row, active })}
                />
              </li>
            ))}
            {items.length === 0 ? <li className="mc-muted">还没有登记科室。</li> : null}
          </ul>
        )}
      </Loaded>
      {canEdit ? (
        <div className="mc-toolbar mc-gap-above">
          <Input
            className="mc-grow"
            aria-label="科室名称"
            value={name}
            maxLength={100}
            placeholder="科室名称"
            onChange={(event) => setName(event.target.value)}
          />
          <Button disabled={name.trim().length < 2} loading={add.isPending} onClick={() => add.mutate(name)}>
            增加科室
          </Button>
        </div>
      ) : null}
    </section>
  );
}
