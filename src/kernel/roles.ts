/** Roles a person holds in a unit; the same person may hold several, in several units (TEAM-3, TEAM-5). */
export const ROLES = [
  'supervisor',
  'officer',
  'handler',
  'reviewer',
  'deputyHead',
  'head',
  'evaluator',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];
