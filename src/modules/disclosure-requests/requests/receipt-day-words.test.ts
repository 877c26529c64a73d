import { describe, expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { requestStartDay } from '../../cases/index.ts';
import { OFFLINE_ARRIVALS, RECEIPT_DAY } from './receipt-day-words.ts';

const submittedOn = localDate('2026-03-02');
const signedOn = localDate('2026-03-05');

describe('what is told of the day of receipt', () => {
  it.each(OFFLINE_ARRIVALS)('says that %s is to be confirmed exactly when the clock waits for it', (channel) => {
    const start = requestStartDay({ channel, submittedOn, signedOn });
    expect(RECEIPT_DAY[channel].next !== null).toBe(start.on === null);
  });

  it('asks for the day of signing of what is signed for alone', () => {
    const bySigning = OFFLINE_ARRIVALS.filter(
      (channel) => requestStartDay({ channel, submittedOn, signedOn }).on === signedOn,
    );
    expect(bySigning).toEqual(['registeredMail', 'imported']);
    expect(OFFLINE_ARRIVALS.filter((channel) => RECEIPT_DAY[channel].rule.includes('签收日期'))).toEqual([
      'registeredMail',
    ]);
  });
});
