import { z } from 'zod';
import { ROLES } from '../../kernel/roles.ts';

export const SignInInput = z.object({ account: z.string().max(200), password: z.string().max(1000) });

export const PasswordChange = z.object({ current: z.string().max(1000), next: z.string().max(1000) });

const Row = z.object({
  roles: z.array(z.enum([...ROLES, 'public', 'signedIn'])),
  kind: z.string(),
  states: z.union([z.literal('any'), z.array(z.string())]),
  actions: z.array(z.string()),
  scope: z.enum(['all', 'unit', 'self']),
});

export const SessionView = z.object({
  person: z.object({ id: z.uuid(), name: z.string(), account: z.string(), email: z.string().nullable() }),
  grants: z.array(z.object({ role: z.enum(ROLES), unitId: z.uuid(), unitName: z.string(), unitShortName: z.string() })),
  csrfToken: z.string(),
  /** Embedded database: for trying, not for duty. */
  embedded: z.boolean(),
  mustChangePassword: z.boolean(),
  /** Why it must be changed, in Chinese; null when it need not. */
  passwordNotice: z.string().nullable(),
  /** Rows of the permission table that this person can reach. */
  permissions: z.array(Row),
});
export type SessionView = z.infer<typeof SessionView>;

export const SignInWays = z.object({ password: z.literal(true), oidc: z.object({ label: z.string() }).nullable() });

export const OwnSessions = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      device: z.string(),
      method: z.enum(['password', 'oidc']),
      createdAt: z.date(),
      seenAt: z.date(),
      current: z.boolean(),
    }),
  ),
});

export const TemporaryPassword = z.object({ password: z.string() });

export const OidcQuery = z.object({ returnTo: z.string().max(500).optional() });
export const IdentityView = z.object({
  issuer: z.string(),
  subject: z.string(),
  label: z.string().nullable(),
  linkedAt: z.date(),
});
export const IdentityList = z.object({ items: z.array(IdentityView) });
export const UnlinkedList = z.object({
  items: z.array(
    z.object({ id: z.uuid(), issuer: z.string(), subject: z.string(), label: z.string().nullable(), seenAt: z.date() }),
  ),
});
export const LinkInput = z.object({ unlinkedId: z.uuid() });
