import { Tabs } from 'antd';
import { PageHeader } from '../../../workbench/components/page-header.tsx';
import { BestAnswersPanel } from './best-answers-panel.tsx';
import { QueriesPanel } from './queries-panel.tsx';
import { SynonymsPanel } from './synonyms-panel.tsx';

/** What people look for on the portal, and the words that help them find it. */
export function SearchWordsPage() {
  return (
    <div className="mc-page">
      <PageHeader
        title="检索词"
        lead="公众在门户检索时用了哪些词、哪些没有结果。把说法不同的词设为同义词，或者为常问的词指定推荐结果，下一次就能找到。"
      />
      <Tabs
        destroyOnHidden
        items={[
          { key: 'nothing', label: '没有结果的检索', children: <QueriesPanel found="nothing" /> },
          { key: 'something', label: '常用检索', children: <QueriesPanel found="something" /> },
          { key: 'synonyms', label: '同义词', children: <SynonymsPanel /> },
          { key: 'best', label: '推荐结果', children: <BestAnswersPanel /> },
        ]}
      />
    </div>
  );
}
