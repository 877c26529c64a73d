import { Link } from 'react-router';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { dayText } from '../../../../workbench/components/day.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import type { EntryView } from '../../entries/entries.contract.ts';
import type { GapView } from '../../gaps/gaps.contract.ts';
import { CareTags } from '../entries/care-tags.tsx';
import { GapTags } from '../gaps/gap-tags.tsx';
import { TreatmentsSection } from './treatments-section.tsx';

const SHOWN = 5;

/** On the home page: entries of the person's units that have to be looked at, gaps to be answered, treatments; nothing when there are none. */
export function CareSection() {
  const permissions = usePermissions();
  const mayConfirm = permissions.could('confirm', 'knowledgeEntry');
  const mayAnswer = permissions.could('answer', 'knowledgeGap');
  const entries = useApi<{ items: readonly EntryView[] }>(mayConfirm ? '/api/knowledge/entries' : null, {
    care: 'true',
    mine: 'true',
    pageSize: SHOWN,
  });
  const gaps = useApi<{ items: readonly GapView[] }>(mayAnswer ? '/api/knowledge/gaps' : null, {
    open: 'true',
    pageSize: SHOWN,
  });
  const [due, open] = [entries.data?.items ?? [], gaps.data?.items ?? []];
  return (
    <>
      {open.length > 0 ? (
        <Section title="待答复的知识库缺口" extra={<Link to="/knowledge/gaps">知识库缺口</Link>}>
          <ul className="mc-list">
            {open.map((gap) => (
              <li key={gap.id}>
                <div className="mc-list-line">
                  <Link className="mc-list-main" to={`/knowledge/gaps/${gap.id}`}>
                    {gap.questions[0]}
                  </Link>
                  <GapTags gap={gap} />
                </div>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <TreatmentsSection />
      {due.length > 0 ? (
        <Section title="待复核的常见问题" extra={<Link to="/knowledge?care=true&mine=true">常见问题</Link>}>
          <ul className="mc-list">
            {due.map((entry) => (
              <li key={entry.publicationId}>
                <div className="mc-list-line">
                  <Link className="mc-list-main" to="/knowledge?care=true&mine=true">
                    {entry.question}
                  </Link>
                  <CareTags reasons={entry.reasons} />
                </div>
                <div className="mc-muted mc-small">{dayText(entry.reviewOn)} 前复核</div>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
