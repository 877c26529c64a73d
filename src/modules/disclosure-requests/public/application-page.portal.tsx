import type { Reason } from '../../../kernel/app-error.ts';
import type { UnitRef } from '../../../kernel/route.contract.ts';
import { longDay, PageTitle } from '../../../portal/index.ts';
import { type Given, HONEYPOT_FIELD, PROOF_FIELD, Problem } from '../../messages/index.ts';
import { disclosureRequest } from '../requests/request.kind.ts';
import { alreadyPublicRoutes, type PublicItem } from './already-public.contract.ts';
import { ApplicantPart, EvidenceField, InformationPart, WantedPart } from './application-fields.portal.tsx';
import { APPLY, GUIDE, LOOK_UP } from './paths.ts';

/** Everything that the form shows; `given` is what somebody typed already. */
export interface ApplicationForm {
  readonly given: Given;
  readonly reasons: readonly Reason[];
  /** Of the whole form, for example that it was sent too fast. */
  readonly problem: string | null;
  readonly token: string;
  readonly units: readonly UnitRef[];
  /** Null: not looked for. */
  readonly found: readonly PublicItem[] | null;
}

/** Works without JavaScript; what was typed stays, whatever is wrong. */
export function ApplicationBody({ form }: { form: ApplicationForm }) {
  const { given, reasons, found } = form;
  return (
    <>
      <PageTitle title="申请公开政府信息" lead="不用登录，不用说明用途。" />
      <div class="wrap ask-grid">
        <form class="ask-form" method="post" action={APPLY} enctype="multipart/form-data">
          <Problem problem={form.problem} reasons={reasons} />
          <InformationPart given={given} reasons={reasons} units={form.units} />
          {found ? (
            <Found items={found} />
          ) : (
            <div
              class="answered"
              role="status"
              data-answered={alreadyPublicRoutes.like.url}
              data-heading="可能已经公开，不用申请"
            />
          )}
          <p>
            <button class="button button-quiet" type="submit" name="act" value="look" formnovalidate>
              先看看是否已经公开
            </button>
          </p>
          <ApplicantPart given={given} reasons={reasons} />
          <EvidenceField most={disclosureRequest.form.maxFiles} reasons={reasons} />
          <WantedPart given={given} reasons={reasons} />
          <div class="ask-else" aria-hidden="true">
            <label for="homepage">请不要填写这一栏</label>
            <input id="homepage" name={HONEYPOT_FIELD} tabIndex={-1} autocomplete="off" />
          </div>
          <input type="hidden" name={PROOF_FIELD} value={form.token} />
          <p class="actions">
            <button class="button" type="submit" name="act" value="send">
              提交申请
            </button>
            <span class="ask-hint">提交后会得到编号和查询码，凭两者查看办理进度和告知书。</span>
          </p>
        </form>
        <Beside />
      </div>
    </>
  );
}

function Beside() {
  return (
    <aside class="ask-side" aria-label="办理说明">
      <section>
        <h2>从哪天算起</h2>
        <p>网上申请以双方确认之日为收到之日。办理机关会打电话与您确认，答复期限从确认的次日起算。</p>
      </section>
      <section>
        <h2>多久答复</h2>
        <p>
          20 个工作日内，需要延长的最多再延长 20 个工作日并告知您。征求第三方意见的时间不计。详见
          <a href={GUIDE}>申请指引</a>。
        </p>
      </section>
      <section>
        <h2>请注意</h2>
        <ul>
          <li>咨询、投诉、举报、信访不是申请公开信息，请走各自的途径。</li>
          <li>内容描述里请不要写与查找无关的个人信息。</li>
        </ul>
      </section>
      <section>
        <h2>已经申请过</h2>
        <p>
          <a href={LOOK_UP}>查看办理进度和告知书</a>
        </p>
      </section>
    </aside>
  );
}

/** What the button shows to those without scripts. */
function Found({ items }: { items: readonly PublicItem[] }) {
  return (
    <section class="answered" aria-labelledby="found">
      <h2 id="found">{items.length > 0 ? '可能已经公开，不用申请' : '没有找到已经公开的信息'}</h2>
      {items.length === 0 && <p>请继续填写并提交申请。</p>}
      <ul>
        {items.map((item) => (
          <li key={item.number}>
            <a href={`/documents/${item.number}`} target="_blank" rel="noopener">
              {item.title}（新窗口）
            </a>
            <p class="muted">
              {item.unit} · {longDay(item.publishedOn)}
            </p>
            <p>{item.excerpt}</p>
          </li>
        ))}
      </ul>
      {items.length > 0 && <p>不是您要的？请继续填写并提交申请。</p>}
    </section>
  );
}
