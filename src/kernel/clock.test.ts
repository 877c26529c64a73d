import { expect, it } from 'vitest';
import { SettableClock, systemClock } from './clock.ts';

it('stands still until it is moved, and cannot be moved through what it gave', () => {
  const clock = new SettableClock('2026-03-02T09:00:00+08:00');
  clock.now().setFullYear(1999);
  expect(clock.now().toISOString()).toBe('2026-03-02T01:00:00.000Z');
  clock.set(new Date('2026-03-03T00:00:00Z'));
  expect(clock.now().toISOString()).toBe('2026-03-03T00:00:00.000Z');
});

it('goes on by itself when it is the system’s', () => {
  expect(Math.abs(systemClock.now().getTime() - Date.now())).toBeLessThan(1_000);
});
