import type { UnitRef } from '../../../kernel/route.contract.ts';
import { Fact, Facts, longDay } from '../../../portal/index.ts';
import { Field, type Given } from '../../messages/index.ts';
import { disclosureRequest } from '../requests/request.kind.ts';
import { MOST } from './application-form.ts';
import type { OwnFee, OwnRequest, OwnStage } from './own-request.ts';
import { LOOK_UP } from './paths.ts';

/** Number and secret travel in the form, never in an address. */
export function Access({ number, secret }: { readonly number: string; readonly secret: string }) {
  return (
    <>
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="secret" value={secret} />
    </>
  );
}

/** The one notice of what is unclear, and the form that answers it (art 30). */
export function CorrectionPart(of: {
  readonly own: OwnRequest;
  readonly secret: string;
  readonly correction: NonNullable<OwnRequest['correction']>;
  readonly given: Given;
}) {
  const { own, secret, correction, given } = of;
  return (
    <section aria-labelledby="correction">
      <h2 id="correction">请您补正</h2>
      <p>
        {correction.isOver
          ? `补正期限已于${longDay(correction.until)}届满。有正当理由的，请一并说明。`
          : `请在 ${longDay(correction.until)} 前补正。收到补正后，答复期限重新计算；无正当理由逾期不补正的，视为放弃申请。`}
      </p>
      <div class="said">{correction.text}</div>
      <form class="ask-form" method="post" action={`${LOOK_UP}/correction`} enctype="multipart/form-data">
        <Access number={own.view.number} secret={secret} />
        <Field
          id="text"
          label="补正内容"
          required
          hint="逐项写明补正的内容"
          fault={null}
          value={given.text ?? ''}
          maxLength={MOST.text}
          isLong
        />
        <p class="ask-field">
          <label for="files">
            附件<span class="wanted">（选填）</span>
          </label>
          <span class="ask-hint" id="files-hint">
            最多 {disclosureRequest.form.maxFiles} 个，每个不超过 10 MB；图片、PDF、OFD、Word、Excel、文本文件。
          </span>
          <input
            id="files"
            name="files"
            type="file"
            multiple
            aria-describedby="files-hint"
            accept=".jpg,.jpeg,.png,.pdf,.ofd,.docx,.xlsx,.txt"
          />
        </p>
        <p class="actions">
          <button class="button" type="submit">
            提交补正
          </button>
        </p>
      </form>
    </section>
  );
}

/** How much, why, until when, and what follows (国办函〔2020〕109号). */
export function FeePart(of: { readonly fee: OwnFee; readonly stage: OwnStage; readonly unit: UnitRef }) {
  const { fee, stage, unit } = of;
  return (
    <section aria-labelledby="fee">
      <h2 id="fee">信息处理费</h2>
      <Facts>
        <Fact name="金额">{fee.amount} 元</Fact>
        <Fact name="通知日期">{longDay(fee.noticedOn)}</Fact>
        <Fact name="缴费期限">{fee.paidOn === null && longDay(fee.until)}</Fact>
        <Fact name="缴费日期">{fee.paidOn && longDay(fee.paidOn)}</Fact>
      </Facts>
      <p>计算过程：</p>
      <ol class="own-steps">
        {fee.explanation.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {stage === 'fee' && (
        <p>
          缴费方式见收费通知书，也可以向
          <a href={`/openness/${unit.code}`}>{unit.name}</a>
          的信息公开工作机构询问。按期缴费的，答复期限自缴费次日起重新计算；逾期未缴的，不再处理该申请。
        </p>
      )}
    </section>
  );
}

/** Closed until somebody opens it, confirmed before it is sent: nobody withdraws by a slip. */
export function WithdrawalPart(of: { readonly own: OwnRequest; readonly secret: string; readonly given: Given }) {
  const { own, secret, given } = of;
  return (
    <details class="own-withdraw" open={given.reason !== undefined}>
      <summary>撤回申请</summary>
      <form class="ask-form" method="post" action={`${LOOK_UP}/withdrawal`}>
        <Access number={own.view.number} secret={secret} />
        <p>撤回后不再答复这件申请，以后可以重新申请。办理机关核对后将告知您处理结果。</p>
        <Field
          id="reason"
          label="撤回的原因"
          required={false}
          fault={null}
          value={given.reason ?? ''}
          maxLength={500}
        />
        <label class="ask-check">
          <input type="checkbox" name="confirmed" value="true" required />
          <span>确认撤回</span>
        </label>
        <p class="actions">
          <button class="button button-quiet" type="submit">
            提交撤回
          </button>
        </p>
      </form>
    </details>
  );
}
