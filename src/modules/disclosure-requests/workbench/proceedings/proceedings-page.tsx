import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { Views } from '../../../../workbench/components/views.tsx';
import { FiguresPanel } from './figures-panel.tsx';
import { ProceedingList } from './proceeding-list.tsx';
import { RegisterDialog } from './register-dialog.tsx';

const VIEWS = [
  { key: 'list', label: '台账', content: () => <ProceedingList /> },
  { key: 'figures', label: '纠错率和败诉率', content: () => <FiguresPanel /> },
];

/** 复议诉讼: what is to be answered first, then what is still heard, and what was learned from the rest. */
export function ProceedingsPage() {
  const [isOpen, setOpen] = useState(false);
  const navigate = useNavigate();
  const mayRegister = usePermissions().could('register', 'proceeding');
  return (
    <div className="mc-page">
      <PageHeader
        title="复议诉讼"
        lead="对依申请公开答复的行政复议和行政诉讼：答复期限、审理结果、原因分析和整改。"
        actions={
          mayRegister ? (
            <Button type="primary" onClick={() => setOpen(true)}>
              登记案件
            </Button>
          ) : null
        }
      />
      <Views label="复议诉讼" views={VIEWS} />
      {isOpen ? (
        <RegisterDialog onClose={() => setOpen(false)} onDone={({ id }) => navigate(`/proceedings/${id}`)} />
      ) : null}
    </div>
  );
}
