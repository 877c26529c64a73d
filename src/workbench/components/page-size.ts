const WIDE = '(min-width: 768px)';

/** Rows of a list page: on a phone each row is a card, and fifty cards are a metre of scrolling. */
export function pageSizeHere(wide = 50): number {
  return (globalThis.matchMedia?.(WIDE).matches ?? true) ? wide : Math.min(wide, 12);
}
