import { Link } from 'react-router';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { Section } from '../../../../workbench/components/section.tsx';

interface TreatmentFigures {
  readonly opened: number;
  readonly open: number;
  readonly late: number;
  readonly finished: number;
  readonly verified: number;
  readonly helped: number;
}

/** How many problems were treated at the source, and how many cases with them (MSG-15); each number opens its records. */
export function TreatmentsSection({ range }: { readonly range: { readonly from: string; readonly to: string } }) {
  const mayRead = usePermissions().could('read', 'sourceTreatment');
  const figures = useApi<TreatmentFigures>(mayRead ? '/api/source-treatments/figures' : null, { ...range });
  if (!figures.data) return null;
  const { opened, open, late, finished, verified, helped } = figures.data;
  const listOf = (more: Readonly<Record<string, string>>) =>
    `/source-treatments?${new URLSearchParams({ openedFrom: range.from, openedTo: range.to, ...more })}`;
  return (
    <Section title="源头治理" extra={<Link to="/source-treatments">源头治理事项</Link>}>
      {opened === 0 ? (
        <p className="mc-muted">
          这些日子没有立项。反复出现的问题，可以从<Link to="/knowledge/clusters">高频问题</Link>立项，查清根源再改。
        </p>
      ) : (
        <>
          <ul className="mc-figures">
            <Figure name="这些日子立项" value={opened} to={listOf({ all: 'true' })} />
            <Figure name="办理中" value={open} to={listOf({ standing: 'open' })} />
            <Figure name="已逾期" value={late} to={listOf({ standing: 'late' })} />
            <Figure name="措施已落实" value={finished} to={listOf({ standing: 'finished' })} />
            <Figure name="已见成效" value={verified} to={listOf({ state: 'verified' })} />
            <Figure name="带动解决的来件" value={helped} to={listOf({ standing: 'finished' })} />
          </ul>
          <p className="mc-muted mc-small">“带动解决”为措施已落实的事项里已答复、办结的同类来件，每件只计一次。</p>
        </>
      )}
    </Section>
  );
}

function Figure({ name, value, to }: { readonly name: string; readonly value: number; readonly to: string }) {
  return (
    <li>
      <Link className="mc-figure" to={to}>
        <span className="mc-figure-value">{value}</span>
        <span className="mc-figure-name">{name}</span>
      </Link>
    </li>
  );
}
