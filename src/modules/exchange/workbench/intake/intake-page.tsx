import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { Views } from '../../../../workbench/components/views.tsx';
import { FolderPanel } from './folder-panel.tsx';
import { LogPanel } from './log-panel.tsx';
import { SourcesPanel } from './sources-panel.tsx';

/** What office systems hand in: the log first, since that is what officers come for. */
export function IntakePage() {
  return (
    <div className="mc-page">
      <PageHeader
        title="公文接入"
        lead="办公系统（OA）把非涉密公文报送到这里，自动登记并生成草稿；公开属性认定、审查和发布与其他信息相同，不会自动公开。"
      />
      <Views
        label="公文接入的内容"
        views={[
          { key: 'log', label: '来文记录', content: () => <LogPanel /> },
          { key: 'sources', label: '来文系统与密钥', content: () => <SourcesPanel /> },
          { key: 'folder', label: '接入文件夹', content: () => <FolderPanel /> },
        ]}
      />
    </div>
  );
}
