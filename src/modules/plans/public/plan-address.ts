import type { PlanLevel } from '../plan-words.ts';

/** What tells one published plan from all others in the address bar. */
export interface PlanKey {
  readonly year: number;
  readonly level: PlanLevel;
  readonly unitCode: string | null;
}

/**
 * Whether this site accounts for the plan's progress: the city's plan stands here as what the district carries out, and how far
 * the city's own departments are is theirs to tell.
 */
export function isTracked(level: PlanLevel): boolean {
  return level !== 'city';
}

/** `/plans/2026` is the district's own plan; the city's and the units' stand below it. */
export function planHref({ year, level, unitCode }: PlanKey): string {
  if (level === 'city') return `/plans/${year}/city`;
  if (level === 'unit') return `/plans/${year}/units/${encodeURIComponent(unitCode ?? '')}`;
  return `/plans/${year}`;
}

export function taskHref(plan: PlanKey, number: number): string {
  return `${planHref(plan)}/tasks/${number}`;
}

export function unitHref(code: string): string {
  return `/units/${encodeURIComponent(code)}`;
}
