import { activeCases } from './active-cases.fixtures.ts';
import { entityCases } from './entity-cases.fixtures.ts';
import type { Bait, HostileCase } from './hostile-case.fixtures.ts';
import { twistedCases } from './twisted-cases.fixtures.ts';

export const officeCases = (bait: Bait): readonly HostileCase[] => [
  ...entityCases(bait),
  ...activeCases(bait),
  ...twistedCases(),
];
