import { Alert, Button, Space } from 'antd';
import { useRouteError } from 'react-router';
import { ApiProblem } from '../api/problem.ts';

/** Error boundary of a page: the rest of the workbench stays usable. */
export function PageFailed() {
  const error = useRouteError();
  // A new version was installed while the page was open: its old parts are gone from the server.
  const outdated = error instanceof TypeError && /import|module|fetch/i.test(error.message);
  const number = error instanceof ApiProblem ? error.instance : undefined;
  return (
    <div className="mc-page">
      <h1 className="mc-title">这个页面没能打开</h1>
      <Alert
        type={outdated ? 'info' : 'error'}
        showIcon
        title={outdated ? '系统刚刚更新，请重新载入本页。' : '页面出现意外，已填写的草稿保存在本机。'}
        description={
          number
            ? `若重新载入后仍不行，请把编号 ${number} 告诉管理员。`
            : '若重新载入后仍不行，请告诉管理员您刚才的操作。'
        }
        action={
          <Space>
            <Button type="primary" onClick={() => window.location.reload()}>
              重新载入
            </Button>
            <Button href="/workbench/">回到首页</Button>
          </Space>
        }
      />
    </div>
  );
}
