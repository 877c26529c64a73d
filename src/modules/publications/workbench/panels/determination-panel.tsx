import { Button, Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { dayText, instantText } from '../../../../workbench/components/day.ts';
import { DayInput } from '../../../../workbench/components/day-input.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { ATTRIBUTE_LABELS, ATTRIBUTES, type Attribute } from '../../publication-words.ts';
import type { DetermineInput, PublicationDetail } from '../../publications.contract.ts';
import type { LegalBasisList } from '../../register.contract.ts';
import { usePublicationAction } from '../content/use-publication.ts';
import { MANNER_LABELS, OCCASION_LABELS } from '../words/labels.ts';
import { placeElementId } from '../words/places.ts';
import { AttributeTag } from '../words/state-tags.tsx';

/** 公开属性 (REV-1): who determined what, why and on which article; kept back means looked at again (REV-4). */
export function DeterminationPanel({ detail }: { readonly detail: PublicationDetail }) {
  const [isOpen, setOpen] = useState(false);
  const { determination } = detail;
  const may = detail.allowed.determine === true;
  return (
    <Section title="公开属性" extra={<AttributeTag publication={detail} />}>
      <div id={placeElementId('determination')}>
        {determination ? (
          <dl className="mc-facts">
            <dt>依据</dt>
            <dd>{determination.legalBasisText}</dd>
            <dt>理由</dt>
            <dd>{determination.reason}</dd>
            {determination.audience ? (
              <>
                <dt>公开对象</dt>
                <dd>{determination.audience}</dd>
              </>
            ) : null}
            <dt>认定</dt>
            <dd>
              {determination.decidedBy?.name ?? '系统'} · {instantText(determination.decidedAt)} ·{' '}
              {OCCASION_LABELS[determination.occasion]}
            </dd>
            {determination.nextReviewOn ? (
              <>
                <dt>复核</dt>
                <dd>{dayText(determination.nextReviewOn)} 前重新认定</dd>
              </>
            ) : null}
          </dl>
        ) : (
          <p>还没有认定。公文拟制时就要明确公开属性，都要选定依据、说明理由。</p>
        )}
        {may ? (
          <Button type={determination ? 'default' : 'primary'} onClick={() => setOpen(true)}>
            {determination ? '重新认定' : '认定公开属性'}
          </Button>
        ) : typeof detail.allowed.determine === 'string' ? (
          <p className="mc-muted mc-small">{detail.allowed.determine}</p>
        ) : null}
      </div>
      {isOpen ? <DetermineDialog detail={detail} onClose={() => setOpen(false)} /> : null}
    </Section>
  );
}

function DetermineDialog({ detail, onClose }: { readonly detail: PublicationDetail; readonly onClose: () => void }) {
  const [form] = Form.useForm<DetermineInput>();
  const bases = useApi<z.infer<typeof LegalBasisList>>('/api/legal-bases');
  const attribute = Form.useWatch('attribute', form) as Attribute | undefined;
  const manner = Form.useWatch('manner', form);
  const determine = usePublicationAction<DetermineInput>(detail.id, 'POST', '/determinations', {
    done: '已认定公开属性。',
    onDone: onClose,
  });
  return (
    <Modal
      open
      width={640}
      title="认定公开属性"
      okText="认定"
      cancelText="取消"
      confirmLoading={determine.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {detail.reviews.some((review) => !review.voidAt) ? (
        <p className="mc-muted">重新认定后，已经作出的审核作废，需要重新审核。</p>
      ) : null}
      <Form<DetermineInput>
        form={form}
        layout="vertical"
        initialValues={{
          attribute: detail.determination?.attribute ?? 'proactive',
          manner: detail.determination?.manner ?? 'open',
          audience: detail.determination?.audience,
        }}
        onFinish={(values) => determine.mutate(values)}
        onValuesChange={(changed) => {
          if ('attribute' in changed) form.setFieldValue('legalBasis', undefined);
        }}
      >
        <Form.Item name="attribute" label="公开属性">
          <Radio.Group options={ATTRIBUTES.map((value) => ({ value, label: ATTRIBUTE_LABELS[value] }))} />
        </Form.Item>
        {attribute === 'proactive' ? (
          <Form.Item name="manner" label="公开方式" extra="只涉及少数人的，在社区、村居、单位内公开，不上网。">
            <Radio.Group
              options={(['open', 'targeted'] as const).map((value) => ({ value, label: MANNER_LABELS[value] }))}
            />
          </Form.Item>
        ) : null}
        {attribute === 'proactive' && manner === 'targeted' ? (
          <Form.Item name="audience" label="公开对象" rules={[{ required: true, message: '请填写公开对象。' }]}>
            <Input maxLength={500} placeholder="例如：滨湖社区全体居民" />
          </Form.Item>
        ) : null}
        <Form.Item name="legalBasis" label="依据" rules={[{ required: true, message: '请选择认定依据。' }]}>
          <Select
            placeholder="选择条款"
            loading={bases.isLoading}
            showSearch={{ optionFilterProp: 'label' }}
            options={(bases.data ?? [])
              .filter((basis) => !attribute || basis.attributes.includes(attribute))
              .map((basis) => ({ value: basis.code, label: basis.text }))}
          />
        </Form.Item>
        <Form.Item
          name="reason"
          label="理由"
          rules={[{ required: true, whitespace: true, min: 2, message: '请说明认定理由。' }]}
        >
          <Input.TextArea rows={3} maxLength={1000} showCount />
        </Form.Item>
        {attribute === 'proactive' ? null : (
          <Form.Item name="nextReviewOn" label="下次复核不晚于" extra="不填按规定的周期。">
            <DayInput />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
