import type { YearView } from '../calendar.contract.ts';

type Day = YearView['days'][number];
const WEEK = ['一', '二', '三', '四', '五', '六', '日'] as const;

/** Twelve months; days off and made-up working days are told by colour, mark and, for screen readers, words. */
export function YearGrid({ days }: { readonly days: readonly Day[] }) {
  const months = Array.from({ length: 12 }, (_, i) => days.filter((day) => Number(day.date.slice(5, 7)) === i + 1));
  return (
    <>
      <ul className="mc-cal-legend" aria-label="图例">
        <li>
          <span className="mc-cal-day mc-cal-day-holiday">休</span> 放假
        </li>
        <li>
          <span className="mc-cal-day mc-cal-day-makeUp">班</span> 调休上班
        </li>
        <li>
          <span className="mc-cal-day mc-cal-day-weekend">6</span> 周末
        </li>
        <li>
          <span className="mc-cal-day">1</span> 工作日
        </li>
      </ul>
      <div className="mc-cal-year">
        {months.map((month, i) => (
          <Month key={month[0]?.date ?? i} number={i + 1} days={month} />
        ))}
      </div>
    </>
  );
}

function Month({ number, days }: { readonly number: number; readonly days: readonly Day[] }) {
  const named = days.filter((day) => day.name !== null);
  return (
    <section className="mc-cal-month" aria-label={`${number}月`}>
      <h2>{number}月</h2>
      <table>
        <thead>
          <tr>
            {WEEK.map((day) => (
              <th key={day} scope="col">
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(days).map((week) => (
            <tr key={week.find((day) => day !== null)?.date}>
              {week.map((day, at) => (
                <td key={day?.date ?? `empty-${WEEK[at]}`}>{day ? <DayCell day={day} /> : null}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mc-cal-names">{namesOf(named)}</p>
    </section>
  );
}

function DayCell({ day }: { readonly day: Day }) {
  const words = { weekday: '', weekend: '', holiday: `${day.name}放假`, makeUp: `${day.name}调休上班` }[day.reason];
  const isMarked = day.reason === 'holiday' || day.reason === 'makeUp';
  return (
    <span className={`mc-cal-day mc-cal-day-${day.reason}`} title={words || undefined}>
      {Number(day.date.slice(8))}
      {isMarked ? <span aria-hidden="true">{day.work ? '班' : '休'}</span> : null}
      {words ? <span className="mc-visually-hidden">{words}</span> : null}
    </span>
  );
}

/** Weeks begin on Monday; the first and last are filled with nothing. */
function weeksOf(days: readonly Day[]): (Day | null)[][] {
  const first = days[0] ? (new Date(`${days[0].date}T00:00:00Z`).getUTCDay() + 6) % 7 : 0;
  const cells: (Day | null)[] = [...Array<null>(first).fill(null), ...days];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, i) => cells.slice(i * 7, i * 7 + 7));
}

/** 春节 15–23日放假；14日、28日上班 */
function namesOf(days: readonly Day[]): string {
  const names = [...new Set(days.map((day) => day.name))];
  return names
    .map((name) => {
      const of = days.filter((day) => day.name === name);
      const off = spans(of.filter((day) => !day.work));
      const work = spans(of.filter((day) => day.work));
      return `${name}${off ? ` ${off}放假` : ''}${work ? `${off ? '，' : ' '}${work}上班` : ''}`;
    })
    .join('；');
}

function spans(days: readonly Day[]): string {
  const numbers = days.map((day) => Number(day.date.slice(8)));
  const spans: [number, number][] = [];
  for (const number of numbers) {
    const last = spans.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else spans.push([number, number]);
  }
  return spans.map(([from, to]) => (from === to ? `${from}日` : `${from}–${to}日`)).join('、');
}
