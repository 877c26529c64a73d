import { expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { ownPlanTiming } from './own-plan-timing.ts';

const d = localDate;
const within30 = { days: 30, fixedDate: null, act: 'publish' } as const;
const upper = { issuedOn: d('2022-02-23'), year: 2022 };

it('shows a plan of 2022-03-30 under one of 2022-02-23 as five days late (X-04)', () => {
  expect(ownPlanTiming(within30, upper, d('2022-03-30'), d('2022-12-01'))).toMatchObject({
    dueOn: '2022-03-25',
    lateDays: 5,
    state: 'late',
  });
});

it('is in time on the last day, waits before it and is overdue after it', () => {
  expect(ownPlanTiming(within30, upper, d('2022-03-25'), d('2022-12-01')).state).toBe('inTime');
  expect(ownPlanTiming(within30, upper, null, d('2022-03-25')).state).toBe('waiting');
  expect(ownPlanTiming(within30, upper, null, d('2022-03-26'))).toMatchObject({ state: 'overdue', lateDays: 1 });
});

it('knows fixed dates and missing ones', () => {
  const april = { days: null, fixedDate: '04-30', act: 'submit' } as const;
  expect(ownPlanTiming(april, { issuedOn: null, year: 2023 }, null, d('2023-04-01')).dueOn).toBe('2023-04-30');
  expect(ownPlanTiming(within30, { issuedOn: null, year: 2023 }, null, d('2023-04-01')).state).toBe('unknown');
});
