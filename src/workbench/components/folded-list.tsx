import { Button } from 'antd';
import { type ReactNode, useState } from 'react';

/** The first few of a long list, the rest on demand. */
export function FoldedList<T>(props: {
  readonly items: readonly T[];
  readonly shown: number;
  /** Chinese noun with its measure word, for example “条记录”. */
  readonly noun: string;
  readonly children: (items: readonly T[]) => ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  const { items, shown } = props;
  return (
    <>
      {props.children(isOpen ? items : items.slice(0, shown))}
      {items.length > shown ? (
        <Button type="link" className="mc-bare" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? '收起' : `显示全部 ${items.length} ${props.noun}`}
        </Button>
      ) : null}
    </>
  );
}
