import { Button } from 'antd';
import { useAction } from '../../../../workbench/api/use-api.ts';
import type { ImportRow, Place } from '../../import/imports.contract.ts';
import { placeText } from './place-text.ts';
import { inputOf } from './row-input.ts';
import type { ImportControl } from './use-import.ts';

/** What the reader was not sure of in this row; each is looked at, jumped to and ticked off. */
export function DoubtList(props: {
  readonly row: ImportRow;
  readonly control: ImportControl;
  readonly onShow: (place: Place) => void;
}) {
  const { row, control } = props;
  const settle = useAction((index: number) =>
    control.saveRow(row.id, { version: row.version, row: inputOf(row), settledDoubts: [index] }),
  );
  if (row.doubts.length === 0) return null;
  return (
    <ul className="mc-doubts">
      {row.doubts.map((doubt, index) => {
        const place = doubt.place ?? row.place;
        return (
          <li key={`${doubt.field}${doubt.message}`} className={doubt.settled ? 'mc-doubt-settled' : ''}>
            <span>{doubt.message}</span>
            <span className="mc-row-links">
              {place ? (
                <Button size="small" onClick={() => props.onShow(place)}>
                  看{placeText(place)}
                </Button>
              ) : null}
              {doubt.settled ? (
                <span className="mc-muted">已核对</span>
              ) : (
                <Button size="small" loading={settle.isPending} onClick={() => settle.mutate(index)}>
                  没有问题
                </Button>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
