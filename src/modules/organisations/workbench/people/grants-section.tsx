import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { ROLE_NAMES, usePermissions, useSession } from '../../../../workbench/api/session.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { dayText, instantText, todayInShanghai } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { GrantView, PersonView } from '../../people.contract.ts';
import { useUnitNames } from '../words/use-units.ts';
import { GrantDialog } from './grant-dialog.tsx';

type GrantRow = Omit<GrantView, 'grantedAt' | 'endedAt'> & { grantedAt: string; endedAt: string | null };

/** Roles of a person: in force, to come and past, so that it stays known who could do what. */
export function GrantsSection({ person }: { readonly person: PersonView }) {
  const allowed = usePermissions();
  const session = useSession();
  const [dialog, setDialog] = useState<'give' | 'act'>();
  const grants = useApi<{ items: GrantRow[] }>(`/api/people/${person.id}/grants`);
  const canGive = person.active && allowed.could('give', 'grant') && session.person.id !== person.id;
  return (
    <Section
      title="角色"
      extra={
        canGive ? (
          <span className="mc-page-actions">
            <Button onClick={() => setDialog('act')}>设置代理</Button>
            <Button type="primary" onClick={() => setDialog('give')}>
              授予角色
            </Button>
          </span>
        ) : null
      }
    >
      <Loaded query={grants}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState what="还没有角色。" next="没有角色的人员登录后只能查看已公布的内容。" />
          ) : (
            <ul className="mc-list">
              {items.map((grant) => (
                <GrantLine key={grant.id} grant={grant} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {dialog ? <GrantDialog person={person} acting={dialog === 'act'} onClose={() => setDialog(undefined)} /> : null}
    </Section>
  );
}

function GrantLine({ grant }: { readonly grant: GrantRow }) {
  const allowed = usePermissions();
  const unitName = useUnitNames();
  const state = stateOf(grant);
  const subject = { kind: 'grant', state: grant.role, unitIds: [grant.unitId], personId: grant.personId };
  return (
    <li className="mc-list-line">
      <div className="mc-list-main">
        <strong>{ROLE_NAMES[grant.role]}</strong> · {unitName(grant.unitId)}{' '}
        {grant.actingFor ? (
          <>
            <ToneTag tone="orange">代理</ToneTag> <ActingFor personId={grant.actingFor} />
          </>
        ) : null}
        <div className="mc-muted mc-small">
          {dayText(grant.fromOn)}起{grant.toOn ? `，至${dayText(grant.toOn)}` : ''}
          {grant.endedAt ? `；${instantText(grant.endedAt)} 终止（${grant.endReason}）` : ''}
        </div>
      </div>
      <ToneTag tone={state.tone}>{state.words}</ToneTag>
      {!grant.endedAt && state.words !== '已到期' && allowed.may('end', subject) ? <EndButton grant={grant} /> : null}
    </li>
  );
}

function ActingFor({ personId }: { readonly personId: string }) {
  const person = useApi<PersonView>(`/api/people/${personId}`);
  return person.data ? <span className="mc-muted mc-small">代 {person.data.name}</span> : null;
}

function EndButton({ grant }: { readonly grant: GrantRow }) {
  const [reason, setReason] = useState<string>();
  const end = useAction((text: string) => call('POST', `/api/grants/${grant.id}/end`, { reason: text }), {
    refreshes: ['/api/people'],
    done: '角色已终止，该人员的登录同时失效。',
    onDone: () => setReason(undefined),
  });
  return (
    <>
      <Button size="small" onClick={() => setReason('')}>
        终止
      </Button>
      <Modal
        open={reason !== undefined}
        title={`终止${ROLE_NAMES[grant.role]}角色`}
        okText="终止"
        cancelText="取消"
        okButtonProps={{ danger: true, disabled: (reason ?? '').trim().length < 2 }}
        confirmLoading={end.isPending}
        onOk={() => end.mutate(reason ?? '')}
        onCancel={() => setReason(undefined)}
      >
        <p>立即生效，该人员已打开的登录同时失效。名下未办结的任务请另办工作交接。</p>
        <Input
          aria-label="终止原因"
          placeholder="终止原因，例如 岗位调整"
          maxLength={200}
          value={reason ?? ''}
          onChange={(event) => setReason(event.target.value)}
        />
      </Modal>
    </>
  );
}

function stateOf(grant: GrantRow): { words: string; tone: 'green' | 'grey' | 'blue' } {
  const today = todayInShanghai();
  if (grant.endedAt) return { words: '已终止', tone: 'grey' };
  if (grant.toOn && grant.toOn < today) return { words: '已到期', tone: 'grey' };
  if (grant.fromOn > today) return { words: '未开始', tone: 'blue' };
  return { words: '有效', tone: 'green' };
}
