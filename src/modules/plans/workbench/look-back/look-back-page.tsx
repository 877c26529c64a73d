import { Alert, Button, Segmented } from 'antd';
import { useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { ApiProblem } from '../../../../workbench/api/problem.ts';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { dayText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { useFilters } from '../../../../workbench/components/use-filters.ts';
import type { LookBack } from '../../look-back/look-back.contract.ts';
import type { PlanSummary } from '../../plan/plans.contract.ts';
import { VERDICT_WORDS, VERDICTS, type Verdict } from '../../plan-words.ts';
import { Figures } from '../home/figures.tsx';
import { PlanSelect } from '../words/plan-select.tsx';
import { usePlans } from '../words/use-plans.ts';
import { lookBackPlan } from './look-back-plan.ts';
import { LookBackTable } from './look-back-table.tsx';

/** PLAN-6: last year's plan, verified and closed item by item. */
export function LookBackPage() {
  const plans = usePlans();
  return (
    <div className="mc-page">
      <PageHeader title="上年任务回头看" lead="对上年工作要点逐项核查核销，没有完成的责令整改，整改完成后销号。" />
      <Loaded query={plans}>{(page) => <ForPlan plans={page.items.filter((plan) => plan.state !== 'draft')} />}</Loaded>
    </div>
  );
}

function ForPlan({ plans }: { readonly plans: readonly PlanSummary[] }) {
  const { values, set } = useFilters();
  const planId = values.planId ?? lookBackPlan(plans)?.id;
  if (!planId) return <EmptyState what="还没有可以回头看的工作要点。" next="上年工作要点印发后才能开展。" />;
  return (
    <>
      <div className="mc-toolbar">
        <PlanSelect plans={plans} value={planId} onChange={(id) => set({ planId: id })} />
      </div>
      <Opened key={planId} planId={planId} />
    </>
  );
}

function Opened({ planId }: { readonly planId: string }) {
  const lookBack = useApi<LookBack>(`/api/plans/${planId}/look-back`);
  if (lookBack.error instanceof ApiProblem && lookBack.error.status === 404) return <NotOpened planId={planId} />;
  return (
    <Loaded query={lookBack} rows={8}>
      {(data) => <Checklist lookBack={data} />}
    </Loaded>
  );
}

function NotOpened({ planId }: { readonly planId: string }) {
  const allowed = usePermissions();
  const open = useAction(() => call('POST', `/api/plans/${planId}/look-back`, {}), {
    refreshes: ['/api/plans'],
    done: '回头看清单已生成。',
  });
  return (
    <Section title="还没有开展">
      <EmptyState
        what="这份工作要点还没有开展回头看。"
        next="开展后，每项任务连同当时的状态和佐证进入清单。"
        action={
          allowed.could('lookBack', 'plan') ? (
            <Button type="primary" loading={open.isPending} onClick={() => open.mutate(undefined)}>
              开展回头看
            </Button>
          ) : null
        }
      />
    </Section>
  );
}

type Shown = 'all' | Verdict;

function Checklist({ lookBack }: { readonly lookBack: LookBack }) {
  const { counts } = lookBack;
  const [shown, setShown] = useState<Shown>(counts.pending > 0 ? 'pending' : 'all');
  const items = lookBack.items.filter((item) => shown === 'all' || item.verdict === shown);
  const late = lookBack.items.filter((item) => item.overdue).length;
  return (
    <>
      <Figures
        label="回头看进度"
        figures={[
          { name: '全部任务', value: counts.total, unit: '项' },
          { name: '待核查', value: counts.pending, unit: '项', tone: 'violet' },
          { name: '已核销', value: counts.verified, unit: '项', tone: 'green' },
          { name: '责令整改中', value: counts.unfinished, unit: '项', tone: 'red' },
          { name: '整改完成', value: counts.rectified, unit: '项', tone: 'green' },
        ]}
      />
      <Alert
        className="mc-gap-below"
        type={late > 0 ? 'warning' : 'info'}
        showIcon
        title={`应于 ${dayText(lookBack.dueOn)} 前全部核查核销。${late > 0 ? `已有 ${late} 项超期。` : ''}`}
      />
      <div className="mc-toolbar">
        <Segmented<Shown>
          aria-label="显示哪些"
          value={shown}
          onChange={setShown}
          options={[
            { value: 'all', label: '全部' },
            ...VERDICTS.map((verdict) => ({ value: verdict, label: VERDICT_WORDS[verdict] })),
          ]}
        />
      </div>
      <LookBackTable items={items} mayDecide={lookBack.allowed.includes('lookBack')} />
    </>
  );
}
