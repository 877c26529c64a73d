import type { ComponentChildren } from 'preact';
import type { Reason } from '../../../kernel/app-error.ts';
import type { UnitRef } from '../../../kernel/route.contract.ts';
import { type CaseKindView, LONGEST_TEXT } from '../../cases/index.ts';
import type { AnsweredItem } from '../answered/answered.contract.ts';
import { answeredRoutes } from '../answered/answered.contract.ts';
import { ApplicantFields } from './applicant-fields.portal.tsx';
import { Field, faultOf, type Given, Problem } from './form-fields.portal.tsx';

/** Everything that a form of ours shows; `given` is what somebody typed already. */
export interface AskForm {
  readonly kind: CaseKindView;
  readonly action: string;
  readonly textLabel: string;
  readonly textHint: string;
  readonly given: Given;
  readonly reasons: readonly Reason[];
  /** Of the whole form, for example that it was sent too fast. */
  readonly problem: string | null;
  readonly token: string;
  /** Null: this kind goes where it belongs by itself. */
  readonly units: readonly UnitRef[] | null;
  /** What a business asks before everything else. */
  readonly before?: ComponentChildren;
  /** Null: not asked for. */
  readonly answered: readonly AnsweredItem[] | null;
}

export const PROOF_FIELD = 'proof';
/** Named like something that programs love to fill in. */
export const HONEYPOT_FIELD = 'homepage';

/** Works without JavaScript; what was typed stays, whatever is wrong. */
export function AskFormBody({ form }: { form: AskForm }) {
  const { kind, given, reasons } = form;
  const fault = (field: string) => faultOf(reasons, field);
  const unit = form.units && <UnitField units={form.units} given={given} fault={fault('unitId')} />;
  return (
    <form class="ask-form" method="post" action={form.action} enctype="multipart/form-data">
      <Problem problem={form.problem} reasons={reasons} />
      {form.before}
      {!form.before && unit}
      {kind.fields.map((field) => (
        <Field
          key={field.code}
          id={`fields.${field.code}`}
          label={field.label}
          required={field.required}
          hint={field.help}
          fault={fault(`fields.${field.code}`)}
          value={given[`fields.${field.code}`] ?? ''}
          maxLength={field.maxLength}
          choices={field.choices}
        />
      ))}
      {form.before && unit}
      {kind.title !== 'none' && (
        <Field
          id="title"
          label="标题"
          required={kind.title === 'required'}
          hint="用一句话说明，例如：外地户籍可以申请公租房吗"
          fault={fault('title')}
          value={given.title ?? ''}
          maxLength={100}
        />
      )}
      <Field
        id="text"
        label={form.textLabel}
        required
        hint={`${form.textHint}最多 ${LONGEST_TEXT} 个字。`}
        fault={fault('text')}
        value={given.text ?? ''}
        isLong
      />
      {form.answered ? (
        <AnsweredBefore items={form.answered} />
      ) : (
        kind.isSelectable && <div class="answered" role="status" data-answered={answeredRoutes.like.url} />
      )}
      {kind.isSelectable && (
        <p>
          <button class="button button-quiet" type="submit" name="act" value="answered" formnovalidate>
            先看看别人问过的
          </button>
        </p>
      )}
      <ApplicantFields kind={kind} given={given} reasons={reasons} />
      {kind.maxFiles > 0 && <FilesField most={kind.maxFiles} fault={fault('files')} />}
      {kind.isSelectable && (
        <label class="ask-check">
          <input type="checkbox" name="mayPublish" value="true" checked={given.mayPublish === 'true'} />
          <span>同意隐去姓名和联系方式后公开这个问题和答复，让有同样问题的人也能看到。</span>
        </label>
      )}
      <div class="ask-else" aria-hidden="true">
        <label for="homepage">请不要填写这一栏</label>
        <input id="homepage" name={HONEYPOT_FIELD} tabIndex={-1} autocomplete="off" />
      </div>
      <input type="hidden" name={PROOF_FIELD} value={form.token} />
      <p class="actions">
        <button class="button" type="submit" name="act" value="send">
          提交
        </button>
        <span class="ask-hint">提交后会得到编号和查询码，凭两者查看办理进度和答复。</span>
      </p>
    </form>
  );
}

function UnitField({ units, given, fault }: { units: readonly UnitRef[]; given: Given; fault: string | null }) {
  return (
    <Field
      id="unitId"
      label="请哪个单位答复"
      required={false}
      hint="不清楚的不用选，由主管部门转到负责的单位"
      fault={fault}
      value={given.unitId ?? ''}
      choices={units.map((unit) => ({ value: unit.id, label: unit.name }))}
      empty="不清楚，请帮我转到负责的单位"
    />
  );
}

function FilesField({ most, fault }: { most: number; fault: string | null }) {
  return (
    <p class={fault ? 'ask-field ask-wrong' : 'ask-field'}>
      <label for="files">
        附件<span class="wanted">（选填）</span>
      </label>
      <span class="ask-hint" id="files-hint">
        最多 {most} 个，每个不超过 10 MB；图片、PDF、OFD、Word、Excel、文本文件。附件只有办理人员能看到。
      </span>
      {fault && <span class="ask-error">{fault}</span>}
      <input
        id="files"
        name="files"
        type="file"
        multiple
        aria-describedby="files-hint"
        accept=".jpg,.jpeg,.png,.pdf,.ofd,.docx,.xlsx,.txt"
      />
    </p>
  );
}

/** What the button shows to those without scripts. */
function AnsweredBefore({ items }: { items: readonly AnsweredItem[] }): ComponentChildren {
  return (
    <section class="answered" aria-labelledby="answered">
      <h2 id="answered">{items.length > 0 ? '别人问过类似的问题' : '没有找到类似的问题'}</h2>
      {items.length === 0 && <p>还没有公开过类似的答复，请继续填写并提交。</p>}
      <ul>
        {items.map((item) => (
          <li key={item.number}>
            <a href={`/documents/${item.number}`} target="_blank" rel="noopener">
              {item.title}（新窗口）
            </a>
            <p class="muted">
              {item.unit} · {item.answeredOn}
            </p>
            <p>{item.excerpt}</p>
          </li>
        ))}
      </ul>
      {items.length > 0 && <p>没有解决您的问题？请继续填写并提交。</p>}
    </section>
  );
}
