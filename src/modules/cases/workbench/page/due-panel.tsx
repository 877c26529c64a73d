import { Alert } from 'antd';
import { dayText, instantText, withDayTexts } from '../../../../workbench/components/day.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import { WARNING_LABELS } from '../../case-words.ts';
import type { CaseView } from '../../cases.contract.ts';
import { urgencyText } from '../words/case-tags.tsx';

const STATES: Readonly<Record<CaseView['due']['state'], string>> = {
  running: '正在计时',
  paused: '暂停计时',
  stopped: '停止计时',
  answered: '已经答复',
};

/** A term that never had a day has not begun: nothing stopped it. */
function standsStill({ due, dueHistory }: CaseView): string {
  const began = dueHistory.some(({ to }) => to !== null);
  return due.state === 'stopped' && !began ? '尚未起算' : STATES[due.state];
}

/** By which day, and why it is this day: every step with its basis, every day of the count. */
export function DuePanel({ view }: { readonly view: CaseView }) {
  const { due } = view;
  return (
    <Section title="答复期限">
      <p>
        <strong className="mc-due">{due.on ? dayText(due.on) : standsStill(view)}</strong>{' '}
        {view.isOnTime === null ? due.on && urgencyText(view) : `${dayText(view.answeredOn)}答复`}
      </p>
      {due.awaitingYears.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          className="mc-gap-below"
          title={`${due.awaitingYears.join('、')} 年放假安排尚未公布，这一天可能变动。`}
        />
      ) : null}
      <details className="mc-why">
        <summary>{due.on ? '为什么是这一天' : '为什么没有到期日'}</summary>
        <ol className="mc-why-steps">
          {due.sentences.map((sentence) => (
            <li key={sentence}>{withDayTexts(sentence)}</li>
          ))}
        </ol>
        {due.days.length > 0 ? (
          <table className="mc-why-days">
            <caption>逐日计算</caption>
            <thead>
              <tr>
                <th scope="col">日期</th>
                <th scope="col">第几天</th>
                <th scope="col">说明</th>
              </tr>
            </thead>
            <tbody>
              {due.days.map((day) => (
                <tr key={day.date} className={day.number === null ? 'mc-muted' : ''}>
                  <td>{day.date}</td>
                  <td>{day.number ?? '—'}</td>
                  <td>{day.reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </details>
      {view.dueHistory.length > 0 ? (
        <details className="mc-why">
          <summary>期限变动（{view.dueHistory.length}）</summary>
          <ul className="mc-plain-list">
            {view.dueHistory.map((one) => (
              <li key={`${one.at} ${one.to}`}>
                {instantText(one.at)}：{one.from ? dayText(one.from) : '未计时'} → {one.to ? dayText(one.to) : '不计时'}
                ，{withDayTexts(one.why)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {view.warnings.length > 0 ? (
        <ul className="mc-plain-list mc-small">
          {view.warnings.map((one) => (
            <li key={`${one.stage} ${one.dueOn}`}>
              {instantText(one.at)} 提醒：{WARNING_LABELS[one.stage]}
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}
