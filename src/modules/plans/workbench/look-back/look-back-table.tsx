import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { dayText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { type Tone, ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { LookBackItem } from '../../look-back/look-back.contract.ts';
import { TASK_STATE_WORDS, type TaskState, VERDICT_WORDS, type Verdict } from '../../plan-words.ts';
import { titleOf } from '../words/task-title.tsx';
import { VerdictDialog } from './verdict-dialog.tsx';

const TONES: Readonly<Record<Verdict, Tone>> = {
  pending: 'grey',
  verified: 'green',
  unfinished: 'red',
  rectified: 'green',
};

export function LookBackTable({
  items,
  mayDecide,
}: {
  readonly items: readonly LookBackItem[];
  readonly mayDecide: boolean;
}) {
  const [open, setOpen] = useState<LookBackItem>();
  const columns: readonly DataColumn<LookBackItem>[] = [
    {
      key: 'task',
      title: '任务',
      card: 'title',
      render: (item) => (
        <>
          <Link to={`/tasks/${item.taskId}`}>
            {item.number}. {titleOf(item)}
          </Link>
          <div className="mc-muted mc-small">{item.units.map((unit) => unit.shortName).join('、')}</div>
        </>
      ),
    },
    { key: 'deadline', title: '时限', width: 120, render: (item) => item.deadlineText },
    {
      key: 'then',
      title: '当时情况',
      width: 170,
      render: (item) =>
        `${TASK_STATE_WORDS[item.stateThen as TaskState] ?? item.stateThen}，${item.percentThen}%，佐证 ${item.evidenceThen} 份`,
    },
    {
      key: 'verdict',
      title: '核查结论',
      width: 270,
      render: (item) => (
        <>
          <ToneTag tone={TONES[item.verdict]}>{VERDICT_WORDS[item.verdict]}</ToneTag>{' '}
          {item.overdue ? <ToneTag tone="red">超期</ToneTag> : null}
          {item.finding ? <div className="mc-small">{item.finding}</div> : null}
          {item.order ? (
            <div className="mc-small">
              整改通知 {item.order.number}：{item.order.text}（{dayText(item.order.dueOn)}前）
              {item.order.outcome ? <div>整改结果：{item.order.outcome}</div> : null}
            </div>
          ) : null}
        </>
      ),
    },
    {
      key: 'act',
      title: '操作',
      width: 90,
      render: (item) =>
        mayDecide ? (
          <Button size="small" type={item.verdict === 'pending' ? 'primary' : 'default'} onClick={() => setOpen(item)}>
            {item.verdict === 'pending' ? '核查' : '修改'}
          </Button>
        ) : null,
    },
  ];
  return (
    <>
      <DataTable<LookBackItem>
        label="回头看清单"
        columns={columns}
        rows={items}
        rowKey={(item) => item.id}
        empty={<EmptyState what="没有这一类任务。" />}
      />
      {open ? <VerdictDialog item={open} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}
