import { Link } from 'react-router';
import { EmptyState } from '../components/empty-state.tsx';

export function NotFoundPage() {
  return (
    <div className="mc-page">
      <h1 className="mc-title">没有找到这个页面</h1>
      <EmptyState
        what="地址可能输错，或页面已经移走。"
        next={
          <>
            请从左侧菜单进入，或<Link to="/">回到首页</Link>。
          </>
        }
      />
    </div>
  );
}
