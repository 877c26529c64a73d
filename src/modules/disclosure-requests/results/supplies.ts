import type { DecisionContent } from './decision-content.contract.ts';

/** Whether the decision hands information over now, rather than pointing to what is public or refusing. */
export function supplies({ result, way }: Pick<DecisionContent, 'result' | 'way'>): boolean {
  return result === 'partial' || (result === 'open' && way === 'supplied');
}
