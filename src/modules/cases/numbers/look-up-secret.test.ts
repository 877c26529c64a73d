import { expect, it } from 'vitest';
import { lookUpHash, newSeed, secretOf } from './look-up-secret.ts';

const key = Buffer.alloc(32, 7);

it('makes the same secret of the same seed and key, another of any other', () => {
  const secret = secretOf(key, 'seed');
  expect(secret).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
  expect(secretOf(key, 'seed')).toBe(secret);
  expect(secretOf(Buffer.alloc(32, 8), 'seed')).not.toBe(secret);
  expect(new Set(Array.from({ length: 2000 }, () => secretOf(key, newSeed()))).size).toBe(2000);
});

it('hashes number and secret together, however the secret is typed', () => {
  const hash = lookUpHash(key, 'LYAAAAAAAAAAA', 'ABCD2345');
  expect(lookUpHash(key, 'LYAAAAAAAAAAA', ' abcd-2345 ')).toBe(hash);
  expect(lookUpHash(key, 'LYAAAAAAAAAAB', 'ABCD2345')).not.toBe(hash);
  expect(lookUpHash(key, 'LYAAAAAAAAAAA', 'ABCD2346')).not.toBe(hash);
  expect(hash).not.toContain('ABCD');
});
