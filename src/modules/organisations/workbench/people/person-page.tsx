import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { dayText } from '../../../../workbench/components/day.ts';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { PersonView } from '../../people.contract.ts';
import { useUnitNames } from '../words/use-units.ts';
import { GrantsSection } from './grants-section.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { SignInSection } from './sign-in-section.tsx';

/** One person: who it is, what he or she may do and did, and how he or she signs in. */
export function PersonPage() {
  const { personId = '' } = useParams();
  const person = useApi<PersonView>(`/api/people/${personId}`);
  return (
    <div className="mc-page">
      <Loaded query={person} rows={8}>
        {(view) => <PersonBody person={view} />}
      </Loaded>
    </div>
  );
}

function PersonBody({ person }: { readonly person: PersonView }) {
  const allowed = usePermissions();
  const navigate = useNavigate();
  const [isEditing, setEditing] = useState(false);
  const subject = { kind: 'person', unitIds: [person.unitId], personId: person.id };
  return (
    <>
      <PageHeader
        title={person.name}
        tags={person.active ? null : <ToneTag>已离岗</ToneTag>}
        actions={
          person.active ? (
            <>
              {allowed.may('handOver', subject) ? (
                <Button onClick={() => void navigate(`/hand-overs?start=${person.id}`)}>办理工作交接</Button>
              ) : null}
              {allowed.may('edit', subject) ? <Button onClick={() => setEditing(true)}>修改</Button> : null}
            </>
          ) : null
        }
      />
      <div className="mc-columns">
        <div className="mc-span-5">
          <PersonFacts person={person} />
          {person.active && allowed.may('resetPassword', subject) ? <SignInSection personId={person.id} /> : null}
        </div>
        <div className="mc-span-7">
          <GrantsSection person={person} />
        </div>
      </div>
      {isEditing ? <PersonDialog person={person} onClose={() => setEditing(false)} /> : null}
    </>
  );
}

function PersonFacts({ person }: { readonly person: PersonView }) {
  const unitName = useUnitNames();
  const facts: readonly (readonly [string, string | null])[] = [
    ['单位', unitName(person.unitId)],
    ['职务', person.position],
    ['账号', person.account],
    ['办公电话', person.phone],
    ['邮箱', person.email],
    ['专长', person.skills],
    ['后备', person.reserve ? '是' : null],
    ['离岗日期', person.leftOn ? dayText(person.leftOn) : null],
  ];
  return (
    <Section title="基本情况">
      <dl className="mc-facts">
        {facts.map(([term, value]) =>
          value ? (
            <div key={term} className="mc-contents">
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </Section>
  );
}
