import { Button, Form, Input, Modal, Popconfirm } from 'antd';
import { useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { UnitSelect } from '../../../organisations/workbench/words/unit-select.tsx';
import { useUnits } from '../../../organisations/workbench/words/use-units.ts';
import type { IssuerCode } from '../../register.contract.ts';

const PATH = '/api/issuer-codes';
const PAGE_SIZE = 20;

/** Under which code which issuer writes: what the element check compares document numbers with. */
export function IssuerCodesPage() {
  const mayEdit = usePermissions().could('edit', 'reviewRule');
  const [adding, setAdding] = useState(false);
  const [text, setText] = useState('');
  const [page, setPage] = useState(1);
  const codes = useApi<readonly IssuerCode[]>(PATH);
  const units = useUnits().data?.items ?? [];
  const remove = useAction((code: IssuerCode) => call('POST', `${PATH}/remove`, code), {
    refreshes: [PATH],
    done: '已取消登记。',
  });
  if (codes.error) throw codes.error;
  const found = codes.data?.filter((row) => row.code.includes(text) || row.issuer.includes(text));
  const columns: readonly DataColumn<IssuerCode>[] = [
    { key: 'code', title: '代字', card: 'title', width: 180, render: (row) => row.code },
    { key: 'issuer', title: '发文机关', render: (row) => row.issuer },
    {
      key: 'unit',
      title: '可以发布的单位',
      render: (row) =>
        units.find((unit) => unit.id === row.unitId)?.shortName ?? <span className="mc-muted">仅核对字号</span>,
    },
    ...(mayEdit
      ? [
          {
            key: 'act',
            title: '操作',
            width: 110,
            render: (row: IssuerCode) => (
              <Popconfirm
                title={`取消登记“${row.code}”？`}
                description="以后不再用它核对发文字号，对应的单位也不能再以该机关名义发布；已经公开的信息不变。"
                okText="取消登记"
                cancelText="保留"
                onConfirm={() => remove.mutate(row)}
              >
                <Button size="small" aria-label={`取消登记${row.issuer}的代字“${row.code}”`}>
                  取消登记
                </Button>
              </Popconfirm>
            ),
          },
        ]
      : []),
  ];
  return (
    <div className="mc-page">
      <PageHeader
        title="发文机关代字"
        lead="登记哪个机关用哪个代字发文，例如“明府办规”对应区政府办公室。信息提交审查时，发文字号的代字与发文机关不符的会被指出；没有登记过的代字不核对。各单位只能以本单位名义发布；需要代其他机关（例如区政府、领导小组）发布的，在此登记该机关并选择单位，可以登记几个单位。政府办公室发布本级政府的文件不用登记。"
        actions={
          mayEdit ? (
            <Button type="primary" onClick={() => setAdding(true)}>
              登记代字
            </Button>
          ) : null
        }
      />
      <div className="mc-toolbar">
        <Input.Search
          aria-label="代字或发文机关"
          placeholder="代字或发文机关"
          allowClear
          className="mc-grow"
          onSearch={(value) => {
            setText(value.trim());
            setPage(1);
          }}
        />
      </div>
      <DataTable<IssuerCode>
        label="发文机关代字"
        columns={columns}
        rows={found?.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)}
        page={{ page, pageSize: PAGE_SIZE, total: found?.length ?? 0 }}
        onPage={setPage}
        rowKey={(row) => `${row.code} ${row.issuer} ${row.unitId}`}
        empty={
          text ? (
            <EmptyState what="没有符合条件的代字。" />
          ) : (
            <EmptyState what="还没有登记代字。" next="登记后，发文字号会自动核对。" />
          )
        }
      />
      {adding ? <AddDialog onClose={() => setAdding(false)} /> : null}
    </div>
  );
}

function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const [form] = Form.useForm<IssuerCode>();
  const add = useAction((input: IssuerCode) => call('POST', PATH, input), {
    refreshes: [PATH],
    done: '已登记。',
    onDone: onClose,
  });
  return (
    <Modal
      open
      title="登记发文机关代字"
      okText="登记"
      cancelText="取消"
      confirmLoading={add.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<IssuerCode>
        form={form}
        layout="vertical"
        onFinish={({ unitId, ...values }) => add.mutate({ ...values, unitId: unitId ?? null })}
      >
        <Form.Item
          name="code"
          label="代字"
          extra="发文字号中年份前面的字，例如“明府办规〔2026〕3号”的代字是“明府办规”。"
          rules={[
            { required: true, message: '请填写代字。' },
            { pattern: /^[一-龥]{1,12}$/, message: '代字应为 1 至 12 个汉字。' },
          ]}
        >
          <Input maxLength={12} />
        </Form.Item>
        <Form.Item
          name="issuer"
          label="发文机关"
          extra="与文件上的发文机关署名一致。"
          rules={[{ required: true, message: '请填写发文机关。' }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="unitId" label="对应单位（可不选）" extra="选中的单位可以登记、发布以该机关名义发的文件。">
          <UnitSelect label="对应单位" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
