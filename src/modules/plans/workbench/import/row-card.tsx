import { Button } from 'antd';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { ImportRow } from '../../import/imports.contract.ts';
import { DueText } from '../words/due-text.tsx';
import { MatchTag } from './match-tag.tsx';
import { openDoubts } from './row-order.ts';

/** One row as it will stand in the ledger; opens for editing. */
export function RowCard({ row, onOpen }: { readonly row: ImportRow; readonly onOpen: () => void }) {
  const doubts = openDoubts(row);
  const label = `${row.removed ? '恢复或查看' : '核对'}第${row.number ?? '？'}项`;
  return (
    <article
      className={`mc-row${row.removed ? ' mc-row-removed' : ''}${doubts.length > 0 && !row.removed ? ' mc-row-doubt' : ''}`}
    >
      <div className="mc-list-line">
        <strong className="mc-list-main">
          {row.number ?? '？'}. {row.name ?? ''}
          {row.category ? <span className="mc-muted mc-small"> {row.category}</span> : null}
        </strong>
        {row.removed ? <ToneTag>已去掉</ToneTag> : null}
        {row.edited && !row.removed ? <ToneTag tone="blue">改过</ToneTag> : null}
        <Button size="small" aria-label={label} onClick={onOpen}>
          {row.removed ? '查看' : '核对'}
        </Button>
      </div>
      <p className="mc-clamp">{row.content || <span className="mc-muted">（没有内容）</span>}</p>
      <div className="mc-units">
        {row.units.map((unit, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a plan may name a unit twice
          <MatchTag key={index} unit={unit} />
        ))}
        {row.units.length === 0 ? <ToneTag tone="red">没有读出单位</ToneTag> : null}
      </div>
      <div className="mc-list-line">
        <DueText dueOn={row.dueOn} deadlineText={row.deadlineText} provisional={row.dueProvisional} />
      </div>
      {doubts.length > 0 && !row.removed ? (
        <ul className="mc-doubts">
          {doubts.map((doubt) => (
            <li key={`${doubt.field}${doubt.message}`}>{doubt.message}</li>
          ))}
        </ul>
      ) : null}
    </article>
  );
}
