import { Button } from 'antd';
import { instantText } from '../../../../workbench/components/day.ts';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { Remark } from '../../publications.contract.ts';
import type { NoteActions } from './note-actions.ts';

export function RemarkItem({ remark, actions }: { readonly remark: Remark; readonly actions: NoteActions }) {
  const { resolve } = actions;
  return (
    <div className="mc-remark-item">
      <div className="mc-muted mc-small">
        {remark.by.name} · {instantText(remark.at)}
      </div>
      <div className="mc-pre">{remark.text}</div>
      {remark.resolvedAt ? (
        <div className="mc-small">
          <ToneTag tone="green">已处理</ToneTag> {remark.resolvedBy?.name}：{remark.resolution}
        </div>
      ) : resolve ? (
        <div className="mc-note-buttons">
          <Button size="small" aria-label={`处理意见：${remark.text.slice(0, 20)}`} onClick={() => resolve(remark)}>
            已处理…
          </Button>
        </div>
      ) : null}
    </div>
  );
}
