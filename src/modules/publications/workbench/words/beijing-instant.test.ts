import { expect, it } from 'vitest';
import { beijingInstant } from './beijing-instant.ts';

it('means the clock in Beijing, whatever the zone of the computer', () => {
  expect(beijingInstant('2026-03-31 09:00')).toBe('2026-03-31T09:00:00+08:00');
  expect(new Date(beijingInstant('2026-01-01 00:30')).toISOString()).toBe('2025-12-31T16:30:00.000Z');
});
