import { Link } from 'react-router';
import { holds, useSession } from '../../../../workbench/api/session.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import type { Figures } from '../../register.contract.ts';

/** For those who look at all units: how many are past the term of publishing (Regulations art. 26), and how many became public after it. */
export function TermFigures() {
  const seesAll = holds(useSession(), 'supervisor', 'auditor');
  const figures = useApi<Figures>(seesAll ? '/api/publications/figures' : null);
  if (!figures.data) return null;
  const { overTerm, publishedLate } = figures.data;
  return (
    <p>
      公开时限：<Link to="/publications?term=over">超期未公开 {overTerm} 条</Link>，
      <Link to="/publications?term=late">超期公开 {publishedLate} 条</Link>（每条都有理由）。
    </p>
  );
}
