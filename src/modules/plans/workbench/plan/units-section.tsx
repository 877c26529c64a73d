import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { Chart } from '../../../../workbench/charts/chart.tsx';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import type { PlanOverview } from '../../plan/plans.contract.ts';
import { TASK_STATE_WORDS } from '../../plan-words.ts';
import { PercentBar } from '../words/percent-bar.tsx';
import { STATE_ORDER, TASK_STATE_TONES } from '../words/task-state-tag.tsx';
import { unitBarsOption } from './overview-charts.ts';
import { type UnitOrder, unitsInOrder } from './unit-order.ts';

/** How every unit stands: as bars, and as a matrix of unit × state whose cells lead to the rows behind them. */
export function UnitsSection({ planId }: { readonly planId: string }) {
  const overview = useApi<PlanOverview>(`/api/plans/${planId}/overview`);
  const [order, setOrder] = useState<UnitOrder>('late');
  return (
    <Section
      title="各单位进度"
      extra={
        <Segmented<UnitOrder>
          aria-label="排序"
          value={order}
          onChange={setOrder}
          options={[
            { value: 'late', label: '逾期多的在前' },
            { value: 'slow', label: '进度低的在前' },
            { value: 'register', label: '按单位顺序' },
          ]}
        />
      }
    >
      <Loaded query={overview} rows={10}>
        {(data) =>
          data.byUnit.length === 0 ? (
            <EmptyState what="任务还没有分派到单位。" />
          ) : (
            <Units planId={planId} units={unitsInOrder(data.byUnit, order)} />
          )
        }
      </Loaded>
    </Section>
  );
}

function Units({ planId, units }: { readonly planId: string; readonly units: PlanOverview['byUnit'] }) {
  const navigate = useNavigate();
  const bars = useMemo(() => unitBarsOption(units), [units]);
  return (
    <>
      <details className="mc-bars">
        <summary>以条形图查看</summary>
        <Chart
          label="各单位任务按状态的条形图，数据见下表"
          option={bars}
          height={60 + units.length * 22}
          onPick={(name) => {
            const unit = units.find((one) => one.unit.shortName === name);
            if (unit) void navigate(`/shares?planId=${planId}&unitId=${unit.unit.id}`);
          }}
        />
      </details>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="mc-scroll" tabIndex={0} aria-label="各单位进度表">
        <table className="mc-matrix">
          <caption className="mc-visually-hidden">各单位各状态的任务数</caption>
          <thead>
            <tr>
              <th scope="col">单位</th>
              <th scope="col">任务</th>
              {STATE_ORDER.map((state) => (
                <th key={state} scope="col">
                  {TASK_STATE_WORDS[state]}
                </th>
              ))}
              <th scope="col">已分解</th>
              <th scope="col">三十日内到期</th>
              <th scope="col">平均进度</th>
            </tr>
          </thead>
          <tbody>
            {units.map((row) => (
              <tr key={row.unit.id}>
                <th scope="row">
                  <Link to={`/shares?planId=${planId}&unitId=${row.unit.id}`}>{row.unit.shortName}</Link>
                </th>
                <td>{row.total}</td>
                {STATE_ORDER.map((state) => (
                  <td key={state} className={row[state] > 0 ? `mc-tone-${TASK_STATE_TONES[state]}` : ''}>
                    {row[state] > 0 ? (
                      <Link
                        to={`/shares?planId=${planId}&unitId=${row.unit.id}&state=${state}`}
                        className="mc-cell-link"
                      >
                        {row[state]}
                      </Link>
                    ) : (
                      <span className="mc-nothing">0</span>
                    )}
                  </td>
                ))}
                <td>
                  {row.split}/{row.total}
                </td>
                <td>{row.dueIn30Days}</td>
                <td>
                  <PercentBar percent={row.percent} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
