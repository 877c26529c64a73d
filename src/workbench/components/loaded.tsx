import type { UseQueryResult } from '@tanstack/react-query';
import { Alert, Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import type { ApiProblem } from '../api/problem.ts';

/** Skeleton while loading, the reason and a retry when it failed, else the content. */
export function Loaded<T>(props: {
  readonly query: UseQueryResult<T, ApiProblem>;
  readonly children: (data: T) => ReactNode;
  readonly rows?: number;
}) {
  const { query } = props;
  if (query.data !== undefined) return <>{props.children(query.data)}</>;
  if (query.error) {
    return (
      <Alert
        type="error"
        showIcon
        title={query.error.title}
        description={query.error.message}
        action={<Button onClick={() => query.refetch()}>重试</Button>}
      />
    );
  }
  return <Skeleton active title={false} paragraph={{ rows: props.rows ?? 4 }} />;
}
