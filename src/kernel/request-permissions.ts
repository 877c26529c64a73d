import type { PermissionRow } from './permission-row.ts';

/** Rows of the permission table for letters on requests, and for reconsideration and litigation (FOI-4, LIT-1..3). */
export const REQUEST_PERMISSIONS: readonly PermissionRow[] = [
  // Words of letters say nothing of anybody: whoever writes or reviews them may look them up.
  {
    roles: ['supervisor', 'administrator', 'auditor', 'officer', 'handler', 'reviewer', 'deputyHead', 'head'],
    kind: 'letterTemplate',
    states: 'any',
    actions: ['read'],
    scope: 'all',
  },
  { roles: ['supervisor', 'administrator'], kind: 'letterTemplate', states: 'any', actions: ['edit'], scope: 'all' },
  { roles: ['supervisor', 'auditor'], kind: 'proceeding', states: 'any', actions: ['read'], scope: 'all' },
  {
    roles: ['officer', 'handler', 'reviewer', 'deputyHead', 'head'],
    kind: 'proceeding',
    states: 'any',
    actions: ['read'],
    scope: 'unit',
  },
  { roles: ['officer', 'handler'], kind: 'proceeding', states: ['none'], actions: ['register'], scope: 'unit' },
  { roles: ['supervisor'], kind: 'proceeding', states: ['none'], actions: ['register'], scope: 'all' },
  {
    roles: ['officer', 'handler'],
    kind: 'proceeding',
    states: ['received', 'answered', 'heard'],
    actions: ['edit', 'close'],
    scope: 'unit',
  },
  {
    roles: ['supervisor'],
    kind: 'proceeding',
    states: ['received', 'answered', 'heard'],
    actions: ['edit', 'close'],
    scope: 'all',
  },
  // What was learned and mended is written after the result; a result that was entered wrongly is corrected by the office alone.
  {
    roles: ['officer', 'handler', 'deputyHead', 'head'],
    kind: 'proceeding',
    states: ['closed'],
    actions: ['rectify'],
    scope: 'unit',
  },
  { roles: ['supervisor'], kind: 'proceeding', states: ['closed'], actions: ['rectify', 'correct'], scope: 'all' },
  // Within how many working days a proceeding is to be reported (LIT-C2).
  { roles: ['supervisor'], kind: 'proceeding', states: 'any', actions: ['configure'], scope: 'all' },
];
