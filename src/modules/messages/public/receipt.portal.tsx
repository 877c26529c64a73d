import { longDay, PageTitle } from '../../../portal/index.ts';
import type { CaseReceipt } from '../../cases/index.ts';

/**
 * The only time that the secret is shown.
 * @param received what has been received, in a sentence @param back where the person came from; absent: 互动交流
 */
export function ReceiptBody(props: {
  readonly receipt: CaseReceipt;
  readonly received: string;
  readonly back?: { readonly href: string; readonly label: string };
}) {
  const { receipt, received, back = { href: '/messages', label: '互动交流' } } = props;
  return (
    <>
      <PageTitle title="已经收到" lead={`${received}请记下编号和查询码，查看进度和答复时两者都要。`} />
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
          由<strong>{receipt.unit.name}</strong>办理
          {receipt.dueOn && (
            <>
              ，最迟 <strong>{longDay(receipt.dueOn)}</strong> 答复
            </>
          )}
          。{receipt.state === 'awaitingCheck' && '近来收到的较多，工作人员先核对再转办，答复期限仍从收到之日算起。'}
        </p>
        <form class="actions" method="post" action="/messages/look-up">
          <input type="hidden" name="number" value={receipt.number} />
          <input type="hidden" name="secret" value={receipt.secret} />
          <button class="button" type="submit">
            查看办理进度
          </button>
          <a href={back.href}>返回{back.label}</a>
        </form>
      </div>
    </>
  );
}
