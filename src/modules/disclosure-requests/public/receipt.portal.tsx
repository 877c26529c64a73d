import type { LocalDate } from '../../../kernel/local-date.ts';
import type { WorkdayCalendar } from '../../../kernel/workdays.ts';
import { longDay, PageTitle } from '../../../portal/index.ts';
import type { CaseReceipt } from '../../cases/index.ts';
import { GUIDE, LOOK_UP } from './paths.ts';

/** The agency calls within this many working days: a promise of the platform, the regulation sets no figure. */
const CALL_WITHIN = 1;

export function callUntil(calendar: Pick<WorkdayCalendar, 'addWorkdays'>, submittedOn: LocalDate): LocalDate {
  return calendar.addWorkdays(submittedOn, CALL_WITHIN);
}

/** The only time that the secret is shown. Nobody is told a day of answer: the term begins when both sides have confirmed the receipt (art 31). */
export function ReceiptBody(of: {
  readonly receipt: CaseReceipt;
  readonly submittedOn: LocalDate;
  readonly callBy: LocalDate;
}) {
  const { receipt, submittedOn, callBy } = of;
  return (
    <>
      <PageTitle
        title="申请已经提交"
        lead="您的政府信息公开申请已经登记。请记下编号和查询码，查看进度和告知书时两者都要。"
      />
      <div class="wrap">
        <dl class="receipt">
          <div>
            <dt>编号</dt>
            <dd>{receipt.number}</dd>
          </div>
          <div>
            <dt>查询码（只显示这一次）</dt>
            <dd>{receipt.secret}</dd>
          </div>
        </dl>
        {receipt.isMailed && <p>编号和查询码也已发到您填写的邮箱。</p>}
        <p>
          {longDay(submittedOn)}提交，由<strong>{receipt.unit.name}</strong>办理。
          {receipt.state === 'awaitingCheck' && '近来收到的较多，工作人员先核对再转办。'}
        </p>
        <p>
          请留意电话：办理机关将在 <strong>{longDay(callBy)}</strong>{' '}
          前与您联系，确认收到申请。双方确认之日为收到申请之日，答复期限自次日起算，不以提交的时间起算。
        </p>
        <p class="muted">需要留底的，可以用浏览器的打印功能打印本页。</p>
        <form class="actions" method="post" action={LOOK_UP}>
          <input type="hidden" name="number" value={receipt.number} />
          <input type="hidden" name="secret" value={receipt.secret} />
          <button class="button" type="submit">
            查看办理进度
          </button>
          <a href={GUIDE}>返回依申请公开</a>
        </form>
      </div>
    </>
  );
}
