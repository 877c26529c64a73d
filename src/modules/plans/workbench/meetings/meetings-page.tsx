import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { dayText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { pageSizeHere } from '../../../../workbench/components/page-size.ts';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { useFilters } from '../../../../workbench/components/use-filters.ts';
import { MEETING_KIND_WORDS, MEETING_KINDS } from '../../meetings/meeting-words.ts';
import type { Meeting } from '../../meetings/meetings.contract.ts';
import { MeetingDialog } from './meeting-dialog.tsx';

interface Meetings {
  readonly items: readonly Meeting[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

const COLUMNS: readonly DataColumn<Meeting>[] = [
  {
    key: 'title',
    title: '会议',
    card: 'title',
    render: (meeting) => <Link to={`/meetings/${meeting.id}`}>{meeting.title}</Link>,
  },
  { key: 'kind', title: '类型', width: 150, render: (meeting) => MEETING_KIND_WORDS[meeting.kind] },
  { key: 'heldOn', title: '日期', width: 140, sortable: true, render: (meeting) => dayText(meeting.heldOn) },
  { key: 'chair', title: '主持人', width: 120, render: (meeting) => meeting.chairedBy ?? '' },
  { key: 'items', title: '议定事项', width: 190, render: (meeting) => <ItemsState meeting={meeting} /> },
];

/** PLAN-7: meetings with agenda, minutes and what was agreed. */
export function MeetingsPage() {
  const allowed = usePermissions();
  const { values, set } = useFilters();
  const [isCreating, setCreating] = useState(false);
  const meetings = useApi<Meetings>('/api/meetings', {
    kind: values.kind,
    page: values.page,
    sort: values.sort,
    pageSize: pageSizeHere(30),
  });
  if (meetings.error) throw meetings.error;
  const page = meetings.data;
  return (
    <div className="mc-page">
      <PageHeader
        title="会议与议定事项"
        lead="协调会、专项会、座谈会和听取汇报的议程、纪要，以及议定事项的落实。"
        actions={
          allowed.could('create', 'meeting') ? (
            <Button type="primary" onClick={() => setCreating(true)}>
              记录会议
            </Button>
          ) : null
        }
      />
      <div className="mc-toolbar">
        <Select
          aria-label="会议类型"
          placeholder="会议类型"
          allowClear
          {...(values.kind ? { value: values.kind } : {})}
          onChange={(kind?: string) => set({ kind })}
          options={MEETING_KINDS.map((kind) => ({ value: kind, label: MEETING_KIND_WORDS[kind] }))}
        />
      </div>
      <DataTable<Meeting>
        label="会议"
        columns={COLUMNS}
        rows={page?.items}
        rowKey={(meeting) => meeting.id}
        empty={<EmptyState what="还没有会议记录。" next="开会后在这里记录议程、纪要和议定事项，到期会自动提醒。" />}
        {...(page ? { page } : {})}
        onPage={(next) => set({ page: String(next) })}
        sort={values.sort ?? '-heldOn'}
        onSort={(sort) => set({ sort })}
      />
      {isCreating ? <MeetingDialog onClose={() => setCreating(false)} /> : null}
    </div>
  );
}

function ItemsState({ meeting }: { readonly meeting: Meeting }) {
  const total = meeting.actionItems.length;
  if (total === 0) return <span className="mc-muted">没有</span>;
  const done = meeting.actionItems.filter((item) => item.done).length;
  const late = meeting.actionItems.filter((item) => item.overdue).length;
  return (
    <>
      {done} / {total} 已办结 {late > 0 ? <ToneTag tone="red">逾期 {late}</ToneTag> : null}
    </>
  );
}
