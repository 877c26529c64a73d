import type { HandOverItemView, HandOverView } from '../../hand-over.contract.ts';

/** Instants arrive as text. */
export type HandOverJson = Omit<HandOverView, 'filedAt' | 'items'> & { filedAt: string | null; items: ItemJson[] };
export type ItemJson = Omit<HandOverItemView, 'tickedAt'> & { tickedAt: string | null };
