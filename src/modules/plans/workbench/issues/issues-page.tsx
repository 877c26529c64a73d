import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { dayText, todayInShanghai } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { type Tone, ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { useFilters } from '../../../../workbench/components/use-filters.ts';
import { ISSUE_STATE_WORDS, ISSUE_STATES } from '../../meetings/meeting-words.ts';
import type { Issue } from '../../meetings/meetings.contract.ts';
import { IssueDecideDialog } from './issue-decide-dialog.tsx';
import { IssueDialog } from './issue-dialog.tsx';

const TONES: Readonly<Record<Issue['state'], Tone>> = { raised: 'orange', decided: 'blue', settled: 'green' };

/** PLAN-9: hard questions for the leading group, what it decided and what came of it. */
export function IssuesPage() {
  const allowed = usePermissions();
  const { values, set } = useFilters();
  const [isCreating, setCreating] = useState(false);
  const issues = useApi<{ items: readonly Issue[] }>('/api/leading-group-issues', {
    state: values.state,
    pageSize: 100,
  });
  return (
    <div className="mc-page">
      <PageHeader
        title="领导小组议题"
        lead="需要政务公开领导小组研究决定的难点问题，以及决定和落实情况。"
        actions={
          allowed.could('create', 'issue') ? (
            <Button type="primary" onClick={() => setCreating(true)}>
              提出议题
            </Button>
          ) : null
        }
      />
      <div className="mc-toolbar">
        <Segmented
          aria-label="议题状态"
          value={values.state ?? ''}
          onChange={(state) => set({ state })}
          options={[
            { value: '', label: '全部' },
            ...ISSUE_STATES.map((state) => ({ value: state, label: ISSUE_STATE_WORDS[state] })),
          ]}
        />
      </div>
      <Loaded query={issues} rows={6}>
        {(data) =>
          data.items.length === 0 ? (
            <Section title="议题">
              <EmptyState what="没有议题。" next="单位遇到需要领导小组协调的问题，可在这里提出。" />
            </Section>
          ) : (
            data.items.map((issue) => <IssueCard key={issue.id} issue={issue} />)
          )
        }
      </Loaded>
      {isCreating ? <IssueDialog onClose={() => setCreating(false)} /> : null}
    </div>
  );
}

function IssueCard({ issue }: { readonly issue: Issue }) {
  const [dialog, setDialog] = useState<'edit' | 'decide'>();
  const close = (): void => setDialog(undefined);
  return (
    <Section
      title={
        <>
          {issue.title} <ToneTag tone={TONES[issue.state]}>{ISSUE_STATE_WORDS[issue.state]}</ToneTag>
        </>
      }
      extra={
        <>
          {issue.allowed.includes('edit') ? <Button onClick={() => setDialog('edit')}>修改</Button> : null}{' '}
          {issue.allowed.includes('decide') ? (
            <Button onClick={() => setDialog('decide')}>{issue.state === 'raised' ? '记录决定' : '记录落实'}</Button>
          ) : null}
        </>
      }
    >
      <dl className="mc-facts">
        <dt>提出</dt>
        <dd>
          {issue.raisedBy?.name ?? '主管部门'}，{dayText(issue.raisedOn)}
        </dd>
        <dt>问题</dt>
        <dd className="mc-pre">{issue.question}</dd>
        {issue.taskId ? (
          <>
            <dt>关联任务</dt>
            <dd>
              <Link to={`/tasks/${issue.taskId}`}>{issue.taskLabel ?? '查看任务'}</Link>
            </dd>
          </>
        ) : null}
        {issue.decision ? (
          <>
            <dt>决定</dt>
            <dd className="mc-pre">
              {issue.decision} <span className="mc-muted">{dayText(issue.decidedOn)}</span>
            </dd>
          </>
        ) : null}
        {issue.dueOn && issue.state === 'decided' ? (
          <>
            <dt>落实期限</dt>
            <dd>
              {dayText(issue.dueOn)}
              {issue.dueOn < todayInShanghai() ? (
                <>
                  {' '}
                  <ToneTag tone="red">逾期</ToneTag>
                </>
              ) : null}
            </dd>
          </>
        ) : null}
        {issue.outcome ? (
          <>
            <dt>落实</dt>
            <dd className="mc-pre">
              {issue.outcome} <span className="mc-muted">{dayText(issue.settledOn)}</span>
            </dd>
          </>
        ) : null}
      </dl>
      {dialog === 'edit' ? <IssueDialog issue={issue} onClose={close} /> : null}
      {dialog === 'decide' ? <IssueDecideDialog issue={issue} onClose={close} /> : null}
    </Section>
  );
}
