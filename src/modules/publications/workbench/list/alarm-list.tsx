import { Alert } from 'antd';
import { Link } from 'react-router';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { instantText } from '../../../../workbench/components/day.ts';
import type { Alarm } from '../../register.contract.ts';

/** Scheduled publications that did not come out on time, and why. */
export function AlarmList() {
  const alarms = useApi<readonly Alarm[]>('/api/publication-alarms');
  if (!alarms.data || alarms.data.length === 0) return null;
  return (
    <Alert
      className="mc-gap-below"
      type="error"
      showIcon
      title={`${alarms.data.length} 条信息到了定时没有公开，请尽快处理`}
      description={
        <ul className="mc-plain-list">
          {alarms.data.map((alarm) => (
            <li key={alarm.id}>
              <Link to={`/publications/${alarm.publicationId}`}>{alarm.title}</Link>（原定{' '}
              {instantText(alarm.scheduledFor)}）：
              {alarm.reasons.join('；')}
            </li>
          ))}
        </ul>
      }
    />
  );
}
