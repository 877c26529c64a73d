import { Alert } from 'antd';
import type { BulkResult } from '../../tasks/tasks.contract.ts';

/** How many worked, and why each of the others did not. */
export function BulkOutcome(props: {
  readonly result: BulkResult;
  readonly done: string;
  readonly nameOf?: (id: string) => string;
}) {
  const failed = props.result.items.filter((item) => !item.ok);
  return (
    <Alert
      className="mc-gap-below"
      type={failed.length === 0 ? 'success' : 'warning'}
      showIcon
      title={`${props.result.done} ${props.done}${failed.length ? `，${failed.length} 项没有办成` : ''}。`}
      description={
        failed.length > 0 ? (
          <ul>
            {failed.map((item) => (
              <li key={item.id}>
                {props.nameOf ? `${props.nameOf(item.id)}：` : ''}
                {item.message}
              </li>
            ))}
          </ul>
        ) : null
      }
    />
  );
}
