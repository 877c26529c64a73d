import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Freshness } from './freshness.ts';

describe('Freshness', () => {
  it('asks once for many visitors', async () => {
    let asked = 0;
    const freshness = new Freshness(async () => {
      asked += 1;
      await wait(5);
      return `v${asked}`;
    });
    const versions = await Promise.all(Array.from({ length: 50 }, () => freshness.current()));
    expect(new Set(versions)).toEqual(new Set(['v1']));
    expect(await freshness.current()).toBe('v1');
    expect(asked).toBe(1);
  });

  it('asks again when the answer is old, and waits for the new one', async () => {
    let version = 'old';
    const freshness = new Freshness(async () => version, { maxAgeMs: 10 });
    expect(await freshness.current()).toBe('old');
    version = 'new';
    await wait(15);
    expect(await freshness.current()).toBe('new');
  });

  it('keeps the last version while the database fails or hangs', async () => {
    let answer: () => Promise<string> = async () => 'known';
    const freshness = new Freshness(() => answer(), { maxAgeMs: 5, patienceMs: 20 });
    await freshness.current();
    answer = async () => {
      throw new Error('connection refused');
    };
    await wait(10);
    expect(await freshness.current()).toBe('known');
    answer = () => new Promise(() => undefined);
    await wait(10);
    expect(await freshness.current()).toBe('known');
  });

  it('fails while nothing is known, and recovers', async () => {
    let fails = true;
    const freshness = new Freshness(async () => {
      if (fails) throw new Error('connection refused');
      return 'v1';
    });
    await expect(freshness.current()).rejects.toThrow('connection refused');
    fails = false;
    expect(await freshness.current()).toBe('v1');
  });
});
