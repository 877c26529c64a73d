import { type Actor, can } from '../../kernel/permissions.ts';
import type { Held } from './held-publication.service.ts';
import { publicationSubject } from './publication-subject.ts';
import type { BlockingReason } from './publications.contract.ts';
import { VERSION_MOVES, type VersionAction } from './versions/version-state.ts';

const ON_DRAFT: readonly (readonly [string, string, VersionAction])[] = [
  ['edit', 'edit', 'edit'],
  ['submit', 'submit', 'submit'],
  ['recall', 'submit', 'recall'],
  ['discard', 'discard', 'discard'],
  ['schedule', 'schedule', 'schedule'],
  ['unschedule', 'schedule', 'unschedule'],
  ['publish', 'publish', 'publish'],
];
const ON_LIFE: readonly (readonly [string, readonly string[]])[] = [
  ['amend', ['public']],
  ['withdraw', ['public']],
  ['remove', ['public', 'withdrawn']],
  ['merge', ['public', 'withdrawn']],
  ['restore', ['withdrawn', 'removed']],
  ['erase', ['withdrawn', 'removed']],
];

/**
 * Acts the person may do now: true, or the reason why not in words; acts that have no sense now are left out.
 * @param isOver whether its term of publishing ran out
 */
export function allowedActs(
  actor: Actor,
  held: Held,
  blocking: readonly BlockingReason[],
  isOver = false,
): Record<string, true | string> {
  const { row, open, facts } = held;
  const may = (action: string) => can(actor, action, publicationSubject(row, action, facts));
  const acts: Record<string, true | string> = {};
  for (const [name, permission, move] of open ? ON_DRAFT : []) {
    if (!open || !VERSION_MOVES[open.state][move] || !may(permission)) continue;
    acts[name] = (name === 'publish' || name === 'schedule') && blocking[0] ? blocking[0].message : true;
  }
  if (open && VERSION_MOVES[open.state].publish && may('discloseTargeted')) {
    const targeted = blocking.some((reason) => reason.code === 'manner-targeted');
    const other = blocking.find((reason) => reason.code !== 'manner-targeted');
    if (targeted) acts.discloseTargeted = other ? other.message : true;
  }
  for (const [name, lives] of ON_LIFE) {
    if (!lives.includes(row.life) || !may(name)) continue;
    acts[name] = name === 'amend' && open ? '已经有一个起草中的版本。' : true;
  }
  if (may('determine')) acts.determine = true;
  if (isOver && may('explainLate')) acts.explainLate = true;
  if (may('archive')) acts.archive = true;
  if (open?.state === 'inReview' && may('review')) acts.review = true;
  if (can(actor, 'decide', { kind: 'redactionFinding', unitIds: [row.unit_id] })) acts.decideFindings = true;
  return acts;
}
