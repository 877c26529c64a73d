import { useMemo } from 'react';
import { Chart } from '../../../workbench/charts/chart.tsx';
import { CHECK_CODES, CHECK_WORDS, type CheckCode } from '../inspection/check-words.ts';
import type { OpennessReport } from '../inspection/inspection.contract.ts';
import { unitChecksOption } from './unit-checks-chart.ts';

const MOST_BARS = 20;

/** Which units have most to mend: as bars, and as a table whose figures lead to the records. */
export function CheckUnits({
  report,
  onChoose,
}: {
  readonly report: OpennessReport;
  readonly onChoose: (unitId: string, check: string | undefined) => void;
}) {
  const units = useMemo(() => [...report.byUnit].sort((a, b) => sumOf(b) - sumOf(a)), [report.byUnit]);
  const shown = units.slice(0, MOST_BARS);
  const bars = useMemo(() => unitChecksOption(shown), [shown]);
  return (
    <>
      <Chart
        label={`问题最多的 ${shown.length} 个单位的条形图，数据见下表`}
        option={bars}
        height={70 + shown.length * 24}
        onPick={(name) => {
          const unit = units.find((one) => one.name === name);
          if (unit) onChoose(unit.unitId, undefined);
        }}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="mc-scroll" tabIndex={0} aria-label="各单位问题数">
        <table className="mc-matrix">
          <caption className="mc-visually-hidden">各单位各项检查发现的问题数</caption>
          <thead>
            <tr>
              <th scope="col">单位</th>
              {CHECK_CODES.map((code) => (
                <th key={code} scope="col">
                  {CHECK_WORDS[code].name}
                </th>
              ))}
              <th scope="col">合计</th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr key={unit.unitId}>
                <th scope="row">{unit.name}</th>
                {CHECK_CODES.map((code) => (
                  <td key={code}>
                    <Count unit={unit} code={code} onChoose={onChoose} />
                  </td>
                ))}
                <td>{sumOf(unit)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

type UnitCounts = OpennessReport['byUnit'][number];

function Count({
  unit,
  code,
  onChoose,
}: {
  readonly unit: UnitCounts;
  readonly code: CheckCode;
  readonly onChoose: (unitId: string, check: string) => void;
}) {
  const count = unit.counts[code] ?? 0;
  if (count === 0) return <span className="mc-nothing">0</span>;
  return (
    <button
      type="button"
      className="mc-count-link"
      aria-label={`${unit.name}，${CHECK_WORDS[code].name}，${count} 项，查看`}
      onClick={() => onChoose(unit.unitId, code)}
    >
      {count}
    </button>
  );
}

function sumOf({ counts }: UnitCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
