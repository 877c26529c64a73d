import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';

interface Setting {
  readonly reportWorkdays: number;
  readonly version: number;
}

const PATH = '/api/proceedings/setting';

/** Within how many working days proceedings are to be registered, as the office sets it (LIT-C2). */
export function ReportTerm() {
  const setting = useApi<Setting>(PATH);
  const mayEdit = usePermissions().could('configure', 'proceeding');
  const [days, setDays] = useState<number>();
  const save = useAction((body: Setting) => call('PUT', PATH, body), {
    refreshes: ['/api/proceedings'],
    done: '已保存报告时限。',
    onDone: () => setDays(undefined),
  });
  const { data } = setting;
  if (!mayEdit || !data) return null;
  return (
    <p>
      报告时限：收到副本后{' '}
      <InputNumber
        aria-label="报告时限（工作日）"
        min={1}
        max={30}
        precision={0}
        value={days ?? data.reportWorkdays}
        onChange={(value) => setDays(value ?? undefined)}
      />{' '}
      个工作日内{' '}
      <Button
        disabled={days === undefined || days === data.reportWorkdays}
        loading={save.isPending}
        onClick={() => save.mutate({ reportWorkdays: days ?? data.reportWorkdays, version: data.version })}
      >
        保存
      </Button>
    </p>
  );
}
