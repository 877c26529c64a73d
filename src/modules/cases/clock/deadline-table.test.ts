import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { outcomeOf, sideOutcomeOf } from './deadline-table/outcome.fixtures.ts';
import { DEADLINE_TABLE, SIDE_TERM_TABLE } from './deadline-table.fixtures.ts';

for (const [subject, rows] of Object.entries(DEADLINE_TABLE)) {
  describe(subject, () => {
    for (const row of rows) {
      it(`${row.basis}: ${row.kind}, ${row.what}`, () => {
        expect(outcomeOf(row)).toBe(row.outcome);
      });
    }
  });
}

describe('terms beside the main one', () => {
  for (const row of SIDE_TERM_TABLE) {
    it(`${row.basis}: ${row.what}`, () => {
      expect(sideOutcomeOf(row)).toBe(row.outcome);
    });
  }
});

describe('the time zone of the machine', () => {
  const program = fileURLToPath(new URL('deadline-table/print-outcomes.fixtures.ts', import.meta.url));
  const expected = [...Object.values(DEADLINE_TABLE).flat(), ...SIDE_TERM_TABLE].map(({ outcome }) => outcome);

  it.each([
    ['UTC', 0],
    ['America/Los_Angeles', 480],
    ['Asia/Shanghai', -480],
    ['Pacific/Kiritimati', -840],
  ])('%s does not matter', (TZ, offset) => {
    const printed = execFileSync(process.execPath, [program], { encoding: 'utf8', env: { ...process.env, TZ } });
    const { zone, outcomes } = JSON.parse(printed) as { zone: number; outcomes: string[] };
    expect(zone).toBe(offset);
    expect(outcomes).toEqual(expected);
  });
});
