import { describe, expect, it } from 'vitest';
import {
  identityCheck,
  isBirthDate,
  isIdentityNumber,
  looksLikeIdentity,
  looksLikeOldIdentity,
} from './identity-checksum.ts';

describe('GB 11643', () => {
  it('reckons the check character, X for ten', () => {
    expect(identityCheck('11010519491231002')).toBe('X');
    expect(identityCheck('34052419800101001')).toBe('X');
    expect(identityCheck('44052418800101001')).toBe('4');
  });

  it('takes a number with province, birth date and check', () => {
    expect(isIdentityNumber('11010519491231002X')).toBe(true);
    expect(isIdentityNumber('340524198001010013')).toBe(false);
    expect(looksLikeIdentity('340524198001010013')).toBe(true);
    expect(isIdentityNumber('11010519491231002x')).toBe(false);
  });

  it('takes residence permits of Hong Kong, Macao and Taiwan and the cards of foreign residents', () => {
    const withCheck = (digits: string) => digits + identityCheck(digits);
    expect(isIdentityNumber(withCheck('81000019900101001'))).toBe(true);
    expect(isIdentityNumber(withCheck('91184019900101001'))).toBe(true);
    expect(isIdentityNumber(withCheck('98184019900101001'))).toBe(true);
    expect(isIdentityNumber(withCheck('99984019900101001'))).toBe(false);
  });

  it.each(['20230229', '19001301', '18791231', '20500101', '20240431'])('refuses %s as a birth date', (date) => {
    expect(isBirthDate(date)).toBe(false);
  });

  it('takes the 29th of February of a leap year', () => expect(isBirthDate('20240229')).toBe(true));

  it('takes numbers of old by region and date', () => {
    expect(looksLikeOldIdentity('110105491231002')).toBe(true);
    expect(looksLikeOldIdentity('110105491331002')).toBe(false);
    expect(looksLikeOldIdentity('000105491231002')).toBe(false);
  });
});
