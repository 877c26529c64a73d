import { isAbsolute } from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from './config.ts';

it('needs nothing: embedded database, local files, own machine only', () => {
  const config = readConfig({});
  expect(config).toMatchObject({
    port: 8080,
    host: '127.0.0.1',
    databaseUrl: undefined,
    s3: undefined,
    smtp: undefined,
    trustProxy: undefined,
    logLevel: 'info',
  });
  expect(isAbsolute(config.dataFolder)).toBe(true);
});

it('takes an empty variable for an absent one', () => {
  expect(readConfig({ DATABASE_URL: '', PORT: '' })).toMatchObject({ databaseUrl: undefined, port: 8080 });
});

it('names every variable that is wrong at once', () => {
  const wrong = { PORT: '99999', DATABASE_URL: 'mysql://x', MINGCHUANG_SMTP: 'mail.example.cn' };
  expect(() => readConfig(wrong)).toThrow(/PORT.*DATABASE_URL.*MINGCHUANG_SMTP/s);
});
