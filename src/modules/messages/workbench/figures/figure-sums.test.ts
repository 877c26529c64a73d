import { describe, expect, it } from 'vitest';
import type { CaseFigure } from '../../../cases/cases.contract.ts';
import { shareOf, sumsBy } from './figure-sums.ts';

const unit = (code: string) => ({ id: code, code, name: code, shortName: code });
const row = (kind: string, code: string, more: Partial<CaseFigure>): CaseFigure => ({
  kind,
  kindLabel: kind === 'enquiry' ? '网上咨询' : '领导信箱',
  unit: unit(code),
  received: 0,
  open: 0,
  lateOpen: 0,
  answered: 0,
  onTime: 0,
  averageWorkHours: null,
  rated: 0,
  satisfied: 0,
  ...more,
});

const ROWS = [
  row('enquiry', '教育局', { received: 3, answered: 2, onTime: 2, averageWorkHours: 4 }),
  row('enquiry', '民政局', { received: 5, answered: 1, onTime: 0, averageWorkHours: 40 }),
  row('mailbox', '教育局', { received: 9, answered: 0 }),
];

describe('figures put together', () => {
  it('by kind and by unit have the same sum, and lead to the same records', () => {
    const kinds = sumsBy(ROWS, 'kind');
    const units = sumsBy(ROWS, 'unit');
    expect(kinds.map((one) => [one.label, one.received, one.query])).toEqual([
      ['领导信箱', 9, { kind: 'mailbox' }],
      ['网上咨询', 8, { kind: 'enquiry' }],
    ]);
    expect(units.map((one) => [one.label, one.received, one.query])).toEqual([
      ['教育局', 12, { unitId: '教育局' }],
      ['民政局', 5, { unitId: '民政局' }],
    ]);
  });

  it('weigh the average by answers', () => {
    expect(sumsBy(ROWS, 'kind').find((one) => one.key === 'enquiry')?.averageWorkHours).toBe(16);
    expect(sumsBy(ROWS, 'kind').find((one) => one.key === 'mailbox')?.averageWorkHours).toBeNull();
  });
});

it('cuts shares off and knows none of nothing', () => {
  expect(shareOf(999, 1000)).toBe(99);
  expect(shareOf(0, 0)).toBeNull();
});
