import { Form, Modal } from 'antd';
import { todayInShanghai } from '../../../../workbench/components/day.ts';
import { CONSULTED_LABELS, OPINION_LABELS, OPINIONS, type Opinion } from '../../request-words.ts';
import type { RequestView } from '../../viewing/request-view.contract.ts';
import { markFields } from '../words/field-errors.ts';
import { useRequestAct } from '../words/use-request.ts';
import { ChoiceField, DayField, OptionalWords, optionsOf, WordsField } from './fields.tsx';

type Consultation = RequestView['consultations'][number];

/** What they said, or that they said nothing; an objection is weighed before anything is decided (regulation art 32). */
export function OpinionDialog(props: {
  readonly view: RequestView;
  readonly of: Consultation;
  readonly onClose: () => void;
}) {
  const { view, of } = props;
  const [form] = Form.useForm<Record<string, unknown>>();
  const opinion = Form.useWatch<Opinion | undefined>('opinion', form);
  const end = useRequestAct<Record<string, unknown>>(view.case.id, '/consultation-answers', {
    done: '已登记意见。',
    onDone: props.onClose,
    onProblem: (problem) => markFields(form, problem),
  });
  return (
    <Modal
      open
      title={`登记意见：${of.name}`}
      okText="登记"
      cancelText="取消"
      confirmLoading={end.isPending}
      onOk={form.submit}
      onCancel={props.onClose}
    >
      <Form
        form={form}
        name="opinion"
        layout="vertical"
        initialValues={{ on: todayInShanghai() }}
        onFinish={(values) => end.mutate({ ...values, version: view.case.version, consultationId: of.id })}
      >
        <ChoiceField
          name="opinion"
          label={`${CONSULTED_LABELS[of.whom]}意见`}
          options={optionsOf(OPINIONS, OPINION_LABELS)}
        />
        <DayField
          name="on"
          label={opinion === 'silent' ? '期限届满的日期' : '收到意见的日期'}
          min={of.sentOn}
          max={todayInShanghai()}
        />
        {opinion === 'objects' ? (
          <>
            <WordsField name="text" label="不同意公开的理由" most={2000} />
            <ChoiceField
              name="isReasonable"
              label="理由是否合理"
              extra="理由合理的不予公开；不公开可能对公共利益造成重大影响的，可以决定公开，并书面告知第三方。"
              options={[
                { value: true, label: '合理' },
                { value: false, label: '不合理' },
              ]}
            />
          </>
        ) : (
          <OptionalWords name="text" label="意见内容" most={2000} />
        )}
      </Form>
    </Modal>
  );
}
