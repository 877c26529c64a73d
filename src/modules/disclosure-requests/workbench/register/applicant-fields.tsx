import { Form, Input, Select } from 'antd';
import { APPLICANT_CATEGORIES, type ApplicantCategory, CATEGORY_LABELS, type WantedWay } from '../../request-words.ts';

/** Kept sealed; the category alone is seen, since the annual report counts by it. */
export function ApplicantFields() {
  const form = Form.useFormInstance();
  const category = Form.useWatch<ApplicantCategory | undefined>('category', form) ?? 'natural';
  const isNatural = category === 'natural';
  const way = Form.useWatch<WantedWay | undefined>('wantedWay', form);
  return (
    <>
      <Form.Item name="category" label="申请人类别" extra="年度报告按这一类别统计。">
        <Select
          aria-label="申请人类别"
          options={APPLICANT_CATEGORIES.map((value) => ({ value, label: CATEGORY_LABELS[value] }))}
        />
      </Form.Item>
      <div className="mc-form-row">
        <Line name="name" label={isNatural ? '姓名' : '单位名称'} most={60} required />
        <Line name="identityNumber" label={isNatural ? '证件号码' : '统一社会信用代码'} most={30} required />
      </div>
      {isNatural ? null : (
        <Form.Item name="contactPerson" label="联系人">
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
      )}
      <div className="mc-form-row">
        <Line name="phone" label="联系电话" most={30} required />
        <Line name="email" label="电子邮箱" most={120} required={way === 'email'} />
      </div>
      <Line name="address" label="联系地址" most={200} required={way === 'mail'} />
      <Form.Item name="needsHelp" label="需要的帮助" extra="申请人有阅读、视听困难的，请写明需要怎样的帮助。">
        <Input maxLength={200} />
      </Form.Item>
    </>
  );
}

function Line(props: {
  readonly name: string;
  readonly label: string;
  readonly most: number;
  readonly required?: boolean;
}) {
  const { name, label, most, required = false } = props;
  return (
    <Form.Item
      name={['applicant', name]}
      label={label}
      className="mc-grow"
      rules={[{ required, whitespace: true, message: `请填写${label}。` }]}
    >
      <Input maxLength={most} autoComplete="off" />
    </Form.Item>
  );
}
