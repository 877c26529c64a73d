import { useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { IntakeFolder } from '../../intake/intake.contract.ts';

type Row = IntakeFolder['folders'][number];

export function FolderPanel() {
  const folder = useApi<IntakeFolder>('/api/exchange/intake/folder');
  if (folder.error) throw folder.error;
  return (
    <>
      <Section title="怎样使用">
        <p>
          办公系统不便调用接口时，可以把公文放进服务器上的文件夹，系统每分钟取一次。文件夹位置：
          <code>{folder.data?.path ?? '…'}</code>，其下每个单位一个文件夹，以单位代码命名，例如 <code>jiaoyu</code>
          ，由系统管理员建立并设置写入权限。
        </p>
        <ul>
          <li>放入 DOCX、TXT、HTML、PDF 或 OFD 文件，一份公文一个文件，不超过 200 MB。</li>
          <li>
            可以另放一个同名的说明文件（如“入学通知.docx”配“入学通知.json”），写明编号、标题、发文字号等；请先放公文、后放说明。
          </li>
          <li>没有说明文件的，以文件名为编号，标题和要素从正文首部读出，由联络员核对。</li>
          <li>
            收下的公文从文件夹中删除，<code>done</code> 中留一份回执；没有收下的移入 <code>failed</code>，旁边的 .txt
            文件写明原因，改正后重新放入即可。回执和没有收下的公文保留 30 天；带密级标志的不保留。
          </li>
          <li>涉密公文不得放入。首页标有密级的会被拒绝，但系统不能代替报送前的保密审查。</li>
        </ul>
      </Section>
      <Section title="各单位的文件夹">
        <DataTable<Row>
          label="接入文件夹"
          columns={COLUMNS}
          rows={folder.data?.folders}
          rowKey={(row) => row.name}
          empty={<EmptyState what="还没有单位的文件夹。" next="需要时请系统管理员按单位代码建立。" />}
        />
      </Section>
    </>
  );
}

const COLUMNS: readonly DataColumn<Row>[] = [
  { key: 'name', title: '文件夹', card: 'title', render: (row) => <code>{row.name}</code> },
  {
    key: 'unit',
    title: '单位',
    render: (row) =>
      row.unit?.name ?? (
        <>
          <ToneTag tone="red">代码不符</ToneTag> 没有这个代码的单位，不会收取，请管理员改名。
        </>
      ),
  },
  { key: 'waiting', title: '等待收取', width: 110, align: 'right', render: (row) => row.waiting },
  {
    key: 'failed',
    title: '没有收下',
    width: 110,
    align: 'right',
    render: (row) => (row.failed > 0 ? <ToneTag tone="red">{row.failed}</ToneTag> : 0),
  },
];
