import type { PermissionRow } from './permission-row.ts';

/** Rows of the permission table for annual reports (RPT-1..3); the district's own report belongs to the supervising office's unit. */
export const REPORT_PERMISSIONS: readonly PermissionRow[] = [
  {
    roles: ['supervisor', 'auditor', 'evaluator'],
    kind: 'annualReport',
    states: 'any',
    actions: ['read'],
    scope: 'all',
  },
  {
    roles: ['officer', 'handler', 'reviewer', 'deputyHead', 'head'],
    kind: 'annualReport',
    states: 'any',
    actions: ['read'],
    scope: 'unit',
  },
  {
    roles: ['supervisor', 'officer', 'handler'],
    kind: 'annualReport',
    states: ['none', 'draft', 'returned'],
    actions: ['create', 'edit'],
    scope: 'unit',
  },
  {
    roles: ['supervisor', 'officer', 'deputyHead', 'head'],
    kind: 'annualReport',
    states: ['draft', 'returned'],
    actions: ['submit'],
    scope: 'unit',
  },
  // What was published goes back as well when records have changed since; it stays public until the corrected one is.
  {
    roles: ['supervisor'],
    kind: 'annualReport',
    states: ['submitted', 'accepted', 'published'],
    actions: ['return'],
    scope: 'all',
  },
  { roles: ['supervisor'], kind: 'annualReport', states: ['submitted'], actions: ['accept'], scope: 'all' },
  // Drafts it for the door out, which has rules of its own for who reviews and publishes.
  {
    roles: ['supervisor', 'officer', 'handler'],
    kind: 'annualReport',
    states: ['accepted'],
    actions: ['publish'],
    scope: 'unit',
  },
  { roles: ['supervisor'], kind: 'annualReportDue', states: 'any', actions: ['edit'], scope: 'all' },
];
