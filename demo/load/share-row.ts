import type { World } from './world.ts';

/** A unit's share as the ledger lists it. */
export type ShareRow = Awaited<ReturnType<World['plans']['assignmentList']['list']>>['items'][number];
