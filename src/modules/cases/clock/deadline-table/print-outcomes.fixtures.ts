// Run as a program of its own, so that a time zone can be set for it before anything begins.
import { DEADLINE_TABLE, SIDE_TERM_TABLE } from '../deadline-table.fixtures.ts';
import { outcomeOf, sideOutcomeOf } from './outcome.fixtures.ts';

const zone = new Date(2026, 0, 1).getTimezoneOffset();
const outcomes = [...Object.values(DEADLINE_TABLE).flat().map(outcomeOf), ...SIDE_TERM_TABLE.map(sideOutcomeOf)];
process.stdout.write(JSON.stringify({ zone, outcomes }));
