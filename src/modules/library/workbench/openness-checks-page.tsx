import { Button } from 'antd';
import { useApi } from '../../../workbench/api/use-api.ts';
import { dayText } from '../../../workbench/components/day.ts';
import { Loaded } from '../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../workbench/components/page-header.tsx';
import { Section } from '../../../workbench/components/section.tsx';
import { useFilters } from '../../../workbench/components/use-filters.ts';
import type { OpennessReport } from '../inspection/inspection.contract.ts';
import { CheckFigures } from './check-figures.tsx';
import { CheckFindings } from './check-findings.tsx';
import { CheckUnits } from './check-units.tsx';
import { saveFile } from './save-file.ts';

const PATH = '/api/library/openness-checks';

/** The five checks of the statutory columns (GIP-C1..C5): a figure opens to its records, a unit to what it has to mend. */
export function OpennessChecksPage() {
  const report = useApi<OpennessReport>(PATH);
  const { values, set } = useFilters();
  return (
    <div className="mc-page">
      <PageHeader
        title="公开专栏检查"
        lead="按全区统一的栏目设置，逐单位核对栏目、指南、制度、重复发布和主动公开目录。数字由已公开的内容实时算出，点开即见每一条。"
        actions={
          <Button onClick={() => void saveFile(`${PATH}/findings.csv`, '公开专栏检查.csv')}>导出问题清单</Button>
        }
      />
      <Loaded query={report} rows={8}>
        {(data) => (
          <>
            <CheckFigures report={data} chosen={values.check} onChoose={(check) => set({ check, unitId: undefined })} />
            <Section
              title="问题清单"
              extra={
                <span className="mc-muted">
                  {dayText(data.on)}核对，共 {data.units} 个单位
                </span>
              }
            >
              <CheckFindings report={data} values={values} set={set} />
            </Section>
            {data.byUnit.length > 0 ? (
              <Section title="各单位对比">
                <CheckUnits report={data} onChoose={(unitId, check) => set({ unitId, check })} />
              </Section>
            ) : null}
          </>
        )}
      </Loaded>
    </div>
  );
}
