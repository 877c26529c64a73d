import type { Reason } from '../../../kernel/app-error.ts';
import { PageTitle } from '../../../portal/index.ts';
import type { CaseKindView } from '../../cases/index.ts';
import { AskFormBody, Field, faultOf, type Given } from '../../messages/index.ts';

interface ComplainForm {
  readonly kind: CaseKindView;
  readonly action: string;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  /** Value of the choice of those who do not know the unit. */
  readonly unknown: string;
  /** Who handles it; null before there is an office. */
  readonly office: string | null;
  readonly given: Given;
  readonly reasons: readonly Reason[];
  readonly problem: string | null;
  readonly token: string;
}

export function ComplainBody(form: ComplainForm) {
  const { kind, given, reasons, units, unknown } = form;
  return (
    <>
      <PageTitle
        title={kind.label}
        lead="认为机关在政府信息公开工作中侵犯了您的合法权益，可以向政府信息公开工作主管部门投诉、举报。不用登录。"
      />
      <div class="wrap ask-grid">
        <div>
          <AskFormBody
            form={{
              kind,
              action: form.action,
              textLabel: '事情的经过和您的诉求',
              textHint: '写明时间、哪个机关、哪件信息或者哪次申请、怎样侵犯了您的权益。',
              given,
              reasons,
              problem: form.problem,
              token: form.token,
              units: null,
              answered: null,
              before: (
                <Field
                  id="againstUnitId"
                  label="被投诉举报的单位"
                  required
                  hint="该单位看不到您的投诉举报，也不知道是谁提出的"
                  fault={faultOf(reasons, 'againstUnitId')}
                  value={given.againstUnitId ?? ''}
                  choices={[
                    ...units.map(({ id, name }) => ({ value: id, label: name })),
                    { value: unknown, label: '不清楚是哪个单位' },
                  ]}
                />
              ),
            }}
          />
        </div>
        <Terms kind={kind} office={form.office} />
      </div>
    </>
  );
}

function Terms({ kind, office }: { readonly kind: CaseKindView; readonly office: string | null }) {
  return (
    <aside class="ask-side" aria-label="办理说明">
      <section>
        <h2>谁来办理</h2>
        <p>
          由{office ?? '本级政府信息公开工作主管部门'}核查，不转给被投诉举报的单位。需要了解情况时，不告诉它是谁提出的。
        </p>
        <p>反映主管部门自己的，请向上一级政府信息公开工作主管部门提出。</p>
      </section>
      <section>
        <h2>多久告知结论</h2>
        <p>
          自收到的次日起，{kind.term}
          内告知核查结论：属实、部分属实或者不属实，以及怎样处理。法律没有规定这一期限，由本级政府确定。
        </p>
      </section>
      <section>
        <h2>请注意</h2>
        <ul>
          <li>可以不留姓名和联系方式，凭编号和查询码看结论。</li>
          <li>投诉举报不影响您申请行政复议、提起行政诉讼，也不改变它们的期限。</li>
          <li>正文里请不要写身份证号、银行卡号等信息。</li>
        </ul>
      </section>
      <section>
        <h2>已经提交过</h2>
        <p>
          <a href="/messages/look-up">查看办理进度和结论</a>
        </p>
      </section>
    </aside>
  );
}
