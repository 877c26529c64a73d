import { Alert } from 'antd';
import { dayText, withDayTexts } from '../../../../workbench/components/day.ts';
import type { DueExplanation } from '../../tasks/tasks.contract.ts';

/** Why a task is due on its day, step by step, with the basis and every day counted. */
export function DueSteps({ due, dueOn }: { readonly due: DueExplanation; readonly dueOn: string | null }) {
  return (
    <>
      <p className="mc-due-day">{dueOn ? dayText(dueOn) : '没有固定到期日'}</p>
      {due.provisional ? (
        <Alert
          className="mc-gap-below"
          type="warning"
          showIcon
          title="暂定：所涉年份的放假安排尚未公布，按周末暂算，通知导入后自动重算。"
        />
      ) : null}
      <ol className="mc-steps">
        {due.steps.map((step) => (
          <li key={step}>{withDayTexts(step)}</li>
        ))}
      </ol>
      {due.milestones.length > 1 ? (
        <>
          <h3>各时间节点</h3>
          <ul>
            {due.milestones.map((milestone) => (
              <li key={`${milestone.label}${milestone.dueOn}`}>
                {milestone.label}
                {milestone.dueOn ? `：${dayText(milestone.dueOn)}` : ''}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p className="mc-muted mc-small">依据：{due.basis}</p>
      {due.days?.length ? (
        <details>
          <summary>逐日计算（{due.days.length} 天）</summary>
          <table className="mc-plain-table">
            <thead>
              <tr>
                <th scope="col">日期</th>
                <th scope="col">是否计入</th>
                <th scope="col">原因</th>
              </tr>
            </thead>
            <tbody>
              {due.days.map((day) => (
                <tr key={day.date}>
                  <td className="mc-number">{dayText(day.date)}</td>
                  <td>{day.counted ? '计入' : '不计'}</td>
                  <td>{day.reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      ) : null}
    </>
  );
}
