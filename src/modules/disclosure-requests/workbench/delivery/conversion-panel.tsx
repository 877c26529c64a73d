import { Button, Form, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Section } from '../../../../workbench/components/section.tsx';
import { type Tone, ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { DecideConversionInput } from '../../conversion/conversion.contract.ts';
import { CONVERSION_LABELS, type ConversionState } from '../../request-words.ts';
import type { RequestView } from '../../viewing/request-view.contract.ts';
import { WordsField } from '../acts/fields.tsx';
import { useRequestAct } from '../words/use-request.ts';

type Conversion = RequestView['conversions'][number];

const TONES: Readonly<Record<ConversionState, Tone>> = {
  pending: 'orange',
  toPublish: 'blue',
  published: 'green',
  notEligible: 'grey',
};

/** What was supplied to one is examined for everybody (FOI-9, regulation art 44). */
export function ConversionPanel({ view }: { readonly view: RequestView }) {
  const [refused, setRefused] = useState<Conversion>();
  const decide = useRequestAct<DecideConversionInput>(view.case.id, '/conversions', {
    done: (_view, { decision }) => (decision === 'toPublish' ? '已起草，请按信息公开的环节审核发布。' : '已登记。'),
    onDone: () => setRefused(undefined),
  });
  if (view.conversions.length === 0) return null;
  const may = view.case.allowed.deliver === true;
  return (
    <Section title="转化研判">
      <p className="mc-muted">依申请提供的信息，逐条研判能否转为主动公开。</p>
      <ul className="mc-list">
        {view.conversions.map((one) => (
          <li key={one.id}>
            <div className="mc-list-line">
              <strong className="mc-list-main">{one.name}</strong>
              <ToneTag tone={TONES[one.state]}>{CONVERSION_LABELS[one.state]}</ToneTag>
            </div>
            {one.reason ? <div className="mc-small">{one.reason}</div> : null}
            <ConversionLinks of={one} />
            {one.state === 'pending' && may ? (
              <div className="mc-actions">
                <Button
                  aria-label={`转为主动公开：${one.name}`}
                  loading={decide.isPending}
                  onClick={() => decide.mutate({ conversionId: one.id, version: one.version, decision: 'toPublish' })}
                >
                  转为主动公开
                </Button>
                <Button aria-label={`不宜主动公开：${one.name}`} onClick={() => setRefused(one)}>
                  不宜主动公开
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {refused ? (
        <ReasonDialog
          name={refused.name}
          isBusy={decide.isPending}
          onReason={(reason) =>
            decide.mutate({ conversionId: refused.id, version: refused.version, decision: 'notEligible', reason })
          }
          onClose={() => setRefused(undefined)}
        />
      ) : null}
    </Section>
  );
}

function ConversionLinks({ of }: { readonly of: Conversion }) {
  if (of.publicNumber !== null)
    return (
      <a href={`/documents/${of.publicNumber}`} target="_blank" rel="noreferrer">
        公开页面（编号 {of.publicNumber}）
      </a>
    );
  return of.publicationId ? <Link to={`/publications/${of.publicationId}`}>查看公开草稿和审核进度</Link> : null;
}

function ReasonDialog(props: {
  readonly name: string;
  readonly isBusy: boolean;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
}) {
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <Modal
      open
      title={`不宜主动公开：${props.name}`}
      okText="登记"
      cancelText="取消"
      confirmLoading={props.isBusy}
      onOk={form.submit}
      onCancel={props.onClose}
    >
      <Form form={form} name="conversion" layout="vertical" onFinish={({ reason }) => props.onReason(reason)}>
        <WordsField name="reason" label="不宜主动公开的理由" least={4} most={500} />
      </Form>
    </Modal>
  );
}
