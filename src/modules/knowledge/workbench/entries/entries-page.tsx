import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { dayText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { pageSizeHere } from '../../../../workbench/components/page-size.ts';
import { useFilters } from '../../../../workbench/components/use-filters.ts';
import type { EntryView } from '../../entries/entries.contract.ts';
import { FOUR_TARGETS, TARGETS } from '../../knowledge-words.ts';
import { CareTags } from './care-tags.tsx';
import { ReviewDialog } from './review-dialog.tsx';

interface EntryPage {
  readonly items: readonly EntryView[];
  readonly total: number;
  readonly toCare: number;
  readonly page: number;
  readonly pageSize: number;
}

/** 常见问题 (KB-1): those first that have to be looked at. */
export function EntriesPage() {
  const { values, set } = useFilters();
  const navigate = useNavigate();
  const mayCreate = usePermissions().could('create', 'knowledgeEntry');
  const [reviewed, setReviewed] = useState<EntryView>();
  const list = useApi<EntryPage>('/api/knowledge/entries', { ...values, pageSize: pageSizeHere(30) });
  if (list.error) throw list.error;
  const page = list.data;
  return (
    <div className="mc-page">
      <PageHeader
        title="常见问题"
        lead="已公开的问答条目，到期复核、依据失效的排在前面。起草的条目和其他公开信息一样，认定、审核后才公开。"
        actions={
          <>
            <Button onClick={() => navigate('/publications?kind=faq')}>起草和审核中的</Button>
            {mayCreate ? (
              <Button type="primary" onClick={() => navigate('/knowledge/new')}>
                起草条目
              </Button>
            ) : null}
          </>
        }
      />
      <div className="mc-toolbar">
        <Input.Search
          className="mc-grow"
          allowClear
          aria-label="按问题查找"
          placeholder="按问题查找"
          defaultValue={values.q ?? ''}
          onSearch={(q) => set({ q })}
        />
        <Checkbox
          checked={values.care === 'true'}
          onChange={(event) => set({ care: event.target.checked ? 'true' : '' })}
        >
          只看需要复核的{page ? `（${page.toCare}）` : ''}
        </Checkbox>
        <Checkbox
          checked={values.mine === 'true'}
          onChange={(event) => set({ mine: event.target.checked ? 'true' : '' })}
        >
          只看本单位的
        </Checkbox>
      </div>
      <DataTable<EntryView>
        label="常见问题条目"
        columns={columnsFor(setReviewed)}
        rows={page?.items}
        rowKey={(row) => row.publicationId}
        loading={list.isFetching}
        {...(page ? { page } : {})}
        onPage={(next) => set({ page: String(next) })}
        empty={<EmptyState what="没有符合条件的条目。" next="可以从高频问题或者知识库缺口起草，也可以直接起草。" />}
      />
      {reviewed ? <ReviewDialog entry={reviewed} onClose={() => setReviewed(undefined)} /> : null}
    </div>
  );
}

function columnsFor(onReview: (entry: EntryView) => void): readonly DataColumn<EntryView>[] {
  return [
    {
      key: 'question',
      title: '问题',
      card: 'title',
      render: (row) => (
        <>
          <Link to={`/publications/${row.publicationId}`}>{row.question}</Link>
          <div className="mc-muted mc-small">
            {[row.topic, ...row.policies.map((policy) => `依据：${policy.title}`)].filter(Boolean).join(' · ')}
          </div>
        </>
      ),
    },
    { key: 'unit', title: '单位', width: 120, render: (row) => row.unit.shortName },
    {
      key: 'care',
      title: '复核',
      width: 230,
      render: (row) => (
        <>
          <CareTags reasons={row.reasons} />
          <div className="mc-muted mc-small">
            {dayText(row.reviewOn)} 前复核
            {row.lastReviewOn ? `；${row.lastReviewBy ?? ''} ${dayText(row.lastReviewOn)} 复核过` : ''}
          </div>
        </>
      ),
    },
    {
      key: 'delivered',
      title: '推送',
      width: 150,
      render: (row) => {
        const had = FOUR_TARGETS.filter((target) => row.deliveredTo.includes(target));
        return (
          <span title={had.map((target) => TARGETS[target]).join('、')}>
            {had.length === FOUR_TARGETS.length ? '四个渠道都已推送' : `已推送 ${had.length} / ${FOUR_TARGETS.length}`}
          </span>
        );
      },
    },
    {
      key: 'acts',
      title: '操作',
      width: 190,
      render: (row) => (
        <span className="mc-row-links">
          {row.mayConfirm ? (
            <Button size="small" onClick={() => onReview(row)}>
              复核
            </Button>
          ) : null}
          <a href={`/documents/${row.number}`}>公开页面</a>
        </span>
      ),
    },
  ];
}
