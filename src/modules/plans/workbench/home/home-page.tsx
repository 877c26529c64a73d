import { useSession } from '../../../../workbench/api/session.ts';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';

export function HomePage() {
  const session = useSession();
  return (
    <div className="mc-page">
      <PageHeader title={`${session.person.name}，您好`} />
    </div>
  );
}
