import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Unit } from '../organisations/index.ts';
import { CaseUnits } from './case-units.ts';

const unit = (id: string, name: string, more: Partial<Unit> = {}): Unit => ({
  id,
  code: id,
  name,
  shortName: name,
  kind: 'department',
  parentId: null,
  isOffice: false,
  initials: '',
  sort: 1,
  fromOn: null,
  toOn: null,
  aliases: [],
  version: 1,
  ...more,
});
const gone = { toOn: '2026-01-31' as LocalDate };
const units = new CaseUnits(
  [
    unit('office', '政务公开办', { isOffice: true }),
    unit('market', '区市场监管局', { aliases: ['区工商局'] }),
    unit('trade', '区工商局', gone),
    unit('planning', '区规划局', gone),
    unit('sports', '区体育局', gone),
    unit('culture', '区文旅局', { aliases: ['区体育局'] }),
    unit('health', '区卫健委'),
  ],
  new Set(['office', 'market', 'health']),
  new Set(['market']),
);

describe('who gets a question', () => {
  it('about a policy of a unit that is gone: who bears its name now, else the office', () => {
    expect(units.receiverFor('market', {})).toBe('market');
    expect(units.receiverFor('trade', {})).toBe('market');
    expect(units.receiverFor('planning', {})).toBe('office');
    // The successor has nobody who takes it up.
    expect(units.receiverFor('sports', {})).toBe('office');
  });

  it('that only those named for it read: a unit with a head, else the office', () => {
    expect(units.receiverFor('market', { readBy: 'named' })).toBe('market');
    expect(units.receiverFor('health', { readBy: 'named' })).toBe('office');
    expect(units.takes('office', { readBy: 'named' })).toBe(true);
  });
});
