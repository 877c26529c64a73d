import type { PermissionRow } from './permission-row.ts';

const OWN_PEOPLE = ['officer', 'handler', 'reviewer', 'deputyHead', 'head'] as const;

/** Rows of the permission table for the FAQ, the questions it comes from, and those who take it. */
export const KNOWLEDGE_PERMISSIONS: readonly PermissionRow[] = [
  // Entries are public: everybody on the staff may learn from them; drafting and reviews are the door out's.
  {
    roles: ['supervisor', 'evaluator', 'auditor', ...OWN_PEOPLE],
    kind: 'knowledgeEntry',
    states: 'any',
    actions: ['read'],
    scope: 'all',
  },
  {
    roles: ['supervisor', 'officer', 'handler'],
    kind: 'knowledgeEntry',
    states: 'any',
    actions: ['create'],
    scope: 'unit',
  },
  {
    roles: ['officer', 'handler', 'deputyHead'],
    kind: 'knowledgeEntry',
    states: 'any',
    actions: ['confirm'],
    scope: 'unit',
  },
  { roles: ['supervisor'], kind: 'knowledgeEntry', states: 'any', actions: ['confirm'], scope: 'all' },
  { roles: ['supervisor', 'auditor'], kind: 'questionCluster', states: 'any', actions: ['read'], scope: 'all' },
  { roles: OWN_PEOPLE, kind: 'questionCluster', states: 'any', actions: ['read'], scope: 'unit' },
  { roles: ['supervisor'], kind: 'questionCluster', states: ['open', 'dismissed'], actions: ['decide'], scope: 'all' },
  {
    roles: ['officer', 'handler'],
    kind: 'questionCluster',
    states: ['open', 'dismissed'],
    actions: ['decide'],
    scope: 'unit',
  },
  { roles: ['supervisor', 'auditor'], kind: 'knowledgeGap', states: 'any', actions: ['read'], scope: 'all' },
  { roles: OWN_PEOPLE, kind: 'knowledgeGap', states: 'any', actions: ['read'], scope: 'unit' },
  { roles: ['supervisor'], kind: 'knowledgeGap', states: ['open'], actions: ['answer', 'transfer'], scope: 'all' },
  { roles: ['officer', 'handler'], kind: 'knowledgeGap', states: ['open'], actions: ['answer'], scope: 'unit' },
  // Treatments at the source (源头治理): the unit inquires and acts, the office confirms the effect (MSG-15).
  { roles: ['supervisor', 'auditor'], kind: 'sourceTreatment', states: 'any', actions: ['read'], scope: 'all' },
  { roles: OWN_PEOPLE, kind: 'sourceTreatment', states: 'any', actions: ['read'], scope: 'unit' },
  { roles: ['supervisor'], kind: 'sourceTreatment', states: ['inquiry'], actions: ['open'], scope: 'all' },
  {
    roles: ['officer', 'handler'],
    kind: 'sourceTreatment',
    states: ['inquiry'],
    actions: ['open', 'drop'],
    scope: 'unit',
  },
  {
    roles: ['supervisor'],
    kind: 'sourceTreatment',
    states: ['inquiry', 'acting'],
    actions: ['plan', 'assign', 'drop'],
    scope: 'all',
  },
  {
    roles: ['officer', 'handler'],
    kind: 'sourceTreatment',
    states: ['inquiry', 'acting'],
    actions: ['plan'],
    scope: 'unit',
  },
  {
    roles: ['supervisor'],
    kind: 'sourceTreatment',
    states: ['inquiry', 'acting', 'done'],
    actions: ['gather'],
    scope: 'all',
  },
  {
    roles: ['officer', 'handler'],
    kind: 'sourceTreatment',
    states: ['inquiry', 'acting', 'done'],
    actions: ['gather'],
    scope: 'unit',
  },
  { roles: ['supervisor'], kind: 'sourceTreatment', states: ['acting'], actions: ['finish'], scope: 'all' },
  { roles: ['officer', 'handler'], kind: 'sourceTreatment', states: ['acting'], actions: ['finish'], scope: 'unit' },
  { roles: ['supervisor'], kind: 'sourceTreatment', states: ['done'], actions: ['verify'], scope: 'all' },
  { roles: ['supervisor'], kind: 'sourceTreatment', states: ['done', 'verified'], actions: ['reopen'], scope: 'all' },
  // Hotlines and counters take entries and report what is missing; the key in the request is the right, no session is asked.
  { roles: ['public'], kind: 'knowledgeReceiver', states: 'any', actions: ['exchange'], scope: 'all' },
  {
    roles: ['supervisor', 'administrator'],
    kind: 'knowledgeReceiver',
    states: 'any',
    actions: ['read', 'manage'],
    scope: 'all',
  },
  { roles: ['auditor'], kind: 'knowledgeReceiver', states: 'any', actions: ['read'], scope: 'all' },
  { roles: ['supervisor', 'administrator'], kind: 'knowledgeSetting', states: 'any', actions: ['edit'], scope: 'all' },
];
