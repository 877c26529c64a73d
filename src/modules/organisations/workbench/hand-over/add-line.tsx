import { Button, Input } from 'antd';
import { useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';

/** A line of the person's own: what no module knows of. */
export function AddLine({ id }: { readonly id: string }) {
  const [title, setTitle] = useState('');
  const add = useAction((text: string) => call('POST', `/api/hand-overs/${id}/items`, { title: text }), {
    refreshes: ['/api/hand-overs'],
    done: '已补充到清单。',
    onDone: () => setTitle(''),
  });
  return (
    <div className="mc-toolbar mc-no-print">
      <Input
        className="mc-grow"
        aria-label="补充交接事项"
        placeholder="补充其他需要交接的事项"
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        onPressEnter={() => (title.trim().length >= 2 ? add.mutate(title) : undefined)}
      />
      <Button disabled={title.trim().length < 2} loading={add.isPending} onClick={() => add.mutate(title)}>
        补充事项
      </Button>
    </div>
  );
}
