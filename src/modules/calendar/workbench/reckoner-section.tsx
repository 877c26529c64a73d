import { InputNumber } from 'antd';
import { useState } from 'react';
import { useApi } from '../../../workbench/api/use-api.ts';
import { shortDayText, todayInShanghai } from '../../../workbench/components/day.ts';
import { DayInput } from '../../../workbench/components/day-input.tsx';
import { Loaded } from '../../../workbench/components/loaded.tsx';
import { Section } from '../../../workbench/components/section.tsx';
import type { Reckoning } from '../calendar.contract.ts';

/** Counts working days and shows each day, so that anybody can check a deadline by hand. */
export function ReckonerSection() {
  const [start, setStart] = useState<string | null>(todayInShanghai());
  const [count, setCount] = useState<number | null>(20);
  const told = useApi<Reckoning>(start && count ? '/api/calendar/workdays' : null, { start, count });
  return (
    <Section title="推算工作日">
      <div className="mc-toolbar">
        <span>自</span>
        <DayInput value={start} onChange={setStart} label="起算日" />
        <span>起第</span>
        <InputNumber aria-label="工作日数" min={-400} max={400} precision={0} value={count} onChange={setCount} />
        <span>个工作日（起算日不计入，负数为往前推）</span>
      </div>
      {start && count ? (
        <Loaded query={told} rows={2}>
          {(reckoning) => <Told reckoning={reckoning} />}
        </Loaded>
      ) : null}
    </Section>
  );
}

function Told({ reckoning }: { readonly reckoning: Reckoning }) {
  return (
    <>
      <p role="status">{reckoning.text}</p>
      <ol className="mc-reckoning" aria-label="逐日计算">
        {reckoning.days.map((day) => (
          <li key={day.date} className={`mc-cal-day-${day.reason}`}>
            <span>{shortDayText(day.date)}</span>
            <strong>{day.count === null ? (day.name ?? '周末') : `第 ${day.count} 天`}</strong>
          </li>
        ))}
      </ol>
    </>
  );
}
