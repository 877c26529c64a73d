import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { Views } from '../../../../workbench/components/views.tsx';
import { RemediesPanel } from './remedies-panel.tsx';
import { TemplatesPanel } from './templates-panel.tsx';

const VIEWS = [
  { key: 'templates', label: '文书模板', content: () => <TemplatesPanel /> },
  { key: 'remedies', label: '救济途径', content: () => <RemediesPanel /> },
];

/** 文书模板: what letters on requests say, and where they tell people to turn. */
export function LettersPage() {
  return (
    <div className="mc-page">
      <PageHeader
        title="文书模板"
        lead="依申请公开的各类文书按这里的模板生成；缺少法定要素的模板不能保存，修改只影响以后的文书。"
      />
      <Views label="文书设置" views={VIEWS} />
    </div>
  );
}
