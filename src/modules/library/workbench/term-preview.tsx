import { Alert } from 'antd';
import type { TermRulePreview } from '../terms/terms.contract.ts';

/** Documents that would hold for longer or shorter, old beside new. */
export function TermPreview({ preview: { total, items } }: { readonly preview: TermRulePreview }) {
  if (total === 0) return <Alert type="success" showIcon title="现有文件的有效性和有效期都不变。" />;
  return (
    <>
      <Alert type="warning" showIcon title={`保存后有 ${total} 件文件的有效性或有效期会改变。`} />
      <ul className="mc-preview">
        {items.map((one) => (
          <li key={one.number}>
            <a href={`/documents/${one.number}`}>{one.title}</a>
            <br />
            <span className="mc-muted">
              {stateText(one.before)} → {stateText(one.after)}
            </span>
          </li>
        ))}
        {total > items.length ? <li>另有 {total - items.length} 件</li> : null}
      </ul>
    </>
  );
}

function stateText({ state, lastDay }: TermRulePreview['items'][number]['before']): string {
  return lastDay ? `${state}，有效期至 ${lastDay}` : state;
}
