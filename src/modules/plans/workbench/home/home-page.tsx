import { Alert } from 'antd';
import { holds, ROLE_NAMES, type Session, useSession } from '../../../../workbench/api/session.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { dayText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { CareSection } from '../../../knowledge/workbench/home/care-section.tsx';
import { DueSection } from '../../../messages/workbench/home/due-section.tsx';
import { LettersSection } from '../../../messages/workbench/home/letters-section.tsx';
import { TermsSection } from '../../../publications/workbench/home/terms-section.tsx';
import { WaitingSection } from '../../../publications/workbench/home/waiting-section.tsx';
import type { MyDay } from '../../reminders/reminders.contract.ts';
import { OfficeHome } from './office-home.tsx';
import { UnitHome } from './unit-home.tsx';

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];

export function HomePage() {
  const session = useSession();
  const day = useApi<MyDay>('/api/my-day');
  return (
    <div className="mc-page">
      <PageHeader title={`${session.person.name}，您好`} lead={leadOf(session, day.data?.today)} />
      <DueSection />
      <LettersSection />
      <CareSection />
      <WaitingSection />
      <TermsSection />
      <Loaded query={day} rows={8}>
        {(data) => <Today data={data} session={session} />}
      </Loaded>
    </div>
  );
}

function Today({ data, session }: { readonly data: MyDay; readonly session: Session }) {
  if (data.view === 'office') return <OfficeHome day={data} />;
  if (data.view === 'unit') {
    return (
      <UnitHome day={data} asLeader={holds(session, 'head', 'deputyHead') && !holds(session, 'officer', 'handler')} />
    );
  }
  return holds(session, 'administrator') ? (
    <Alert type="info" showIcon title="系统管理员不办理任务。请从菜单维护单位、人员和工作日历。" />
  ) : (
    <EmptyState what="您目前没有需要办理的任务。" next="可从菜单查看任务台账和已印发的工作要点。" />
  );
}

function leadOf(session: Session, today: string | undefined): string {
  const grant = session.grants[0];
  const role = grant ? `${grant.unitName} ${ROLE_NAMES[grant.role]}` : '';
  if (!today) return role;
  const weekday = WEEKDAYS[new Date(`${today}T00:00:00Z`).getUTCDay()];
  return `今天是 ${dayText(today)}，星期${weekday}。${role}`;
}
