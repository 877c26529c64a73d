import { Button, Select } from 'antd';
import { useApi } from '../../../workbench/api/use-api.ts';
import { todayInShanghai } from '../../../workbench/components/day.ts';
import { Loaded } from '../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../workbench/components/page-header.tsx';
import { useFilters } from '../../../workbench/components/use-filters.ts';
import { Views } from '../../../workbench/components/views.tsx';
import type { FiguresView } from '../figures/figures.contract.ts';
import { FiguresPanel } from './figures-panel.tsx';
import { QuestionsPanel } from './questions-panel.tsx';
import { ThresholdsPanel } from './thresholds-panel.tsx';

/** Interpretation work of the year (ITP-C1..C7): figures with their records, documents that wait to be explained again, parameters. */
export function WorkPage() {
  const { values, set } = useFilters();
  const year = Number(values.year ?? todayInShanghai().slice(0, 4));
  const figures = useApi<FiguresView>('/api/interpretation-figures', { year });
  return (
    <div className="mc-page">
      <PageHeader
        title="解读工作"
        lead="由公开记录、审签记录和台账计算，不用手工填报；点开每个数字可以看到背后的记录。"
        actions={
          <>
            <Select<number>
              aria-label="年度"
              value={year}
              onChange={(next) => set({ year: String(next) })}
              options={(figures.data?.years ?? [year]).map((one) => ({ value: one, label: `${one}年` }))}
            />
            <Button href={`/api/interpretation-figures/export.csv?year=${year}`}>导出记录</Button>
          </>
        }
      />
      <Views
        label="解读工作"
        views={[
          {
            key: 'figures',
            label: '各单位指标',
            content: () => (
              <Loaded query={figures} rows={10}>
                {(data) => <FiguresPanel data={data} />}
              </Loaded>
            ),
          },
          { key: 'questions', label: '集中咨询与再解读', content: () => <QuestionsPanel year={year} /> },
          { key: 'thresholds', label: '参数', content: () => <ThresholdsPanel /> },
        ]}
      />
    </div>
  );
}
