import { Form, InputNumber } from 'antd';
import { todayInShanghai } from '../../../../workbench/components/day.ts';
import {
  APPLICANT_CATEGORIES,
  CATEGORY_LABELS,
  CONSULTED,
  CONSULTED_LABELS,
  CONTACT_TOPIC_LABELS,
  CONTACT_TOPICS,
} from '../../request-words.ts';
import type { RequestView } from '../../viewing/request-view.contract.ts';
import { FeeFields } from './fee-fields.tsx';
import { ChoiceField, DayField, LineField, OptionalWords, optionsOf, SelectField, WordsField } from './fields.tsx';
import type { Step } from './steps.ts';

/** What a dialog begins with. */
export function initialOf(view: RequestView, step: Step): Record<string, unknown> {
  const today = todayInShanghai();
  switch (step) {
    case 'confirmReceipt':
    case 'takeCorrection':
    case 'takeFee':
      return { on: today };
    case 'checkIdentity':
      return { category: view.category, evidence: view.identity?.evidence };
    case 'consult':
      return { whom: 'thirdParty' };
    case 'proposeExtension':
      return { workdays: 20 };
    case 'noticeFee':
      return { way: 'volume', earlierItems: view.earlierInMonth };
    case 'contact':
      return { topic: 'guidance' };
    case 'confer':
      return { heldOn: today };
    case 'sort':
      return { topic: view.topic, abuseReason: view.abuseReason };
    default:
      return {};
  }
}

export function StepFields({ view, step }: { readonly view: RequestView; readonly step: Step }) {
  const today = todayInShanghai();
  switch (step) {
    case 'confirmReceipt':
      return (
        <>
          <DayField name="on" label="确认日期" min={view.submittedOn} max={today} />
          <LineField name="how" label="怎样确认" extra="例如：电话确认。不要写电话号码。" most={200} />
        </>
      );
    case 'checkIdentity':
      return (
        <>
          <SelectField name="category" label="申请人类别" options={optionsOf(APPLICANT_CATEGORIES, CATEGORY_LABELS)} />
          <LineField name="evidence" label="核对了什么证明" extra="例如：居民身份证复印件。" most={200} />
        </>
      );
    case 'askCorrection':
      return (
        <>
          <WordsField name="text" label="需要补正的事项和理由（申请人看到）" least={10} rows={4} />
          <DayField name="until" label="补正期限" extra="到这一天为止，遇休息日顺延。" min={dayAfter(today)} />
        </>
      );
    case 'takeCorrection':
      return (
        <>
          <DayField name="on" label="收到补正的日期" max={today} />
          <WordsField name="text" label="申请人补正的内容" most={5000} rows={4} />
        </>
      );
    case 'takeFee':
      return <DayField name="on" label="缴费日期" max={today} />;
    case 'consult':
      return <ConsultFields today={today} />;
    case 'proposeExtension':
      return (
        <>
          <Form.Item
            name="workdays"
            label="延长的工作日数"
            rules={[{ required: true, message: '请填写延长的工作日数。' }]}
          >
            <InputNumber min={1} max={20} precision={0} />
          </Form.Item>
          <WordsField name="reason" label="延期的理由" least={4} />
        </>
      );
    case 'delay':
      return (
        <>
          <DayField name="until" label="延迟至" min={dayAfter(view.case.dueOn ?? today)} />
          <WordsField
            name="reason"
            label="理由"
            extra="申请人说明了什么理由，为什么认为合理，为什么不能按期答复。"
            least={10}
          />
        </>
      );
    case 'noticeFee':
      return <FeeFields view={view} />;
    case 'contact':
      return (
        <>
          <SelectField name="topic" label="事项" options={optionsOf(CONTACT_TOPICS, CONTACT_TOPIC_LABELS)} />
          <WordsField name="text" label="沟通内容" most={2000} />
        </>
      );
    case 'confer':
      return (
        <>
          <DayField name="heldOn" label="会商日期" max={today} />
          <LineField name="attendees" label="参加会商的单位和人员" most={500} />
          <OptionalWords name="legalAdviser" label="法律顾问" most={100} rows={1} />
          <WordsField name="opinion" label="会商意见" least={4} most={4000} rows={4} />
        </>
      );
    case 'sort':
      return (
        <>
          <OptionalWords
            name="topic"
            label="业务领域"
            extra="同一领域请用同样的名称，例如：教育、征地拆迁。"
            most={40}
            rows={1}
          />
          <OptionalWords
            name="abuseReason"
            label="疑似不当行使申请权的理由"
            extra="供研判参考，不会因此自动拒绝。"
            most={500}
          />
        </>
      );
    case 'reopen':
      return <WordsField name="reason" label="重新作出的理由" least={4} most={500} />;
    case 'stopWaiting':
      return null;
  }
}

function ConsultFields({ today }: { readonly today: string }) {
  return (
    <>
      <ChoiceField name="whom" label="征求谁的意见" options={optionsOf(CONSULTED, CONSULTED_LABELS)} />
      <LineField name="name" label="名称" most={100} />
      <WordsField name="asked" label="征求什么意见" least={4} />
      <DayField
        name="receivedOn"
        label="对方收到征求意见书的日期"
        extra="还不知道的先不填，期限暂从今天起算。"
        max={today}
        optional
      />
    </>
  );
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
