import { Alert, Button, Form, Modal, Radio, Space, Switch } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { call } from '../../../workbench/api/client.ts';
import { usePermissions } from '../../../workbench/api/session.ts';
import { useAction, useApi } from '../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../workbench/components/data-table.tsx';
import { EmptyState } from '../../../workbench/components/empty-state.tsx';
import { ToneTag } from '../../../workbench/components/tone-tag.tsx';
import { useFilters } from '../../../workbench/components/use-filters.ts';
import type { DocumentStanding } from '../questions/questions.contract.ts';

const PAGE_SIZE = 20;
interface Standings {
  readonly items: readonly DocumentStanding[];
  readonly total: number;
  readonly trigger: number;
  readonly dueCount: number;
}

/** Documents that people ask about again and again, most urgent first (ITP-7). */
export function QuestionsPanel({ year }: { readonly year: number }) {
  const { values, set } = useFilters();
  const permissions = usePermissions();
  const [answered, setAnswered] = useState<DocumentStanding>();
  const mayDraft = ({ unit }: DocumentStanding) =>
    permissions.may('create', { kind: 'publication', state: 'none', unitIds: [unit.id] });
  const page = Number(values.page ?? 1);
  const standings = useApi<Standings>('/api/interpretation-questions', {
    year,
    due: values.due,
    page,
    pageSize: PAGE_SIZE,
  });
  if (standings.error) throw standings.error;
  const { data } = standings;
  return (
    <>
      {data && data.dueCount > 0 ? (
        <Alert
          className="mc-gap-below"
          type="warning"
          showIcon
          title={`${data.dueCount} 份文件的集中咨询达到 ${data.trigger} 人次，还没有再解读`}
          description="请起草单位再解读一次；发布后在这里登记解读回应了哪些问题。"
        />
      ) : null}
      <p className="mc-row-links">
        <Space>
          <Switch
            aria-label="只看待再解读"
            checked={values.due === 'true'}
            onChange={(on) => set({ due: on ? 'true' : undefined })}
          />
          只看待再解读
        </Space>
        <Link to={`/interpretation-registers?view=question&year=${year}`}>查看、登记问题清单</Link>
      </p>
      <DataTable<DocumentStanding>
        label="集中咨询的文件"
        columns={columns(setAnswered, mayDraft)}
        rows={data?.items}
        rowKey={(row) => String(row.number)}
        page={{ page, pageSize: PAGE_SIZE, total: data?.total ?? 0 }}
        onPage={(next) => set({ page: String(next) })}
        empty={<EmptyState what="没有登记集中咨询的问题。" next="各单位在“解读台账”的问题清单里登记。" />}
      />
      {answered ? <AnswerDialog standing={answered} onClose={() => setAnswered(undefined)} /> : null}
    </>
  );
}

function columns(
  answer: (row: DocumentStanding) => void,
  mayDraft: (row: DocumentStanding) => boolean,
): readonly DataColumn<DocumentStanding>[] {
  return [
    {
      key: 'title',
      title: '文件',
      card: 'title',
      render: (row) => (
        <>
          <a href={`/documents/${row.number}`}>{row.title}</a>
          {row.open.slice(0, 3).map((question) => (
            <div key={question.id} className="mc-muted mc-small">
              {question.question}（{question.times} 人次）
            </div>
          ))}
        </>
      ),
    },
    { key: 'unit', title: '单位', width: 120, render: (row) => row.unit.shortName },
    {
      key: 'times',
      title: '咨询人次',
      width: 130,
      render: (row) => `${row.times}（未回应 ${row.openTimes}）`,
    },
    { key: 'state', title: '状态', width: 200, render: (row) => <State row={row} /> },
    {
      key: 'act',
      title: '操作',
      width: 130,
      render: (row) =>
        row.openTimes === 0 ? null : (
          <span className="mc-row-links">
            {row.publicationId && mayDraft(row) ? (
              <Link to={`/publications/new?partnerOf=${row.publicationId}`}>起草再解读</Link>
            ) : null}
            {row.canAnswer ? (
              <Button size="small" onClick={() => answer(row)}>
                登记再解读
              </Button>
            ) : null}
          </span>
        ),
    },
  ];
}

function State({ row }: { readonly row: DocumentStanding }) {
  return (
    <>
      {row.isDue ? <ToneTag tone="red">待再解读</ToneTag> : null}
      {row.followedUp ? <ToneTag tone="green">已再解读</ToneTag> : null}
      {row.triggeredOn ? (
        <div className="mc-small mc-muted">{row.triggeredOn} 达到触发次数</div>
      ) : (
        <ToneTag>未达触发次数</ToneTag>
      )}
      {row.answeredBy.map((one) => (
        <div key={one.number} className="mc-small">
          <a href={`/documents/${one.number}`}>{one.title}</a>
        </div>
      ))}
    </>
  );
}

function AnswerDialog({ standing, onClose }: { readonly standing: DocumentStanding; readonly onClose: () => void }) {
  const [form] = Form.useForm<{ interpretation: number }>();
  const answer = useAction(
    (input: { interpretation: number }) =>
      call<{ answered: number }>('POST', '/api/interpretation-questions/answers', {
        document: standing.number,
        interpretation: input.interpretation,
      }),
    {
      refreshes: ['/api/interpretation-questions', '/api/interpretation-figures', '/api/interpretation-records'],
      done: ({ answered }) =>
        answered > 0 ? `已登记，回应 ${answered} 条问题。` : '这次解读发布以前没有未回应的问题。',
      onDone: onClose,
    },
  );
  const hasNone = standing.followUps.length === 0;
  return (
    <Modal
      open
      title={`登记再解读：${standing.title}`}
      okText="登记"
      cancelText="取消"
      confirmLoading={answer.isPending}
      okButtonProps={{ disabled: hasNone }}
      onOk={form.submit}
      onCancel={onClose}
    >
      {hasNone ? (
        <p>这份文件还没有已公开的再解读。请先起草“政策解读”，解读阶段选“实施后再解读”，“解读的文件”选这份文件。</p>
      ) : (
        <Form form={form} layout="vertical" onFinish={(values) => answer.mutate(values)}>
          <p>解读发布当日以前登记、还没有回应的问题，记为由它回应。</p>
          <Form.Item name="interpretation" label="再解读" rules={[{ required: true, message: '请选择再解读。' }]}>
            <Radio.Group
              options={standing.followUps.map((one) => ({ value: one.number, label: `${one.title}（${one.note}）` }))}
            />
          </Form.Item>
        </Form>
      )}
    </Modal>
  );
}
