import { Alert, Button, Space } from 'antd';
import { instantText } from './day.ts';
import type { DraftControl } from './use-draft.ts';

/** Offers the draft of an earlier visit. */
export function DraftNotice<T>(props: { readonly draft: DraftControl<T>; readonly onTake: (value: T) => void }) {
  const { found, clear, taken } = props.draft;
  if (!found) return null;
  return (
    <Alert
      className="mc-gap-below"
      type="info"
      showIcon
      title={`本机保存有 ${instantText(found.savedAt)} 未提交的内容。`}
      action={
        <Space>
          <Button
            size="small"
            type="primary"
            onClick={() => {
              props.onTake(found.value);
              taken();
            }}
          >
            继续填写
          </Button>
          <Button size="small" onClick={clear}>
            不要了
          </Button>
        </Space>
      }
    />
  );
}
