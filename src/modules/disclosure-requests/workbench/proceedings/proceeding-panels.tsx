import { Alert } from 'antd';
import { Link } from 'react-router';
import { dayText, instantText, withDayTexts } from '../../../../workbench/components/day.ts';
import { FoldedList } from '../../../../workbench/components/folded-list.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import {
  CHALLENGED_LABELS,
  FAULT_LABELS,
  PROCEDURE_LABELS,
  PROCEEDING_KIND_LABELS,
} from '../../proceedings/proceeding-words.ts';
import type { ProceedingView } from '../../proceedings/proceedings.contract.ts';
import { Facts } from '../file/facts.tsx';

type Panel = { readonly view: ProceedingView };

export function FactsPanel({ view }: Panel) {
  const linked = view.earlier ? [view.earlier, ...view.later] : view.later;
  return (
    <Section title="案件">
      <Facts
        rows={[
          [
            '所涉及的申请',
            view.caseId ? (
              <Link key="case" to={`/disclosure-requests/${view.caseId}`}>
                {view.matter}
              </Link>
            ) : (
              view.matter
            ),
          ],
          ['被复议、被诉的答复', CHALLENGED_LABELS[view.challenged]],
          ['审理程序', view.kind === 'reconsideration' ? PROCEDURE_LABELS[view.procedure] : null],
          ['登记', `${dayText(view.registeredOn)}${view.isReportedInTime ? '' : '，超过报告时限'}`],
          ['听证、开庭', dayText(view.heardOn)],
          ['审结', dayText(view.closedOn)],
          ['决定、裁判要点', view.outcome],
          ['被纠正的原因', view.fault ? FAULT_LABELS[view.fault] : null],
          ['责令重新答复', anew(view)],
        ]}
      />
      {linked.length > 0 ? (
        <ul className="mc-plain-list">
          {linked.map((one) => (
            <li key={one.id}>
              {one === view.earlier ? '在前：' : '在后：'}
              {PROCEEDING_KIND_LABELS[one.kind]} <Link to={`/proceedings/${one.id}`}>{one.bodyNumber}</Link>（{one.body}
              ）
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}

function anew({ ordersAnew, reopenedAt, caseId }: ProceedingView): string | null {
  if (!ordersAnew) return null;
  if (reopenedAt) return `是，原申请已于 ${instantText(reopenedAt)} 重新办理`;
  return caseId ? '是，原申请还没有重新办理' : '是';
}

export function LessonsPanel({ view }: Panel) {
  if (view.closedOn === null) return null;
  return (
    <Section title="原因分析和整改">
      {view.lessons || view.rectifyWhat ? null : <p className="mc-muted">还没有登记原因分析和经验教训。</p>}
      <Facts
        rows={[
          ['经验教训', view.lessons],
          ['整改事项', view.rectifyWhat],
          ['整改期限', dayText(view.rectifyDueOn)],
          ['完成整改', view.rectifiedOn ? `${dayText(view.rectifiedOn)}：${view.rectifiedHow ?? ''}` : null],
        ]}
      />
    </Section>
  );
}

/** By which day, and why it is this day. */
export function AnswerTermPanel({ view }: Panel) {
  const { due } = view;
  return (
    <Section title="提交答复的期限">
      <p>
        <strong className="mc-due">{dayText(view.answerDueOn)}</strong> {answered(view)}
      </p>
      {due.awaitingYears.length > 0 && view.answeredOn === null ? (
        <Alert
          type="warning"
          showIcon
          className="mc-gap-below"
          title={`${due.awaitingYears.join('、')} 年放假安排尚未公布，这一天可能变动。`}
        />
      ) : null}
      <details className="mc-why">
        <summary>为什么是这一天</summary>
        <ol className="mc-why-steps">
          {due.sentences.map((sentence) => (
            <li key={sentence}>{withDayTexts(sentence)}</li>
          ))}
        </ol>
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
      </details>
    </Section>
  );
}

function answered({ answeredOn, isAnsweredOnTime }: ProceedingView): string {
  if (answeredOn === null) return '';
  return `${dayText(answeredOn)}提交${isAnsweredOnTime ? '' : '，已逾期'}`;
}

export function HistoryPanel({ view }: Panel) {
  return (
    <Section title="办理经过">
      <FoldedList items={view.history.toReversed()} shown={8} noun="条记录">
        {(items) => (
          <ol className="mc-list">
            {items.map((one) => (
              <li key={`${one.at} ${one.event} ${one.text}`}>
                {withDayTexts(one.text)}
                <div className="mc-muted mc-small">
                  {one.by} · {instantText(one.at)}
                </div>
              </li>
            ))}
          </ol>
        )}
      </FoldedList>
    </Section>
  );
}
