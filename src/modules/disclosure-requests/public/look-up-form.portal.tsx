import { PageTitle } from '../../../portal/index.ts';
import { Field } from '../../messages/index.ts';
import { LOOK_UP } from './paths.ts';

export function LookUpFormBody({ problem, number }: { readonly problem: string | null; readonly number: string }) {
  return (
    <>
      <PageTitle title="查看申请办理进度" lead="填写提交申请时得到的编号和查询码，两者都对才能看到。" />
      <div class="wrap ask-grid">
        <form class="ask-form" method="post" action={LOOK_UP}>
          {problem !== null && (
            <div class="ask-problem" role="alert" tabIndex={-1}>
              <p>{problem}</p>
            </div>
          )}
          <Field
            id="number"
            label="编号"
            required
            hint="YS 开头"
            fault={null}
            value={number}
            maxLength={40}
            autocomplete="off"
          />
          <Field
            id="secret"
            label="查询码"
            required
            hint="8 位，不区分大小写"
            fault={null}
            value=""
            maxLength={40}
            autocomplete="off"
          />
          <p class="actions">
            <button class="button" type="submit">
              查看
            </button>
          </p>
        </form>
        <aside class="ask-side" aria-label="说明">
          <section>
            <h2>忘了编号或查询码</h2>
            <p>查询码不保存在系统里，工作人员也查不到。留了邮箱的，请查看收件箱；否则请联系办理机关了解进度。</p>
          </section>
          <section>
            <h2>当面、邮寄、传真提交的</h2>
            <p>编号和查询码在登记回执上。</p>
          </section>
        </aside>
      </div>
    </>
  );
}
