import type { UnitMatch } from '../../import/imports.contract.ts';

/** A name that a person must still map to the register. */
export function needsChoice(kind: UnitMatch['kind']): boolean {
  return kind === 'openGroup' || kind === 'candidates' || kind === 'none';
}
