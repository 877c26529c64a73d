import { Tabs } from 'antd';
import { PageHeader } from '../../../workbench/components/page-header.tsx';
import { AudiencesPanel } from './audiences-panel.tsx';
import { EndingPanel } from './ending-panel.tsx';
import { TagsPanel } from './tags-panel.tsx';
import { TermRulesPanel } from './term-rules-panel.tsx';
import { TopicsPanel } from './topics-panel.tsx';

/** What keeps the library in order: topics with their lead departments, labels, and documents that are about to end. */
export function CataloguePage() {
  return (
    <div className="mc-page">
      <PageHeader
        title="主题、标签与有效期"
        lead="特色主题由牵头单位维护并定期巡查；标签供起草单位选用；规范性文件到期前六个月、两个月、一个月提醒。"
      />
      <Tabs
        destroyOnHidden
        items={[
          { key: 'topics', label: '主题', children: <TopicsPanel /> },
          { key: 'tags', label: '标签', children: <TagsPanel /> },
          { key: 'audiences', label: '适用对象', children: <AudiencesPanel /> },
          { key: 'ending', label: '将到期', children: <EndingPanel /> },
          { key: 'terms', label: '有效期', children: <TermRulesPanel /> },
        ]}
      />
    </div>
  );
}
