import { CASE_PERMISSIONS } from './case-permissions.ts';
import { KNOWLEDGE_PERMISSIONS } from './knowledge-permissions.ts';
import type { PermissionRow } from './permission-row.ts';
import { REPORT_PERMISSIONS } from './report-permissions.ts';
import { REQUEST_PERMISSIONS } from './request-permissions.ts';

export type { PermissionRow };

/**
 * The one table of who may do what: role × kind × state × action. Route gates, buttons, docs/permissions.md and the authorisation
 * matrix are made from it; what no row allows is refused.
 */
export const PERMISSION_TABLE: readonly PermissionRow[] = [
  { roles: ['public'], kind: 'portal', states: 'any', actions: ['read'], scope: 'all' },
  // The public log; `witness`: another log asks for our cosignature and is known by its own signature.
  { roles: ['public'], kind: 'log', states: 'any', actions: ['read', 'witness'], scope: 'all' },
  { roles: ['public'], kind: 'interpretation', states: 'any', actions: ['rate', 'vote'], scope: 'all' },
  { roles: ['public'], kind: 'plan', states: ['published', 'closed'], actions: ['read'], scope: 'all' },
  { roles: ['public'], kind: 'session', states: 'any', actions: ['open'], scope: 'all' },
  { roles: ['signedIn'], kind: 'session', states: 'any', actions: ['read', 'close', 'changePassword'], scope: 'all' },

  { roles: ['signedIn'], kind: 'unit', states: 'any', actions: ['read'], scope: 'all' },
  { roles: ['signedIn'], kind: 'calendar', states: 'any', actions: ['read'], scope: 'all' },
  { roles: ['supervisor', 'administrator'], kind: 'calendar', states: 'any', actions: ['import'], scope: 'all' },
  {
    roles: ['supervisor', 'administrator'],
    kind: 'unit',
    states: 'any',
    actions: ['create', 'edit', 'editSections'],
    scope: 'all',
  },
  { roles: ['officer'], kind: 'unit', states: 'any', actions: ['editSections'], scope: 'unit' },
  { roles: ['signedIn'], kind: 'unitGroup', states: 'any', actions: ['read'], scope: 'all' },
  {
    roles: ['supervisor', 'administrator'],
    kind: 'unitGroup',
    states: 'any',
    actions: ['create', 'edit'],
    scope: 'all',
  },
  { roles: ['supervisor', 'administrator', 'auditor'], kind: 'person', states: 'any', actions: ['read'], scope: 'all' },
  {
    roles: ['supervisor', 'administrator'],
    kind: 'person',
    states: 'any',
    actions: ['create', 'edit', 'handOver'],
    scope: 'all',
  },
  { roles: ['administrator'], kind: 'person', states: 'any', actions: ['resetPassword', 'linkIdentity'], scope: 'all' },
  { roles: ['officer'], kind: 'person', states: 'any', actions: ['read', 'create', 'edit', 'handOver'], scope: 'unit' },
  { roles: ['deputyHead', 'head'], kind: 'person', states: 'any', actions: ['read', 'handOver'], scope: 'unit' },
  { roles: ['handler', 'reviewer'], kind: 'person', states: 'any', actions: ['read'], scope: 'unit' },
  // The state of a grant is its role: administrators and auditors are made by an administrator only.
  { roles: ['administrator'], kind: 'grant', states: 'any', actions: ['give', 'end'], scope: 'all' },
  {
    roles: ['supervisor'],
    kind: 'grant',
    states: ['officer', 'handler', 'reviewer', 'deputyHead', 'head', 'evaluator'],
    actions: ['give', 'end'],
    scope: 'all',
  },
  { roles: ['officer'], kind: 'grant', states: ['handler'], actions: ['give', 'end'], scope: 'unit' },
  {
    roles: ['supervisor', 'administrator', 'auditor'],
    kind: 'accessReport',
    states: 'any',
    actions: ['read'],
    scope: 'all',
  },
  { roles: ['auditor'], kind: 'audit', states: 'any', actions: ['read'], scope: 'all' },
  { roles: ['administrator', 'auditor'], kind: 'job', states: 'any', actions: ['read'], scope: 'all' },

  // What people look for on the portal, and the words that help them find it (SRCH-C1).
  {
    roles: ['supervisor', 'officer', 'administrator'],
    kind: 'searchWord',
    states: 'any',
    actions: ['read'],
    scope: 'all',
  },
  { roles: ['supervisor', 'administrator'], kind: 'searchWord', states: 'any', actions: ['edit'], scope: 'all' },

  { roles: ['signedIn'], kind: 'plan', states: ['published', 'closed'], actions: ['read', 'export'], scope: 'all' },
  {
    roles: ['supervisor'],
    kind: 'plan',
    states: 'any',
    actions: ['read', 'export', 'import', 'create', 'edit', 'publish', 'lookBack'],
    scope: 'all',
  },
  // The evaluator judges what was issued (the row of everybody signed in); drafts are for the auditor's eyes, not hands.
  { roles: ['auditor'], kind: 'plan', states: 'any', actions: ['read', 'export'], scope: 'all' },
  // A unit's own plan (PLAN-1): only such plans carry the unit in their subject.
  {
    roles: ['officer'],
    kind: 'plan',
    states: 'any',
    actions: ['read', 'export', 'import', 'create', 'edit', 'publish', 'lookBack'],
    scope: 'unit',
  },
  {
    roles: ['handler', 'deputyHead', 'head'],
    kind: 'plan',
    states: 'any',
    actions: ['read', 'export'],
    scope: 'unit',
  },
  { roles: ['signedIn'], kind: 'lookBack', states: 'any', actions: ['read'], scope: 'all' },
  { roles: ['signedIn'], kind: 'planParameter', states: 'any', actions: ['read'], scope: 'all' },
  { roles: ['supervisor', 'administrator'], kind: 'planParameter', states: 'any', actions: ['edit'], scope: 'all' },
  { roles: ['signedIn'], kind: 'task', states: 'any', actions: ['read'], scope: 'all' },
  {
    roles: ['supervisor'],
    kind: 'task',
    states: ['draft', 'published'],
    actions: ['edit', 'assign', 'link', 'markPriority', 'remind'],
    scope: 'all',
  },
  {
    roles: ['officer'],
    kind: 'task',
    states: ['draft', 'published'],
    actions: ['edit', 'assign', 'link', 'markPriority', 'remind'],
    scope: 'unit',
  },
  {
    roles: ['officer', 'handler', 'deputyHead', 'head'],
    kind: 'assignment',
    states: 'any',
    actions: ['assign'],
    scope: 'unit',
  },
  // States of a unit's own plan are prefixed `own.`: there the unit's leaders accept, not the supervising office.
  {
    roles: ['officer', 'handler'],
    kind: 'assignment',
    states: ['open', 'returned', 'reported', 'own.open', 'own.returned', 'own.reported'],
    actions: ['report'],
    scope: 'unit',
  },
  {
    roles: ['officer', 'handler'],
    kind: 'assignment',
    states: ['reported', 'own.reported'],
    actions: ['withdraw'],
    scope: 'unit',
  },
  { roles: ['supervisor'], kind: 'assignment', states: ['reported'], actions: ['accept', 'return'], scope: 'all' },
  { roles: ['supervisor'], kind: 'assignment', states: ['accepted'], actions: ['reopen'], scope: 'all' },
  {
    roles: ['officer', 'deputyHead', 'head'],
    kind: 'assignment',
    states: ['own.reported'],
    actions: ['accept', 'return'],
    scope: 'unit',
  },
  {
    roles: ['officer', 'deputyHead', 'head'],
    kind: 'assignment',
    states: ['own.accepted'],
    actions: ['reopen'],
    scope: 'unit',
  },
  {
    roles: ['supervisor', 'evaluator', 'auditor'],
    kind: 'assignment',
    states: 'any',
    actions: ['readReports'],
    scope: 'all',
  },
  {
    roles: ['officer', 'handler', 'reviewer', 'deputyHead', 'head'],
    kind: 'assignment',
    states: 'any',
    actions: ['readReports'],
    scope: 'unit',
  },
  // Makes this server call another site: for those who report and those who accept, not for those who look on.
  { roles: ['supervisor'], kind: 'assignment', states: 'any', actions: ['recheckEvidence'], scope: 'all' },
  {
    roles: ['officer', 'handler', 'deputyHead', 'head'],
    kind: 'assignment',
    states: 'any',
    actions: ['recheckEvidence'],
    scope: 'unit',
  },
  { roles: ['signedIn'], kind: 'reminder', states: 'any', actions: ['read'], scope: 'self' },
  { roles: ['signedIn'], kind: 'calendarFeed', states: 'any', actions: ['manage'], scope: 'self' },
  // The secret in the address is the key; calendar programs cannot sign in.
  { roles: ['public'], kind: 'calendarFeed', states: 'any', actions: ['read'], scope: 'all' },
  { roles: ['supervisor'], kind: 'meeting', states: 'any', actions: ['create', 'edit'], scope: 'all' },
  { roles: ['signedIn'], kind: 'meeting', states: 'any', actions: ['read'], scope: 'all' },
  { roles: ['supervisor'], kind: 'actionItem', states: 'any', actions: ['finish'], scope: 'all' },
  {
    roles: ['officer', 'handler', 'deputyHead', 'head'],
    kind: 'actionItem',
    states: 'any',
    actions: ['finish'],
    scope: 'unit',
  },
  { roles: ['supervisor'], kind: 'issue', states: 'any', actions: ['create', 'edit', 'decide'], scope: 'all' },
  { roles: ['officer', 'deputyHead', 'head'], kind: 'issue', states: 'any', actions: ['create'], scope: 'unit' },
  {
    roles: ['officer', 'deputyHead', 'head'],
    kind: 'issue',
    states: ['raised'],
    actions: ['edit'],
    scope: 'unit',
  },
  { roles: ['signedIn'], kind: 'issue', states: 'any', actions: ['read'], scope: 'all' },
  { roles: ['signedIn'], kind: 'keyField', states: 'any', actions: ['read'], scope: 'all' },
  { roles: ['supervisor'], kind: 'keyField', states: 'any', actions: ['declare', 'decide'], scope: 'all' },
  {
    roles: ['officer'],
    kind: 'keyField',
    states: ['declared', 'returned'],
    actions: ['declare'],
    scope: 'unit',
  },

  // Publications: the state is that of the open version for work on it, that of the public life for what happens to what is public.
  { roles: ['public'], kind: 'publicDocument', states: 'any', actions: ['read'], scope: 'all' },
  { roles: ['supervisor', 'auditor'], kind: 'publication', states: 'any', actions: ['read'], scope: 'all' },
  {
    roles: ['officer', 'handler', 'reviewer', 'deputyHead', 'head'],
    kind: 'publication',
    states: 'any',
    actions: ['read'],
    scope: 'unit',
  },
  {
    roles: ['supervisor', 'officer', 'handler'],
    kind: 'publication',
    states: ['none', 'draft', 'inReview', 'approved', 'scheduled'],
    actions: ['create', 'edit', 'submit', 'discard'],
    scope: 'unit',
  },
  // Which of these roles a step wants is the step's own rule; a step of the office carries the office's unit.
  {
    roles: ['supervisor', 'officer', 'reviewer', 'deputyHead', 'head'],
    kind: 'publication',
    states: ['draft', 'inReview', 'approved', 'scheduled'],
    actions: ['review'],
    scope: 'unit',
  },
  {
    roles: ['officer', 'reviewer', 'deputyHead', 'head'],
    kind: 'publication',
    states: 'any',
    actions: ['determine'],
    scope: 'unit',
  },
  {
    roles: ['supervisor'],
    kind: 'publication',
    states: 'any',
    actions: ['determine', 'archive', 'adopt'],
    scope: 'all',
  },
  { roles: ['officer'], kind: 'publication', states: 'any', actions: ['archive'], scope: 'unit' },
  // Why something becomes public after its term is said by those who answer for it.
  {
    roles: ['supervisor', 'officer'],
    kind: 'publication',
    states: ['draft', 'inReview', 'approved', 'scheduled'],
    actions: ['explainLate'],
    scope: 'unit',
  },
  {
    roles: ['supervisor', 'officer'],
    kind: 'publication',
    states: ['approved', 'scheduled'],
    actions: ['schedule', 'publish', 'discloseTargeted'],
    scope: 'unit',
  },
  {
    roles: ['supervisor', 'officer', 'handler'],
    kind: 'publication',
    // A text withdrawn for a mistake is corrected by a new version.
    states: ['public', 'withdrawn'],
    actions: ['amend'],
    scope: 'unit',
  },
  {
    roles: ['supervisor'],
    kind: 'publication',
    states: ['public', 'withdrawn'],
    actions: ['withdraw', 'remove', 'merge'],
    scope: 'all',
  },
  {
    roles: ['officer'],
    kind: 'publication',
    states: ['public', 'withdrawn'],
    actions: ['withdraw', 'remove', 'merge'],
    scope: 'unit',
  },
  // What was removed in error comes back, and what the law wants erased goes for ever, by the supervising office alone.
  {
    roles: ['supervisor'],
    kind: 'publication',
    states: ['withdrawn', 'removed'],
    actions: ['restore', 'erase'],
    scope: 'all',
  },
  { roles: ['officer'], kind: 'publication', states: ['withdrawn'], actions: ['restore'], scope: 'unit' },
  ...CASE_PERMISSIONS,
  ...KNOWLEDGE_PERMISSIONS,
  ...REPORT_PERMISSIONS,
  ...REQUEST_PERMISSIONS,
  // Answered messages worth reading for others are drafted for publication by those who answer.
  {
    roles: ['supervisor', 'officer', 'handler'],
    kind: 'message',
    states: ['replied', 'closed'],
    actions: ['select'],
    scope: 'unit',
  },
  { roles: ['supervisor'], kind: 'redactionFinding', states: 'any', actions: ['read', 'decide'], scope: 'all' },
  {
    roles: ['officer', 'reviewer', 'deputyHead', 'head'],
    kind: 'redactionFinding',
    states: 'any',
    actions: ['read', 'decide'],
    scope: 'unit',
  },
  { roles: ['handler'], kind: 'redactionFinding', states: 'any', actions: ['read'], scope: 'unit' },
  { roles: ['signedIn'], kind: 'reviewRule', states: 'any', actions: ['read'], scope: 'all' },
  { roles: ['supervisor', 'administrator'], kind: 'reviewRule', states: 'any', actions: ['edit'], scope: 'all' },
  // Office systems hand in documents; the key in the request is the right, no session is asked.
  { roles: ['public'], kind: 'intake', states: 'any', actions: ['deliver'], scope: 'all' },
  { roles: ['supervisor', 'administrator'], kind: 'intake', states: 'any', actions: ['read', 'manage'], scope: 'all' },
  { roles: ['auditor'], kind: 'intake', states: 'any', actions: ['read'], scope: 'all' },
  { roles: ['officer', 'handler'], kind: 'intake', states: 'any', actions: ['read'], scope: 'unit' },
  // Other installations are known by their signature alone; see modules/exchange.
  { roles: ['public'], kind: 'filing', states: 'any', actions: ['receive'], scope: 'all' },
  {
    roles: ['supervisor', 'administrator', 'auditor'],
    kind: 'exchangePeer',
    states: 'any',
    actions: ['read'],
    scope: 'all',
  },
  { roles: ['supervisor', 'administrator'], kind: 'exchangePeer', states: 'any', actions: ['edit'], scope: 'all' },
  { roles: ['supervisor', 'auditor'], kind: 'delivery', states: 'any', actions: ['read'], scope: 'all' },
  { roles: ['officer', 'deputyHead', 'head'], kind: 'delivery', states: 'any', actions: ['read'], scope: 'unit' },
  { roles: ['supervisor'], kind: 'delivery', states: 'any', actions: ['push'], scope: 'all' },
  { roles: ['supervisor', 'auditor'], kind: 'filing', states: 'any', actions: ['read'], scope: 'all' },
  { roles: ['supervisor', 'auditor'], kind: 'reconciliation', states: 'any', actions: ['read'], scope: 'all' },
  { roles: ['supervisor'], kind: 'reconciliation', states: 'any', actions: ['run'], scope: 'all' },
  // Registers of interpretation work; the state is the register, whose rows all units may learn from.
  {
    roles: ['supervisor', 'evaluator', 'auditor', 'officer', 'handler', 'reviewer', 'deputyHead', 'head'],
    kind: 'interpretationRecord',
    states: 'any',
    actions: ['read'],
    scope: 'all',
  },
  {
    roles: ['supervisor'],
    kind: 'interpretationRecord',
    states: 'any',
    actions: ['create', 'edit', 'delete', 'confirm', 'answer'],
    scope: 'all',
  },
  {
    roles: ['officer', 'handler'],
    kind: 'interpretationRecord',
    states: 'any',
    actions: ['create', 'edit', 'delete'],
    scope: 'unit',
  },
  // A reprint becomes public by a second person's eyes.
  {
    roles: ['officer', 'reviewer', 'deputyHead', 'head'],
    kind: 'interpretationRecord',
    states: ['reprint'],
    actions: ['confirm'],
    scope: 'unit',
  },
  { roles: ['officer'], kind: 'interpretationRecord', states: 'any', actions: ['answer'], scope: 'unit' },
  {
    roles: ['supervisor', 'administrator'],
    kind: 'interpretationThreshold',
    states: 'any',
    actions: ['edit'],
    scope: 'all',
  },
  { roles: ['signedIn'], kind: 'topic', states: 'any', actions: ['read'], scope: 'all' },
  { roles: ['supervisor', 'administrator'], kind: 'topic', states: 'any', actions: ['edit', 'patrol'], scope: 'all' },
  // The lead department walks through its own collection (TOP-6).
  { roles: ['officer', 'deputyHead'], kind: 'topic', states: 'any', actions: ['patrol'], scope: 'unit' },
  { roles: ['signedIn'], kind: 'library', states: 'any', actions: ['read'], scope: 'all' },
  { roles: ['supervisor'], kind: 'library', states: 'any', actions: ['import'], scope: 'all' },
  // Terms of validity come from law: everybody may look them up, the office keeps them (LIB-5).
  { roles: ['signedIn'], kind: 'termRule', states: 'any', actions: ['read'], scope: 'all' },
  { roles: ['supervisor', 'administrator'], kind: 'termRule', states: 'any', actions: ['edit'], scope: 'all' },
];
