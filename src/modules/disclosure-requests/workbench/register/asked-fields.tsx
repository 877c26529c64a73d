import { Form, Input, Select } from 'antd';
import { ReceivingUnitSelect } from '../../../cases/workbench/words/receiving-unit-select.tsx';
import { DELIVERY_WAY_LABELS, WANTED_FORM_LABELS, WANTED_FORMS, WANTED_WAYS } from '../../request-words.ts';

/** What the regulation asks of a request, and nothing more (art 29). */
export function AskedFields({ isOffice }: { readonly isOffice: boolean }) {
  return (
    <>
      {isOffice ? (
        <Form.Item name="unitId" label="向哪个机关申请" extra="不选的，先由主管部门受理再分派。">
          <ReceivingUnitSelect label="向哪个机关申请" />
        </Form.Item>
      ) : (
        <Form.Item name="unitId" hidden>
          <Input />
        </Form.Item>
      )}
      <Form.Item
        name="title"
        label="信息名称"
        rules={[{ required: true, whitespace: true, message: '请填写申请公开的信息名称。' }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="documentNumber" label="文号" extra="不知道的不用填。">
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item
        name="text"
        label="内容描述"
        extra="照申请书填写，便于查找的特征都写上。"
        rules={[{ required: true, whitespace: true, min: 4, message: '请填写内容描述，至少 4 个字。' }]}
      >
        <Input.TextArea rows={5} maxLength={10_000} showCount />
      </Form.Item>
      <div className="mc-form-row">
        <Form.Item name="wantedForm" label="希望得到的形式">
          <Select
            aria-label="希望得到的形式"
            popupMatchSelectWidth={false}
            options={WANTED_FORMS.map((value) => ({ value, label: WANTED_FORM_LABELS[value] }))}
          />
        </Form.Item>
        <Form.Item name="wantedWay" label="希望怎样得到">
          <Select
            aria-label="希望怎样得到"
            popupMatchSelectWidth={false}
            options={WANTED_WAYS.map((value) => ({ value, label: DELIVERY_WAY_LABELS[value] }))}
          />
        </Form.Item>
      </div>
    </>
  );
}
