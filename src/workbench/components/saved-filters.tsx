import { StarOutlined } from '@ant-design/icons';
import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { useSession } from '../api/session.ts';
import type { FilterControl, Filters } from './use-filters.ts';

interface Saved {
  readonly name: string;
  readonly values: Filters;
}

/** A person's own named filters of one list, kept in this browser. */
export function SavedFilters({ list, filters }: { readonly list: string; readonly filters: FilterControl }) {
  const session = useSession();
  const key = `mingchuang.filters:${session.person.id}:${list}`;
  const [saved, setSaved] = useState<readonly Saved[]>(() => read(key));
  const [name, setName] = useState('');
  const keep = (next: readonly Saved[]): void => {
    setSaved(next);
    localStorage.setItem(key, JSON.stringify(next));
  };
  const { page: _page, ...current } = filters.values;
  const add = (): void => {
    const trimmed = name.trim();
    if (!trimmed) return;
    keep([...saved.filter((one) => one.name !== trimmed), { name: trimmed, values: current }]);
    setName('');
  };
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title="常用筛选"
      content={
        <div className="mc-saved-filters">
          {saved.length === 0 ? <p className="mc-muted">选好条件后起个名字保存，下次一点即用。</p> : null}
          <ul className="mc-list">
            {saved.map((one) => (
              <li key={one.name} className="mc-list-line">
                <Button type="link" className="mc-list-main mc-left" onClick={() => filters.replaceAll(one.values)}>
                  {one.name}
                </Button>
                <Button
                  type="text"
                  size="small"
                  aria-label={`删除常用筛选${one.name}`}
                  onClick={() => keep(saved.filter((other) => other.name !== one.name))}
                >
                  删除
                </Button>
              </li>
            ))}
          </ul>
          <div className="mc-toolbar">
            <Input
              className="mc-grow"
              aria-label="筛选名称"
              placeholder="给当前条件起名"
              maxLength={20}
              value={name}
              onChange={(event) => setName(event.target.value)}
              onPressEnter={add}
            />
            <Button onClick={add} disabled={!name.trim()}>
              保存
            </Button>
          </div>
        </div>
      }
    >
      <Button icon={<StarOutlined />}>常用筛选</Button>
    </Popover>
  );
}

function read(key: string): readonly Saved[] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as Saved[];
  } catch {
    return [];
  }
}
