import { expect, it } from 'vitest';
import { counted, PRESSED_FROM, type Tries, waitUntil } from './look-up-wait.ts';

const start = new Date('2026-03-02T01:00:00Z');
const after = (ms: number) => new Date(start.getTime() + ms);
const nothing = { connection: undefined, connectionAtNumber: undefined, number: undefined };
const wrong = (failures: number): Tries => ({ failures, lastAt: start });
const seconds = (until: Date | null) => (until ? (until.getTime() - start.getTime()) / 1000 : 0);

it('lets people mistype five times, then makes each further try wait twice as long', () => {
  const waits = [0, 1, 4, 5, 6, 7, 20].map((n) =>
    seconds(waitUntil({ ...nothing, connectionAtNumber: wrong(n) }, start)),
  );
  expect(waits).toEqual([0, 0, 0, 15, 30, 60, 3600]);
});

it('counts what one connection tries at many numbers', () => {
  expect(waitUntil({ ...nothing, connection: wrong(14) }, start)).toBeNull();
  expect(seconds(waitUntil({ ...nothing, connection: wrong(16) }, start))).toBe(30);
});

it('never makes a place wait that was not wrong itself, whatever others do at the number', () => {
  expect(waitUntil({ ...nothing, number: wrong(100_000) }, start)).toBeNull();
  expect(waitUntil({ ...nothing, number: wrong(PRESSED_FROM), connectionAtNumber: wrong(1) }, start)).not.toBeNull();
  expect(waitUntil({ ...nothing, number: wrong(PRESSED_FROM - 1), connectionAtNumber: wrong(1) }, start)).toBeNull();
});

it('ends, and is forgotten after a quiet day', () => {
  expect(waitUntil({ ...nothing, connectionAtNumber: wrong(6) }, after(30_000))).toBeNull();
  expect(waitUntil({ ...nothing, connectionAtNumber: wrong(500) }, after(3_600_000))).toBeNull();
  expect(counted(wrong(6), after(1000)).failures).toBe(7);
  expect(counted(wrong(6), after(86_400_000)).failures).toBe(1);
});
