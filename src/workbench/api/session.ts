import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { PermissionRow } from '../../kernel/permission-table.ts';
import { type Actor, can, couldEver, type Subject } from '../../kernel/permissions.ts';
import type { Role } from '../../kernel/roles.ts';
import { call, rememberCsrfToken } from './client.ts';
import { ApiProblem } from './problem.ts';

/** Who is signed in; `permissions` are the rows of the permission table that this person can reach. */
export interface Session {
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly account: string;
    readonly email: string | null;
  };
  readonly grants: readonly SessionGrant[];
  readonly csrfToken: string;
  /** Embedded database: for trying, not for duty. */
  readonly embedded: boolean;
  readonly mustChangePassword: boolean;
  /** Why the password must be changed, in Chinese; null when it need not. */
  readonly passwordNotice: string | null;
  readonly permissions: readonly PermissionRow[];
}

export interface SessionGrant {
  readonly role: Role;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitShortName: string;
}

export const SESSION_KEY = ['api', 'session'] as const;

/** `null` for a visitor. */
export function useSessionQuery() {
  return useQuery<Session | null, ApiProblem>({
    queryKey: SESSION_KEY,
    queryFn: readSession,
    staleTime: 60_000,
  });
}

export async function readSession(): Promise<Session | null> {
  try {
    const session = await call<Session>('GET', '/api/session');
    rememberCsrfToken(session.csrfToken);
    return session;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null;
    throw error;
  }
}

export async function signIn(account: string, password: string): Promise<Session> {
  await call('POST', '/api/session', { account, password });
  const session = await readSession();
  if (!session) throw new Error('登录没有成功，请检查浏览器是否允许本站保存登录信息。');
  return session;
}

export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await call('DELETE', '/api/session');
    client.clear();
    window.location.assign('/workbench/sign-in');
  };
}

export const SessionContext = createContext<Session | null>(null);

/** Only below the shell, where somebody is signed in. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no session');
  return session;
}

export interface Allowed {
  /** The action on this very subject. */
  may(action: string, subject: Subject): boolean;
  /** Some subject of the kind would allow it: enough for a menu entry. */
  could(action: string, kind: string): boolean;
}

/** Buttons and menus ask the same table that the server asks. */
export function usePermissions(): Allowed {
  const session = useSession();
  const actor = actorOf(session);
  return {
    may: (action, subject) => can(actor, action, subject, session.permissions),
    could: (action, kind) => couldEver(actor, action, kind, session.permissions),
  };
}

export function actorOf(session: Session): Actor {
  return { type: 'person', personId: session.person.id, name: session.person.name, grants: session.grants };
}

export function holds(session: Session, ...roles: readonly Role[]): boolean {
  return session.grants.some((grant) => roles.includes(grant.role));
}

/** Units where one of the roles is held, each once. */
export function unitsOf(session: Session, ...roles: readonly Role[]): readonly { id: string; name: string }[] {
  const units = new Map<string, string>();
  for (const grant of session.grants) {
    if (roles.length === 0 || roles.includes(grant.role)) units.set(grant.unitId, grant.unitName);
  }
  return [...units].map(([id, name]) => ({ id, name }));
}

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  supervisor: '主管部门经办',
  officer: '联络员',
  handler: '科室经办人',
  reviewer: '审核人',
  deputyHead: '分管领导',
  head: '主要领导',
  evaluator: '第三方评估',
  auditor: '审计员',
  administrator: '系统管理员',
};
