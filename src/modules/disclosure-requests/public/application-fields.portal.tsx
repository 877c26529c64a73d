import type { Reason } from '../../../kernel/app-error.ts';
import type { UnitRef } from '../../../kernel/route.contract.ts';
import { Field, faultOf, type Given } from '../../messages/index.ts';
import {
  APPLICANT_CATEGORIES,
  CATEGORY_LABELS,
  DELIVERY_WAY_LABELS,
  WANTED_FORM_LABELS,
  WANTED_FORMS,
} from '../request-words.ts';
import { IDENTITY_KIND_LABELS, IDENTITY_KINDS, MOST, OFFERED_WAYS } from './application-form.ts';

interface Fields {
  readonly given: Given;
  readonly reasons: readonly Reason[];
}

type Shown = Omit<Parameters<typeof Field>[0], 'fault' | 'value'>;

function Asked({ given, reasons, ...field }: Fields & Shown) {
  return <Field {...field} fault={faultOf(reasons, field.id)} value={given[field.id] ?? ''} />;
}

/** Who asks (art 29 (1)): name, proof of identity, a way to reach him. */
export function ApplicantPart(of: Fields) {
  return (
    <fieldset>
      <legend>申请人</legend>
      <p class="ask-hint">法律要求填写。只有办理人员因办理需要才能查看，每次查看都有记录，不会公开。</p>
      <Asked
        {...of}
        id="category"
        label="申请人类别"
        required
        choices={APPLICANT_CATEGORIES.map((value) => ({
          value,
          label: value === 'natural' ? CATEGORY_LABELS[value] : `法人或者其他组织：${CATEGORY_LABELS[value]}`,
        }))}
      />
      <Asked {...of} id="applicant.name" label="姓名或者名称" required maxLength={MOST.name} autocomplete="name" />
      <Asked
        {...of}
        id="identityKind"
        label="证件种类"
        required
        choices={IDENTITY_KINDS.map((value) => ({ value, label: IDENTITY_KIND_LABELS[value] }))}
      />
      <Asked
        {...of}
        id="applicant.identityNumber"
        label="证件号码"
        required
        maxLength={MOST.identityNumber}
        autocomplete="off"
      />
      <Asked
        {...of}
        id="contactPerson"
        label="联系人"
        required={false}
        hint="法人或者其他组织必须填写，自然人不用填"
        maxLength={MOST.contactPerson}
      />
      <Asked
        {...of}
        id="applicant.phone"
        label="联系电话"
        required
        hint="办理机关要打这个电话与您确认收到申请"
        type="tel"
        maxLength={MOST.phone}
        autocomplete="tel"
      />
      <Asked
        {...of}
        id="applicant.email"
        label="电子邮箱"
        required={false}
        hint="填写后，编号和答复通知会发到邮箱"
        type="email"
        maxLength={MOST.email}
        autocomplete="email"
      />
      <Asked
        {...of}
        id="applicant.address"
        label="联系地址"
        required={false}
        hint="需要邮寄的必须填写"
        maxLength={MOST.address}
        autocomplete="street-address"
      />
    </fieldset>
  );
}

/** What is asked for (art 29 (2)): a name, a number or another description. A purpose is never asked. */
export function InformationPart({ units, ...of }: Fields & { readonly units: readonly UnitRef[] }) {
  return (
    <>
      <Asked
        {...of}
        id="unitId"
        label="向哪个机关申请"
        required={false}
        hint="制作或者保存该信息的机关；不清楚的不用选，由主管部门转到负责的机关"
        choices={units.map(({ id, name }) => ({ value: id, label: name }))}
        empty="不清楚，请帮我转到负责的机关"
      />
      <Asked
        {...of}
        id="title"
        label="信息的名称"
        required
        hint="例如：某某路道路改造工程施工许可证"
        maxLength={MOST.title}
      />
      <Asked
        {...of}
        id="documentNumber"
        label="文号"
        required={false}
        hint="知道的请填写，能更快找到"
        maxLength={MOST.documentNumber}
      />
      <Asked
        {...of}
        id="text"
        label="内容描述"
        required
        hint="写明时间、地点、事项等特征，便于查找。不用说明用途。"
        maxLength={MOST.text}
        isLong
      />
    </>
  );
}

/** In which form and by which way (art 29 (3)), and help for those who read, see or hear with difficulty (art 43). */
export function WantedPart(of: Fields) {
  return (
    <fieldset>
      <legend>怎样提供</legend>
      <Asked
        {...of}
        id="wantedForm"
        label="信息的形式"
        required
        choices={WANTED_FORMS.map((value) => ({ value, label: WANTED_FORM_LABELS[value] }))}
      />
      <Asked
        {...of}
        id="wantedWay"
        label="获取信息的方式"
        required
        hint="选择网上获取的，凭编号和查询码在本站查看告知书"
        choices={OFFERED_WAYS.map((value) => ({ value, label: DELIVERY_WAY_LABELS[value] }))}
      />
      <Asked
        {...of}
        id="needsHelp"
        label="需要的帮助"
        required={false}
        hint="阅读有困难或者有视听障碍的，写明需要什么帮助，例如大字、读给我听、手语"
        maxLength={MOST.needsHelp}
      />
    </fieldset>
  );
}

export function EvidenceField({ most, reasons }: { readonly most: number; readonly reasons: readonly Reason[] }) {
  const fault = faultOf(reasons, 'files');
  return (
    <p class={fault ? 'ask-field ask-wrong' : 'ask-field'}>
      <label for="files">
        身份证明和附件<span class="wanted">（选填）</span>
      </label>
      <span class="ask-hint" id="files-hint">
        {`身份证件、登记证书的照片或者扫描件，最多 ${most} 个，每个不超过 10 MB；图片、PDF、OFD、Word、Excel、文本文件。现在没有的，办理机关会与您联系核对。`}
      </span>
      {fault && (
        <span class="ask-error" id="files-fault">
          {fault}
        </span>
      )}
      <input
        id="files"
        name="files"
        type="file"
        multiple
        aria-describedby={fault ? 'files-hint files-fault' : 'files-hint'}
        accept=".jpg,.jpeg,.png,.pdf,.ofd,.docx,.xlsx,.txt"
      />
    </p>
  );
}
