import { Skeleton } from 'antd';

export function PageLoading() {
  return (
    <div className="mc-page" aria-busy="true">
      <span className="mc-visually-hidden" role="status">
        正在打开…
      </span>
      <Skeleton active title={{ width: '30%' }} paragraph={{ rows: 6 }} />
    </div>
  );
}
