import { Button } from 'antd';
import { useState } from 'react';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { BearerKeyList, NewKeyNotice, SystemDialog } from '../../../../workbench/components/bearer-keys.tsx';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { CASE_CHANNEL_LABELS } from '../../../cases/case-words.ts';
import type { CaseSource, NewCaseKey } from '../../../cases/importing/importing.contract.ts';
import { TableImport } from './table-import.tsx';

const SOURCES = '/api/case-sources';
/** Ways by which other systems hand over; the others are people. */
const CHANNELS = (['hotline12345', 'govCn', 'board'] as const).map((channel) => ({
  value: channel,
  label: CASE_CHANNEL_LABELS[channel],
}));

/** 来件导入 (MSG-12, MSG-13): systems that hand over by key, and tables brought in by hand; both keep their numbers and days. */
export function SourcesPage() {
  const [shown, setShown] = useState<NewCaseKey>();
  const [isAdding, setAdding] = useState(false);
  const mayManage = usePermissions().could('manage', 'caseSource');
  const sources = useApi<readonly CaseSource[]>(SOURCES);
  return (
    <div className="mc-page">
      <PageHeader
        title="来件导入"
        lead="12345热线、中国政府网、其他留言平台转来的来件：系统对接用密钥，人工导入用表格，都保留原编号和办理期限。"
        actions={
          mayManage ? (
            <Button type="primary" onClick={() => setAdding(true)}>
              登记来件系统
            </Button>
          ) : null
        }
      />
      {shown ? (
        <NewKeyNotice of={shown.source.name} bearerKey={shown.key} onClose={() => setShown(undefined)}>
          对方系统向 <code>POST /cases/v1/cases</code> 提交，请求头 <code>Authorization: Bearer 密钥</code>。
        </NewKeyNotice>
      ) : null}
      <Loaded query={sources}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState what="还没有来件系统。" next="登记以后可以用密钥对接，也可以导入表格。" />
          ) : (
            all.map((source) => (
              <SourceSection key={source.id} source={source} mayManage={mayManage} onKey={setShown} />
            ))
          )
        }
      </Loaded>
      {isAdding ? (
        <SystemDialog<NewCaseKey>
          what="来件系统"
          example="市12345热线平台"
          address={SOURCES}
          choice={{ name: 'channel', label: '来源', options: CHANNELS }}
          onMade={(made) => {
            setShown(made);
            setAdding(false);
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </div>
  );
}

function SourceSection(props: {
  readonly source: CaseSource;
  readonly mayManage: boolean;
  readonly onKey: (made: NewCaseKey) => void;
}) {
  const { source, mayManage } = props;
  return (
    <Section title={source.name} extra={CASE_CHANNEL_LABELS[source.channel]}>
      <BearerKeyList<NewCaseKey>
        keys={source.keys}
        mayManage={mayManage}
        address={SOURCES}
        issueAt={`${SOURCES}/${source.id}/keys`}
        revokeAt={(keyId) => `/api/case-source-keys/${keyId}/revoke`}
        onMade={props.onKey}
      />
      {mayManage ? <TableImport source={source} /> : null}
    </Section>
  );
}
