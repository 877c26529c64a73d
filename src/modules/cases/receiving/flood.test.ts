import { expect, it } from 'vitest';
import { comparedText, needsCheck, QUOTAS } from './flood.ts';

const none = { hour: 0, day: 0 };
const calm = { connection: none, browser: none, isHoneypotFilled: false };

it('lets people through until their browser or their house has sent a great many', () => {
  expect(needsCheck(calm)).toBe(false);
  expect(needsCheck({ ...calm, browser: { hour: QUOTAS.browser.hour - 1, day: 6 } })).toBe(false);
  expect(needsCheck({ ...calm, browser: { hour: QUOTAS.browser.hour, day: 6 } })).toBe(true);
  expect(needsCheck({ ...calm, browser: { hour: 0, day: QUOTAS.browser.day } })).toBe(true);
  expect(needsCheck({ ...calm, connection: { hour: QUOTAS.connection.hour, day: 40 } })).toBe(true);
});

it('measures whoever takes no cookie by the connection', () => {
  expect(needsCheck({ ...calm, browser: null, connection: { hour: 29, day: 29 } })).toBe(false);
  expect(needsCheck({ ...calm, browser: null, connection: { hour: 30, day: 30 } })).toBe(true);
});

it('has everything looked at that fills in what nobody sees', () => {
  expect(needsCheck({ ...calm, isHoneypotFilled: true })).toBe(true);
});

it('takes words as the same whatever stands between them', () => {
  const words = comparedText('请问：公交卡 怎么办理？ＡＢＣ');
  expect(comparedText('请问,公交卡怎么办理?abc\n')).toBe(words);
  expect(comparedText('请问，公交卡\u200b怎么办理！abc')).toBe(words);
  expect(comparedText('请问，公交卡怎么补办？abc')).not.toBe(words);
});
