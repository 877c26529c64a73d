import { CheckOutlined, MinusOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { dayText, instantText } from '../../../../workbench/components/day.ts';
import type { ItemEdit } from '../../hand-over.contract.ts';
import type { PersonView } from '../../people.contract.ts';
import { PersonSelect } from '../words/person-select.tsx';
import type { HandOverJson, ItemJson } from './hand-over-json.ts';

/** One item: ticked when handed over; work of the system may go to another person than the successor. */
export function ItemLine({ handOver, item }: { readonly handOver: HandOverJson; readonly item: ItemJson }) {
  const [isChoosing, setChoosing] = useState(false);
  const isDraft = handOver.state === 'draft';
  const edit = useAction((change: ItemEdit) => call('PUT', `/api/hand-overs/${handOver.id}/items/${item.id}`, change), {
    refreshes: ['/api/hand-overs'],
    onDone: () => setChoosing(false),
  });
  const ticked = item.tickedAt !== null;
  return (
    <li className="mc-list-line">
      <div className="mc-list-main">
        {isDraft ? (
          <Checkbox
            checked={ticked}
            disabled={edit.isPending}
            onChange={(event) => edit.mutate({ ticked: event.target.checked, toPersonId: item.toPersonId })}
          >
            {item.title}
          </Checkbox>
        ) : (
          <>
            {ticked ? <CheckOutlined aria-label="已交接" /> : <MinusOutlined aria-label="未交接" />} {item.title}
          </>
        )}
        <div className="mc-muted mc-small mc-item-detail">
          {[
            item.detail,
            item.dueOn ? `期限 ${dayText(item.dueOn)}` : null,
            ticked ? `${instantText(item.tickedAt)} 确认` : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </div>
      {item.provider === 'checklist' ? null : isChoosing ? (
        <div className="mc-grow">
          <PersonSelect
            label={`${item.title}接手人`}
            value={item.toPersonId}
            except={handOver.personId}
            onChange={(id) => edit.mutate({ ticked, toPersonId: id })}
          />
        </div>
      ) : (
        <span>
          <Receiver handOver={handOver} item={item} />{' '}
          {isDraft ? (
            <Button type="link" className="mc-link-button" onClick={() => setChoosing(true)}>
              另选
            </Button>
          ) : null}
        </span>
      )}
    </li>
  );
}

function Receiver({ handOver, item }: { readonly handOver: HandOverJson; readonly item: ItemJson }) {
  const isOther = item.toPersonId !== null && item.toPersonId !== handOver.successorId;
  const other = useApi<PersonView>(isOther ? `/api/people/${item.toPersonId}` : null);
  return <>→ {isOther ? (other.data?.name ?? '') : handOver.successorName}</>;
}
