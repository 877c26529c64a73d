/** Of fewer ratings a share says more of chance than of the work, and may tell who rated. */
export const LEAST_RATED = 5;
export const FEW_RATED = '评价较少';

/** Cut off, so that 99.9 % is not shown as all. */
export function percentOf(part: number, of: number): number {
  return of === 0 ? 0 : Math.floor((part * 100) / of);
}

export function shareText(part: number, of: number): string {
  return of === 0 ? '—' : `${percentOf(part, of)}%`;
}

export function satisfiedText(satisfied: number, rated: number): string {
  return rated > 0 && rated < LEAST_RATED ? FEW_RATED : shareText(satisfied, rated);
}
