import type { UnitMatch } from '../../import/imports.contract.ts';

/** A name that a person must still map to the register; a group that stands for nobody here is no answer either. */
export function needsChoice(match: Pick<UnitMatch, 'kind' | 'groupSize'>): boolean {
  if (match.kind === 'group') return match.groupSize === 0;
  return match.kind === 'openGroup' || match.kind === 'candidates' || match.kind === 'none';
}
