import { Alert, Button, Space } from 'antd';
import { useRouteError } from 'react-router';
import { ApiProblem } from '../api/problem.ts';

/** Error boundary of a page: the rest of the workbench stays usable. */
export function PageFailed() {
  const error = useRouteError();
  // A new version was installed while the page was open: its old parts are gone from the server.
  const outdated = error instanceof TypeError && /import|module|fetch/i.test(error.message);
  if (error instanceof ApiProblem) return <Refused problem={error} />;
  return (
    <div className="mc-page">
      <h1 className="mc-title">这个页面没能打开</h1>
      <Alert
        type={outdated ? 'info' : 'error'}
        showIcon
        title={outdated ? '系统刚刚更新，请重新载入本页。' : '页面出现意外，已填写的草稿保存在本机。'}
        description="若重新载入后仍不行，请告诉管理员您刚才的操作。"
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

/** The server said no, with a reason that may be shown. */
function Refused({ problem }: { readonly problem: ApiProblem }) {
  return (
    <div className="mc-page">
      <h1 className="mc-title mc-gap-below">{problem.title}</h1>
      <Alert
        type={problem.status >= 500 || problem.status === 0 ? 'error' : 'warning'}
        showIcon
        title={problem.message}
        description={problem.instance ? `编号 ${problem.instance}` : null}
        action={
          <Space>
            <Button type="primary" onClick={() => window.location.reload()}>
              再试一次
            </Button>
            <Button href="/workbench/">回到首页</Button>
          </Space>
        }
      />
    </div>
  );
}
