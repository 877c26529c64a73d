import { Alert } from 'antd';

/** Everything that is missing at once, as the server would refuse it. */
export function MissingList({
  missing,
}: {
  readonly missing: readonly { readonly field: string; readonly message: string }[];
}) {
  if (missing.length === 0) return null;
  return (
    <Alert
      className="mc-gap-below"
      type="warning"
      showIcon
      title={`提交前还缺 ${missing.length} 项`}
      description={
        <ul className="mc-reasons">
          {missing.map(({ field, message }) => (
            <li key={`${field} ${message}`}>{message}</li>
          ))}
        </ul>
      }
    />
  );
}
