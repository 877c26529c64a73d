import type { Place } from '../../import/imports.contract.ts';

/** Where something stood, in the words a person would use. */
export function placeText(place: Place): string {
  const parts = [
    place.sheet ? `工作表“${place.sheet}”` : '',
    place.page ? `第 ${place.page} 页` : '',
    place.row ? `第 ${place.row} 行` : '',
    place.line && !place.row ? `第 ${place.line} 行` : '',
  ].filter(Boolean);
  return parts.join(' ') || '原文';
}

/** Whether a block or cell of the original is the place meant: every part that both name is equal, and they share at least one. */
export function isSamePlace(wanted: Place, shown: Place): boolean {
  const names = ['page', 'sheet', 'line', 'row'] as const;
  const shared = names.filter((name) => wanted[name] !== undefined && shown[name] !== undefined);
  const tells = shared.some((name) => name === 'row' || name === 'line');
  return tells && shared.every((name) => wanted[name] === shown[name]);
}
