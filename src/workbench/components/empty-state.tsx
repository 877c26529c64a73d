import { Empty } from 'antd';
import type { ReactNode } from 'react';

/** Says what is not there and what to do next. */
export function EmptyState(props: { readonly what: string; readonly next?: ReactNode; readonly action?: ReactNode }) {
  return (
    <Empty
      className="mc-empty"
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        <div>
          <div className="mc-empty-what">{props.what}</div>
          {props.next ? <div className="mc-muted">{props.next}</div> : null}
        </div>
      }
    >
      {props.action}
    </Empty>
  );
}
